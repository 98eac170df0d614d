"""Each alignment says what it is, and ties terms that there are by relations that may hold."""

import csv
from pathlib import Path

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.namespace import FOAF, ORG, PROV, SDO

from hemicycle.assets import asset
from hemicycle.namespaces import BASE, HC

FILES = sorted(asset("ontology/alignments").glob("*.ttl"))
LANGUAGES = ["en", "fr", "nl"]
HEADER = {RDF.type, DCTERMS.title, DCTERMS.description, DCTERMS.license, RDFS.seeAlso}
EXACT = {RDFS.subClassOf, RDFS.subPropertyOf, OWL.equivalentClass, OWL.equivalentProperty}
CLOSE = {SKOS.closeMatch, SKOS.broadMatch}
ONTOLOGY = Graph().parse(asset("ontology/hemicycle.ttl"))
CODES = Graph().parse(asset("ontology/authority/codes.ttl"))
CLOSED = (HC, FOAF, ORG, PROV, SDO)
"""Vocabularies of which a complete list is at hand; of the others, terms.csv has what is used."""


def read_terms() -> set[str]:
    with Path(__file__).with_name("terms.csv").open(encoding="utf-8", newline="") as file:
        return {row["namespace"] + row["term"] for row in csv.DictReader(file)}


TERMS = read_terms()


def exists(name: URIRef) -> bool:
    closed = [space for space in CLOSED if name in space]
    return bool(closed) or str(name) in TERMS or (name, RDF.type, SKOS.Concept) in CODES


def test_there_are_all() -> None:
    assert [path.stem for path in FILES] == [
        "eli-dl",
        "foaf-sioc",
        "mandaat",
        "org",
        "prov",
        "question-and-answer",
        "schema",
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.stem))
def test_header(path: Path) -> None:
    graph = Graph().parse(path)
    ontology = URIRef(f"{BASE}alignment/{path.stem}")
    assert set(graph.subjects(RDF.type, OWL.Ontology)) == {ontology}
    assert set(graph.predicates(ontology)) == HEADER
    for said in (DCTERMS.title, DCTERMS.description):
        values = [value for value in graph.objects(ontology, said) if isinstance(value, Literal)]
        assert sorted(str(value.language) for value in values) == LANGUAGES


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.stem))
def test_it_relates_known_terms_by_relations_that_may_hold(path: Path) -> None:
    graph = Graph().parse(path)
    graph.remove((URIRef(f"{BASE}alignment/{path.stem}"), None, None))
    assert len(graph) > 0
    assert set(graph.predicates()) <= EXACT | CLOSE
    unknown = {node for triple in graph for node in (triple[0], triple[2])}
    assert {str(node) for node in unknown if not exists(URIRef(str(node)))} == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.stem))
def test_classes_specialise_classes_and_properties_properties(path: Path) -> None:
    graph = Graph().parse(path)
    for subject, relation, _ in graph:
        is_class = (subject, RDF.type, OWL.Class) in ONTOLOGY
        if relation in {RDFS.subClassOf, OWL.equivalentClass}:
            assert is_class
        elif relation in EXACT:
            assert not is_class
            assert (subject, RDFS.isDefinedBy, None) in ONTOLOGY


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.stem))
def test_no_pair_is_both_exact_and_close(path: Path) -> None:
    graph = Graph().parse(path)
    exact = {(subject, value) for subject, said, value in graph if said in EXACT}
    close = {(subject, value) for subject, said, value in graph if said in CLOSE}
    assert exact & close == set()


def test_a_slip_is_seen() -> None:
    assert not exists(URIRef("http://data.europa.eu/eli/ontology#date_of_document"))
    assert not exists(HC._NS["askedAt"])
    assert not exists(URIRef(f"{BASE}id/account-kind/channels"))
