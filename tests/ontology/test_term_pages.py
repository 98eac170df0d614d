"""What is published of the ontology is fresh, whole, and stands alone."""

from pathlib import Path
from urllib.parse import urlparse

import pyoxigraph
import pytest
from lxml import etree, html
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.compare import isomorphic

from hemicycle.assets import asset
from hemicycle.namespaces import HC
from hemicycle.term_pages import Term, published, read_ontology

TURTLE = asset("ontology/hemicycle.ttl")
FOLDER = TURTLE.parent
GRAPH = Graph().parse(TURTLE)
ONTOLOGY = read_ontology(TURTLE, sorted((FOLDER / "alignments").glob("*.ttl")))
PUBLISHED = published(FOLDER)
NAMES = [name for name in HC.__annotations__ if not name.startswith("_")]
LANGUAGES = ["en", "fr", "nl"]


@pytest.mark.parametrize("name", PUBLISHED)
def test_it_is_fresh(name: str) -> None:
    """If not: python -m hemicycle.term_pages."""
    assert (FOLDER / name).read_text(encoding="utf-8") == PUBLISHED[name]


def test_it_is_the_same_each_time() -> None:
    assert published(FOLDER) == PUBLISHED


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph")  # of rdflib, within its own parser
def test_json_ld_says_what_the_turtle_says() -> None:
    data = PUBLISHED["hemicycle.jsonld"]
    assert isomorphic(Graph().parse(data=data, format="json-ld"), GRAPH)
    quads = pyoxigraph.parse(data.encode(), format=pyoxigraph.RdfFormat.JSON_LD)
    turtle = pyoxigraph.parse(path=TURTLE)
    assert {str(quad.triple) for quad in quads} == {str(quad.triple) for quad in turtle}


def page() -> html.HtmlElement:
    return html.document_fromstring(PUBLISHED["hemicycle.html"])


def test_every_term_has_one_anchor() -> None:
    anchors = [str(name) for name in page().xpath("//section[@class='term']/@id")]
    assert sorted(anchors) == sorted(NAMES)
    assert len(set(page().xpath("//@id"))) == len(page().xpath("//@id"))


@pytest.mark.parametrize("term", ONTOLOGY.terms, ids=lambda term: term.name)
def test_a_term_is_shown_whole(term: Term) -> None:
    (section,) = page().xpath(f"//section[@id='{term.name}']")
    shown = " ".join(section.text_content().split())
    for language in LANGUAGES:
        assert term.label[language] in shown
        assert term.definition[language] in shown
    links = {link.removeprefix("#") for link in section.xpath(".//@href")}
    others = (*term.domain, *term.included_in, *term.range, *term.above)
    expected = {iri.removeprefix(str(HC._NS)) for iri in others}
    assert expected | {alignment.term for alignment in term.alignments} <= links
    assert all(example in shown for example in term.examples)


def test_links_within_the_page_arrive() -> None:
    anchors = set(page().xpath("//@id"))
    links = {str(link) for link in page().xpath("//@href") if str(link).startswith("#")}
    assert {link.removeprefix("#") for link in links} <= anchors


def test_the_page_loads_nothing() -> None:
    loading = page().xpath("//script | //img | //iframe | //object | //@src | //@style")
    assert loading == []
    assert [link.get("rel") for link in page().xpath("//link")] == ["alternate", "alternate"]
    styles = " ".join(page().xpath("//style/text()"))
    assert "url(" not in styles.replace("url(#", "")
    assert "@import" not in styles
    beside = {str(link) for link in page().xpath("//link/@href")}
    assert all(not urlparse(link).scheme and (FOLDER / link).is_file() for link in beside)


def test_the_drawing_has_every_class_once() -> None:
    root = etree.fromstring(PUBLISHED["hemicycle.svg"].encode())
    shown = [text.text for text in root.iterfind(".//{*}g/{*}text")]
    classes = [term.name for term in ONTOLOGY.terms if term.is_class]
    assert sorted(name for name in shown if name and ":" not in name) == sorted(classes)
    assert root.xpath("//*[local-name() = 'image' or local-name() = 'script']") == []


def test_no_two_boxes_overlap() -> None:
    root = etree.fromstring(PUBLISHED["hemicycle.svg"].encode())
    corners = [(box.get("x"), box.get("y")) for box in root.iterfind(".//{*}rect")]
    assert len(set(corners)) == len(corners)


@pytest.mark.parametrize("name", NAMES)
def test_a_term_has_what_a_reader_needs(name: str) -> None:
    """Label and definition in three languages, an example; a property, whose it is."""
    term = URIRef(str(HC._NS) + name)
    for said in (RDFS.label, SKOS.definition):
        texts = [text for text in GRAPH.objects(term, said) if isinstance(text, Literal)]
        assert sorted(str(text.language) for text in texts) == LANGUAGES
    assert list(GRAPH.objects(term, SKOS.example))
    if (term, RDF.type, OWL.Class) not in GRAPH:
        (shown,) = (one for one in ONTOLOGY.terms if one.name == name)
        assert shown.domain or shown.included_in
        assert shown.range or name in ANY_VALUE


ANY_VALUE = {"body", "means", "within"}
"""Properties whose values are nodes of many classes, which no range would tell truly."""


def test_published_files_travel_with_the_ontology(tmp_path: Path) -> None:
    (tmp_path / "alignments").mkdir()
    (tmp_path / "hemicycle.ttl").write_bytes(TURTLE.read_bytes())
    alone = published(tmp_path)
    assert alone["hemicycle.jsonld"] == PUBLISHED["hemicycle.jsonld"]
    assert alone["hemicycle.html"] != PUBLISHED["hemicycle.html"]
