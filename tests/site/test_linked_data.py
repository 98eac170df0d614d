"""What pages tell search engines: JSON-LD that parses, in schema.org's own terms alone."""

import json
import re
from pathlib import Path

import pytest
from lxml import html
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from hemicycle.opened import open_build
from hemicycle.site import LANGUAGES, Site

GRAPHS = Path(__file__).parents[2] / "graphs"
SCHEMA = "https://schema.org/"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
BASE = "https://pages.example.org"
DAY = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}", re.ASCII)
DAYS = {"dateCreated", "startDate", "endDate", "foundingDate", "dissolutionDate"}

_THING = {"name", "alternateName", "description", "identifier", "url", "sameAs", "mainEntityOfPage",
          "potentialAction"}  # fmt: skip
_WORK = _THING | {"author", "dateCreated", "hasPart", "inLanguage", "keywords", "license",
                  "mainEntity", "text"}  # fmt: skip
_COMMENT = _WORK | {"answerCount", "suggestedAnswer"}
_ORGANIZATION = _THING | {"dissolutionDate", "foundingDate", "member", "memberOf"}
TERMS = {
    "Answer": _WORK,
    "Collection": _WORK | {"collectionSize"},
    "DataDownload": _WORK | {"contentSize", "contentUrl", "encodingFormat", "sha256"},
    "Dataset": _WORK | {"distribution"},
    "DefinedTerm": _THING | {"inDefinedTermSet", "termCode"},
    "EntryPoint": _THING | {"urlTemplate"},
    "Event": _THING | {"startDate", "endDate"},
    "GovernmentOrganization": _ORGANIZATION,
    "Organization": _ORGANIZATION,
    "Person": _THING | {"familyName", "givenName", "jobTitle", "memberOf"},
    "ProfilePage": _WORK,
    "Question": _COMMENT,
    "SearchAction": _THING | {"query-input", "target"},
    "Thing": _THING,
    "WebSite": _WORK,
}
"""The classes of schema.org that pages use, each with those of its properties that they may use."""

WITHOUT = {"about", "findings", "text", "graph", "sparql-editor", "questions", "unanswered",
           "families", "senators", "ministers", "posts", "parties", "services", "accounts",
           "keywords", "governments"}  # fmt: skip
"""Pages about no one thing."""


@pytest.fixture(scope="module")
def site() -> Site:
    return Site.open(open_build(GRAPHS), base_url=BASE)


def _said(site: Site, path: str) -> list[str]:
    page = site.page(path, {})
    assert page is not None, path
    found = html.document_fromstring(page.html).xpath(
        "//script[@type='application/ld+json']/text()"
    )
    return [str(text) for text in found]


def _problems(text: str) -> list[str]:
    """What a block says that is no term of schema.org, or no day where a day must be."""
    given = json.loads(text)
    assert given.pop("@context") == "https://schema.org"
    with_terms = json.dumps({"@context": {"@vocab": SCHEMA}, **given}).encode()
    quads = list(parse(with_terms, format=RdfFormat.JSON_LD, base_iri=f"{BASE}/"))
    kinds = {
        quad.subject: quad.object.value.removeprefix(SCHEMA)
        for quad in quads
        if quad.predicate.value == TYPE and isinstance(quad.object, NamedNode)
    }
    found = [f"no class {kind}" for kind in kinds.values() if kind not in TERMS]
    for quad in quads:
        name = quad.predicate.value.removeprefix(SCHEMA)
        kind = kinds.get(quad.subject, "Thing")
        if quad.predicate.value != TYPE and name not in TERMS.get(kind, ()):
            found.append(f"{kind} has no {name}")
        if name in DAYS and not (
            isinstance(quad.object, Literal) and DAY.fullmatch(quad.object.value)
        ):
            found.append(f"{name} is {quad.object}")
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_block_parses_and_uses_terms_of_schema_org(site: Site, language: str) -> None:
    paths = [path for path in site.addresses() if path.startswith(f"/{language}/")]
    blocks = {path: _said(site, path) for path in paths}
    silent = {path.split("/")[2] for path, found in blocks.items() if len(found) != 1}
    assert silent <= WITHOUT
    problems = {path: _problems(text) for path, found in blocks.items() for text in found}
    assert {path: found for path, found in problems.items() if found} == {}


def test_a_question_names_who_asked_it_and_the_day(site: Site) -> None:
    (text,) = _said(site, "/fr/question/5-8910")
    said = json.loads(text)
    person = site.data.mint.thing("person/martine-taelman").value
    assert said["@id"] == site.data.mint.thing("question/5-8910").value
    assert said["author"] == {"@type": "Person", "@id": person, "name": "Martine Taelman"}
    assert (said["dateCreated"], said["answerCount"]) == ("2013-04-30", 1)


def test_a_term_that_there_is_not_is_found() -> None:
    block = {
        "@context": "https://schema.org",
        "@type": "Question",
        "asker": "x",
        "dateCreated": "May",
    }
    assert sorted(_problems(json.dumps(block))) == ["Question has no asker", 'dateCreated is "May"']
    assert _problems('{"@context": "https://schema.org", "@type": "Minister"}') == [
        "no class Minister"
    ]
