"""The JSON-LD context has one key for every term of the graph, and processors agree on it."""

import json
from pathlib import Path

import pyoxigraph
import pytest
from rdflib import OWL, RDF, RDFS, XSD, Graph, URIRef

from hemicycle.assets import asset
from hemicycle.namespaces import HC, PREFIXES

CASE = Path(__file__).parent / "context"
CONTEXT = json.loads(asset("ontology/context.jsonld").read_text(encoding="utf-8"))["@context"]
ONTOLOGY = Graph().parse(asset("ontology/hemicycle.ttl"))
TURTLE = [
    *sorted(asset("ontology/authority").glob("*.ttl")),
    *sorted((Path(__file__).parent.parent / "shapes").glob("*/valid-*.ttl")),
]


def named(value: object) -> str:
    """The CURIE that a key stands for."""
    return str(value["@id"]) if isinstance(value, dict) else str(value)


def expanded(curie: str) -> str:
    prefix, _, name = curie.partition(":")
    return f"{CONTEXT[prefix]}{name}"


KEYS = {
    key: expanded(named(value))
    for key, value in CONTEXT.items()
    if not named(value).startswith(("@", "http")) and not key.startswith("@")
}


def test_keys_are_ours_prefixes_or_aliases() -> None:
    others = {key: value for key, value in CONTEXT.items() if key not in KEYS}
    prefixes = {key: value for key, value in others.items() if key in PREFIXES}
    assert prefixes == {key: PREFIXES[key] for key in prefixes}
    assert {key: value for key, value in others.items() if key not in prefixes} == {
        "@version": 1.1,
        "id": "@id",
        "type": "@type",
    }


def test_each_term_of_ours_has_its_own_name_as_key() -> None:
    ours = {key: iri for key, iri in KEYS.items() if iri.startswith(str(HC._NS))}
    terms = {str(term) for term in ONTOLOGY.subjects(RDFS.isDefinedBy)}
    assert ours == {term.removeprefix(str(HC._NS)): term for term in terms}


def test_no_two_keys_mean_the_same() -> None:
    assert len(set(KEYS.values())) == len(KEYS)


@pytest.mark.parametrize("path", TURTLE, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_all_that_data_use_has_a_key(path: Path) -> None:
    graph = Graph().parse(path)
    used = {str(name) for name in graph.predicates()} - {str(RDF.type)}
    used |= {str(name) for name in graph.objects(None, RDF.type)}
    assert used <= set(KEYS.values())


def test_values_are_coerced_as_the_ontology_says() -> None:
    coerced = {KEYS[key]: CONTEXT[key]["@type"] for key in KEYS if isinstance(CONTEXT[key], dict)}
    ours = {iri: kind for iri, kind in coerced.items() if URIRef(iri) in HC}
    nodes = dict.fromkeys(map(str, ONTOLOGY.subjects(RDF.type, OWL.ObjectProperty)), "@id")
    dates = dict.fromkeys(map(str, ONTOLOGY.subjects(RDFS.range, XSD.date)), "xsd:date")
    assert ours == nodes | dates


def test_keys_have_no_more_than_a_type() -> None:
    assert all(set(value) == {"@id", "@type"} for value in CONTEXT.values() if type(value) is dict)


# rdflib's own reader of JSON-LD uses what rdflib has deprecated
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_rdflib_and_oxigraph_read_the_same() -> None:
    document = json.loads((CASE / "document.jsonld").read_text(encoding="utf-8"))
    text = json.dumps({"@context": CONTEXT} | document)
    expected = Graph().parse(CASE / "expected.nt")
    assert set(Graph().parse(data=text, format="json-ld")) == set(expected)
    quads = pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.JSON_LD)
    wanted = pyoxigraph.parse(path=CASE / "expected.nt")
    assert {quad.triple for quad in quads} == {quad.triple for quad in wanted}
