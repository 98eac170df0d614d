"""The ontology says of each of our terms what it means, and says nothing that is not so."""

from importlib.metadata import version
from pathlib import Path

import pyoxigraph
import pytest
from rdflib import DC, DCTERMS, OWL, RDF, RDFS, SKOS, XSD, Graph, Literal, Node, URIRef

from hemicycle.assets import asset
from hemicycle.namespaces import HC

FILE = asset("ontology/hemicycle.ttl")
GRAPH = Graph().parse(FILE)
ONTOLOGY = URIRef(str(HC._NS))
NAMES = [name for name in HC.__annotations__ if not name.startswith("_")]
LANGUAGES = ["en", "fr", "nl"]
ARTICLES = {"a", "an", "the", "un", "une", "le", "la", "les", "l", "een", "de", "het"}
KINDS = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty}
CASES = sorted((Path(__file__).parent.parent / "shapes").glob("*/valid-*.ttl"))


def texts(term: Node, said: URIRef) -> dict[str | None, str]:
    """The values of a property by language; each language once."""
    values = [value for value in GRAPH.objects(term, said) if isinstance(value, Literal)]
    assert len({value.language for value in values}) == len(values)
    return {value.language: str(value) for value in values}


def words(text: str) -> list[str]:
    found = text.casefold().replace("'", " ").split()
    return found[1:] if found and found[0] in ARTICLES else found


def test_header() -> None:
    assert (ONTOLOGY, RDF.type, OWL.Ontology) in GRAPH
    assert sorted(str(code) for code in texts(ONTOLOGY, DCTERMS.title)) == LANGUAGES
    assert sorted(str(code) for code in texts(ONTOLOGY, DCTERMS.description)) == LANGUAGES
    licence = URIRef("https://opensource.org/license/mit")
    assert set(GRAPH.objects(ONTOLOGY, DCTERMS.license)) == {licence}
    assert not list(GRAPH.objects(ONTOLOGY, DC.title))


def test_version_is_that_of_the_package() -> None:
    assert GRAPH.value(ONTOLOGY, OWL.versionInfo) == Literal(version("hemicycle"))
    expected = f"https://w3id.org/hemicycle/ns/{version('hemicycle')}"
    assert GRAPH.value(ONTOLOGY, OWL.versionIRI) == URIRef(expected)


def test_terms_are_those_of_the_namespace_in_its_order() -> None:
    quads = pyoxigraph.parse(path=FILE, format=pyoxigraph.RdfFormat.TURTLE)
    subjects = dict.fromkeys(str(getattr(quad.subject, "value", "")) for quad in quads)
    assert list(subjects) == [str(ONTOLOGY), *(f"{ONTOLOGY}{name}" for name in NAMES)]


@pytest.mark.parametrize("name", NAMES)
def test_term_is_described(name: str) -> None:
    term = ONTOLOGY + name
    kinds = KINDS & set(GRAPH.objects(term, RDF.type))
    assert kinds == {OWL.Class} if name[0].isupper() else len(kinds - {OWL.Class}) == 1
    assert set(GRAPH.objects(term, RDFS.isDefinedBy)) == {ONTOLOGY}
    labels, definitions = texts(term, RDFS.label), texts(term, SKOS.definition)
    assert sorted(map(str, labels)) == sorted(map(str, definitions)) == LANGUAGES
    for language, definition in definitions.items():
        label = words(labels[language])
        assert words(definition)[: len(label)] != label
        assert definition.endswith((".", "…"))


def test_labels_of_classes_and_of_properties_are_distinct() -> None:
    for upper in (True, False):
        for language in LANGUAGES:
            labels = [
                texts(ONTOLOGY + name, RDFS.label)[language]
                for name in NAMES
                if name[0].isupper() is upper
            ]
            assert len(set(labels)) == len(labels)


def test_ranges_fit_the_kind_of_property() -> None:
    for term, range_ in GRAPH.subject_objects(RDFS.range):
        literal = str(range_).startswith(str(XSD)) or range_ in {RDF.langString, RDFS.Literal}
        kind = OWL.DatatypeProperty if literal else OWL.ObjectProperty
        assert (term, RDF.type, kind) in GRAPH


def classes(node: Node, data: Graph) -> set[Node]:
    found = set(data.objects(node, RDF.type))
    for declared in list(found):
        found |= {c for c in GRAPH.transitive_objects(declared, RDFS.subClassOf) if c is not None}
    return found


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_domains_and_ranges_hold_in_valid_data(path: Path) -> None:
    data = Graph().parse(path)
    for subject, predicate, value in data:
        for node, said in ((subject, RDFS.domain), (value, RDFS.range)):
            found = classes(node, data)
            wanted = set(GRAPH.objects(predicate, said))
            assert not found or isinstance(node, Literal) or wanted <= found
        for datatype in GRAPH.objects(predicate, RDFS.range):
            if isinstance(value, Literal) and datatype != RDFS.Literal:
                own = RDF.langString if value.language else value.datatype or XSD.string
                assert own == datatype
