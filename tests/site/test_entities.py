"""The pages of things on the two real documents: records as expected, links that lead somewhere."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import msgspec
import pytest
from lxml import html
from pyoxigraph import DefaultGraph, NamedNode

from hemicycle.opened import open_build
from hemicycle.site import LANGUAGES, Site, SiteData
from hemicycle.site.account import Account, account_of
from hemicycle.site.data_page import Catalog, read_catalog
from hemicycle.site.entity import Entity, entity_of
from hemicycle.site.facts import own_quads
from hemicycle.site.findings import Findings, finding_kinds, findings_of
from hemicycle.site.generic import Thing, thing_of
from hemicycle.site.government import Government, government_of
from hemicycle.site.incoming import Incoming, incoming
from hemicycle.site.keyword import Keyword, keyword_of
from hemicycle.site.legislature import Legislature, legislature_of
from hemicycle.site.party import Party, party_of
from hemicycle.site.platform import Platform, platform_of
from hemicycle.site.post import Post, post_of
from hemicycle.site.property_words import tying_properties
from hemicycle.site.senator import Person, person_of
from hemicycle.site.service import Service, service_of

ROOT = Path(__file__).parents[2]
CASES = sorted((Path(__file__).parent / "entities").iterdir())


class Case(msgspec.Struct, frozen=True):
    """What a case asks for: the record of a thing's page, and with which parameters."""

    record: str
    path: str
    language: str
    parameters: dict[str, str] = {}


def _entity(site: SiteData, case: Case) -> Entity:
    entity = entity_of(site, case.path, case.language, case.parameters)
    assert entity is not None
    return entity


def _with_parameters(of: Callable[..., Any]) -> Callable[[SiteData, Case], Any]:
    return lambda site, case: of(site, _entity(site, case), case.language, case.parameters)


def _thing(site: SiteData, case: Case) -> Thing:
    return thing_of(site, own_quads(site, site.mint.thing(case.path)), case.language)


def _findings(site: SiteData, case: Case) -> Findings:
    kinds = finding_kinds(site, case.language)
    kind = next((each for each in kinds if each.code == case.parameters.get("kind")), None)
    return findings_of(site, kinds, kind, case.language, case.parameters)


RECORDS: dict[str, tuple[type, Callable[[SiteData, Case], Any]]] = {
    "account": (Account, _with_parameters(account_of)),
    "catalog": (Catalog, lambda site, case: read_catalog(site.build.folder / case.path)),
    "findings": (Findings, _findings),
    "government": (
        Government,
        lambda site, case: government_of(site, _entity(site, case), case.language),
    ),
    "incoming": (
        Incoming,
        lambda site, case: incoming(site, case.path, case.language, case.parameters),
    ),
    "keyword": (Keyword, _with_parameters(keyword_of)),
    "legislature": (Legislature, lambda site, case: legislature_of(site, _entity(site, case))),
    "party": (Party, _with_parameters(party_of)),
    "person": (Person, _with_parameters(person_of)),
    "platform": (Platform, _with_parameters(platform_of)),
    "post": (Post, _with_parameters(post_of)),
    "service": (Service, _with_parameters(service_of)),
    "thing": (Thing, _thing),
}

PAGES = (
    "person/martine-taelman",
    "person/didier-reynders",
    "post/minister-van-werk",
    "party/open-vld",
    "service/spf-sante",
    "service/spf-emploi",
    "account/twitter-profile-santebelgique",
    "concept/5116",
    "concept/38",
    "government/di-rupo",
    "legislature/5",
    "platform/twitter",
    "status/answered",
    "event-kind/answer",
    "event/5-8906-2014-01-30-answer",
    "question-part/5-8906-1",
    "mention/2b42bb41c6fafebe-3201-3215-account",
    "findings",
    "data",
    "about",
)
IN_FRENCH_ALONE = ("government/di-rupo", "post/minister-van-werk", "concept/38", "data", "about")
"""Pages whose links are followed in one language: they have the same templates as others."""

SERVED_ELSEWHERE = ("/static/", "/doc/", "/dumps/", "/ns", "/sparql")
"""Addresses that are no pages of the site: the server or the export has them."""

NOT_IN_COPIES = ("search", "sparql-editor", "graph")


@pytest.fixture(scope="module")
def site() -> Site:
    return Site.open(open_build(ROOT / "graphs"))


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_record(site: Site, folder: Path) -> None:
    case = msgspec.json.decode((folder / "case.json").read_bytes(), type=Case)
    kind, made_by = RECORDS[case.record]
    expected: Any = msgspec.json.decode((folder / "expected.json").read_bytes(), type=kind)
    assert made_by(site.data, case) == expected


def test_every_record_has_a_case() -> None:
    cases = {
        msgspec.json.decode((folder / "case.json").read_bytes(), type=Case).record
        for folder in CASES
    }
    assert cases == set(RECORDS)


