"""Names that are written to break a page: what a page shows of them is text, whatever they hold."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from pyoxigraph import Literal, NamedNode, Quad

from hemicycle.manifest import MANIFEST
from hemicycle.mint import Mint
from hemicycle.namespaces import PREFIXES
from hemicycle.opened import open_build
from hemicycle.site import LANGUAGES, Site
from hemicycle.store import write_store

ROOT = Path(__file__).parents[2]
KEY = "0123456789abcdef"

HOSTILE = (
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "\"'><img src=x onerror=alert(1)>",
    "{{ 7 * 7 }}{% raw %}",
    "]]>\u2028\u2029</title></h1>&amp;&lt;",
)
PAGES = (
    "person/x",
    "post/x",
    "party/x",
    "service/x",
    "account/x",
    "concept/x",
    "government/x",
    "legislature/x",
    "platform/x",
    "status/x",
    "membership/x",
)


def _term(curie: str) -> NamedNode:
    prefix, _, name = curie.partition(":")
    return NamedNode(PREFIXES[prefix] + name)


def _said(words: str) -> Iterator[tuple[str, str, str | None, str | None]]:
    """Subject, property, thing, text: every kind of thing, all of them with hostile names."""
    yield from (
        ("person/x", "rdf:type", "foaf:Person", None),
        ("person/x", "foaf:name", None, words),
    )
    for path, label in (
        ("post/x", "rdfs:label"),
        ("party/x", "skos:prefLabel"),
        ("service/x", "skos:prefLabel"),
        ("account/x", "foaf:accountName"),
        ("concept/x", "skos:prefLabel"),
        ("government/x", "skos:prefLabel"),
        ("legislature/x", "rdfs:label"),
        ("platform/x", "skos:prefLabel"),
        ("status/x", "skos:prefLabel"),
    ):
        yield path, label, None, words
        yield path, "skos:altLabel", None, f"{words} "
    yield "account/x", "foaf:page", "javascript:alert(1)", None
    yield "account/x", "hc:heldBy", "id:service/x", None
    yield "account/x", "hc:platform", "id:platform/x", None
    yield "account/x", "rdf:type", "foaf:OnlineAccount", None
    yield "service/x", "foaf:homepage", "data:text/html,%3Cscript%3E", None
    yield "service/x", "schema:foundingDate", None, words
    yield "membership/x", "org:member", "id:person/x", None
    yield "membership/x", "hc:post", "id:post/x", None
    yield "membership/x", "org:organization", "id:government/x", None
    yield "membership/x", "schema:startDate", None, words
    for relation, thing in (
        ("hc:askedBy", "person/x"),
        ("hc:holderWhenAsked", "person/x"),
        ("hc:addressedTo", "post/x"),
        ("hc:askedInNameOf", "party/x"),
        ("dcterms:subject", "concept/x"),
        ("hc:legislature", "legislature/x"),
        ("hc:status", "status/x"),
    ):
        yield "question/1-1", relation, f"id:{thing}", None
    yield "question/1-1", "dcterms:title", None, words
    yield "question/1-1", "hc:askedOn", None, words
    yield "mention/x", "hc:body", "id:account/x", None
    yield "mention/x", "hc:source", f"id:text/{KEY}", None
    yield "mention/x", "hc:exact", None, words


def _quads(words: str, mint: Mint) -> Iterator[Quad]:
    graph = mint.graph("local")
    for subject, curie, thing, text in _said(words):
        if thing is None:
            yield Quad(mint.thing(subject), _term(curie), Literal(text or ""), graph)
        else:
            node = mint.thing(thing[3:]) if thing.startswith("id:") else _node(thing)
            yield Quad(mint.thing(subject), _term(curie), node, graph)
    text = f"Voir {words} ici."
    finding, findings = mint.thing(f"finding/same-text-{KEY}"), mint.graph("findings")
    kind = mint.thing("finding-kind/same-text")
    yield Quad(finding, _term("hc:findingKind"), kind, findings)
    yield Quad(finding, _term("hc:words"), Literal(words, language="fr"), findings)
    yield Quad(finding, _term("dcterms:subject"), mint.thing("question/1-1"), findings)
    mention = mint.thing("mention/x")
    yield Quad(mention, _term("hc:start"), Literal(5), graph)
    yield Quad(mention, _term("hc:end"), Literal(len(text) - 5), graph)


def _node(name: str) -> NamedNode:
    prefix = name.partition(":")[0]
    return _term(name) if prefix in PREFIXES else NamedNode(name)


@pytest.fixture(scope="module", params=HOSTILE)
def hostile(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Site]:
    words: str = request.param
    folder = tmp_path_factory.mktemp("hostile")
    (folder / MANIFEST).write_bytes((ROOT / "graphs" / MANIFEST).read_bytes())
    (folder / "texts").mkdir()
    (folder / "texts" / f"{KEY}.txt").write_text(f"Voir {words} ici.", encoding="utf-8")
    write_store(folder / "store", _quads(words, Mint()), Mint())
    return words, Site.open(open_build(folder))


@pytest.mark.parametrize("path", PAGES)
def test_names_are_text(hostile: tuple[str, Site], path: str) -> None:
    words, site = hostile
    for language in LANGUAGES:
        page = site.page(f"/{language}/{path}")
        assert page is not None
        tree = html.fromstring(page.html)
        assert tree.xpath("//script[not(@type='application/ld+json')] | //img | //comment()") == []
        assert [name for name in tree.xpath("//@*") if str(name).startswith("javascript:")] == []
        assert tree.xpath("//*[@onerror]") == []
        for link in tree.xpath("//a/@href"):
            assert str(link).startswith(("/", "#", "http://", "https://"))
        if path != "membership/x":
            (heading,) = tree.xpath("//h1")
            assert heading.text_content() == words


@pytest.mark.parametrize("path", PAGES)
def test_linked_data_says_the_same(hostile: tuple[str, Site], path: str) -> None:
    words, site = hostile
    page = site.page(f"/fr/{path}")
    assert page is not None
    (block,) = html.fromstring(page.html).xpath("//script[@type='application/ld+json']")
    assert not any(sign in block.text for sign in "<>&\u2028\u2029")
    said = json.loads(block.text)
    assert said["@id"] == Mint().thing(path).value
    if path != "membership/x":
        assert said["name"] == words


@pytest.mark.parametrize(
    "parameters",
    (
        {"links": "<script>", "at": "9" * 30, "page": "-1", "year": "0' OR 1", "role": "<b>"},
        {"links": "hc:body", "at": "0x10", "page": "²", "year": "\0", "below": "<u>"},
        {"links": "hc:body", "at": "3", "page": "99999999", "kind": "x", "words": '"'},
    ),
)
def test_parameters_are_no_way_in(hostile: tuple[str, Site], parameters: dict[str, str]) -> None:
    _, site = hostile
    for path in PAGES:
        page = site.page(f"/nl/{path}", parameters)
        assert page is not None
        for value in parameters.values():
            assert len(value) < 3 or value.isalnum() or value not in page.html


def test_findings_are_found_by_their_words(hostile: tuple[str, Site]) -> None:
    words, site = hostile
    asked = {"kind": "same-text", "words": words}
    pages = [site.page("/fr/findings", {"kind": "same-text"}), site.page("/fr/findings", asked)]
    assert all(page is not None for page in pages)
    listed, told = (html.fromstring(page.html) for page in pages if page is not None)
    (cell,) = listed.xpath("//tbody/tr/th")
    assert cell.text_content() == words
    assert told.xpath("//h2")[0].text_content() == words
    assert len(told.xpath("//ol/li")) == 1
    assert told.xpath("//ol//a[@href='/fr/question/1-1']")