@pytest.fixture(scope="module")
def places(site: Site) -> Callable[[str, str], frozenset[str] | None]:
    """An address and what is asked of it to the names of the places there; None: no such page."""

    @cache
    def found(path: str, asked: str) -> frozenset[str] | None:
        page = site.page(path, dict(parse_qsl(asked)))
        return (
            None if page is None else frozenset(map(str, html.fromstring(page.html).xpath("//@id")))
        )

    return found


@pytest.mark.parametrize(
    ("language", "path"),
    [("fr", path) for path in PAGES]
    + [("nl", path) for path in PAGES if path not in IN_FRENCH_ALONE],
)
def test_internal_links_lead_to_pages(
    site: Site,
    places: Callable[[str, str], frozenset[str] | None],
    language: str,
    path: str,
) -> None:
    page = site.page(f"/{language}/{path}")
    assert page is not None
    tree = html.fromstring(page.html)
    links = sorted({str(link) for link in tree.xpath("//main//a/@href")})
    own = frozenset(map(str, tree.xpath("//@id")))
    broken = [
        link
        for link in links
        if link.startswith(("/", "#")) and not _leads_somewhere(link, own, places)
    ]
    assert broken == []


def _leads_somewhere(
    link: str, own: frozenset[str], places: Callable[[str, str], frozenset[str] | None]
) -> bool:
    parts = urlsplit(link)
    path, place = unquote(parts.path), unquote(parts.fragment)
    if path.startswith(SERVED_ELSEWHERE) or path.rpartition("/")[2] in NOT_IN_COPIES:
        return True
    there = places(path, parts.query) if path else own
    return there is not None and (not place or place in there)


@pytest.fixture(scope="module")
def copies(site: Site) -> tuple[Site, frozenset[str]]:
    """The site as plain files, and the addresses of its pages."""
    made = Site.open(site.data.build, folders=True)
    return made, frozenset(made.data.addresses.to(path) for path in made.addresses())


@pytest.mark.parametrize("path", PAGES)
def test_plain_files_link_to_each_other_alone(
    copies: tuple[Site, frozenset[str]], path: str
) -> None:
    made, there = copies
    page = made.page(f"/nl/{path}")
    assert page is not None
    links = {
        str(link).partition("#")[0] for link in html.fromstring(page.html).xpath("//main//a/@href")
    }
    within = {link for link in links if link.startswith("/") and not link.startswith("/dumps/")}
    assert within - there == set()


@pytest.mark.parametrize("path", PAGES)
def test_page_has_one_heading_and_says_its_language(site: Site, path: str) -> None:
    for language in LANGUAGES:
        page = site.page(f"/{language}/{path}")
        assert page is not None
        tree = html.fromstring(page.html)
        assert len(tree.xpath("//h1")) == 1
        assert tree.get("lang") == language
        assert (
            tree.xpath("//*[@style] | //style | //script[not(@type='application/ld+json')]") == []
        )
        ids = tree.xpath("//@id")
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize("path", PAGES[:17])
def test_data_is_offered(site: Site, path: str) -> None:
    page = site.page(f"/nl/{path}")
    assert page is not None
    tree = html.fromstring(page.html)
    offered = {link.get("type"): link.get("href") for link in tree.xpath("//link[@type]")}
    assert offered | {"image/svg+xml": ""} == {
        "text/turtle": f"/doc/{path}.ttl",
        "application/ld+json": f"/doc/{path}.jsonld",
        "application/n-triples": f"/doc/{path}.nt",
        "application/rdf+xml": f"/doc/{path}.rdf",
        "image/svg+xml": "",
    }
    assert tree.xpath("//link[@rel='canonical']/@href") == [f"/nl/{path}"]
    hreflang = {link.get("hreflang"): link.get("href") for link in tree.xpath("//link[@hreflang]")}
    assert hreflang == {language: f"/{language}/{path}" for language in LANGUAGES}


@pytest.mark.parametrize(
    "path",
    (
        *("person/nobody", "post/nothing", "party/x", "service/spf-x", "account/x", "concept/x"),
        *("government/x", "legislature/99", "platform/x", "mention/x", "status/x", "person/"),
        *("person", "findings/x", "data/x", "about/x", "person/a b", 'party/"><script>', "x/y"),
    ),
)
def test_what_is_not_there_has_no_page(site: Site, path: str) -> None:
    assert [site.page(f"/{language}/{path}") for language in LANGUAGES] == [None, None, None]


def test_finding_of_an_unknown_kind_has_no_page(site: Site) -> None:
    assert site.page("/fr/findings", {"kind": "no-such-kind"}) is None


def test_every_tie_between_things_is_looked_up(site: Site) -> None:
    store, base = site.data.build.store, site.data.mint.thing("").value
    ties = {
        quad.predicate.value
        for quad in store.quads_for_pattern(None, None, None, DefaultGraph())
        if isinstance(quad.object, NamedNode) and quad.object.value.startswith(base)
    }
    assert ties - set(tying_properties()) == set()
