"""No Turtle of the project uses a term that its vocabulary lacks."""

from pathlib import Path

import pytest
from rdflib import Graph, Literal, Node
from rdflib.namespace import (
    DCAT,
    DCTERMS,
    FOAF,
    ORG,
    OWL,
    PROV,
    RDF,
    RDFS,
    SDO,
    SH,
    SKOS,
    VOID,
    XSD,
    DefinedNamespace,
)

from hemicycle.assets import asset
from hemicycle.namespaces import HC

CLOSED: tuple[type[DefinedNamespace], ...] = (
    HC, DCAT, DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SDO, SH, SKOS, VOID, XSD,
)  # fmt: skip
TURTLE = [*sorted(asset("ontology").rglob("*.ttl")), *sorted(asset("shapes").rglob("*.ttl"))]


def unknown(graph: Graph) -> set[str]:
    """The names of closed vocabularies that these vocabularies do not have."""
    nodes: set[Node] = {node for triple in graph for node in triple}
    names = {str(node) for node in nodes if not isinstance(node, Literal)}
    names |= {str(node.datatype) for node in nodes if isinstance(node, Literal) and node.datatype}
    return {
        name
        for name in names
        for space in CLOSED
        if name.startswith(str(space._NS)) and name != str(space._NS) and name not in space
    }


@pytest.mark.parametrize("path", TURTLE, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_only_known_terms_are_used(path: Path) -> None:
    assert unknown(Graph().parse(path)) == set()


def test_slips_are_seen() -> None:
    slips = """
        @prefix dcterms: <http://purl.org/dc/terms/> .
        @prefix hc: <https://w3id.org/hemicycle/ns#> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        hc:WrittenQuestion dcterms:rigthsHolder "x" ; hc:askedAt "2013-04-30"^^xsd:datetime .
    """
    assert unknown(Graph().parse(data=slips)) == {
        "http://purl.org/dc/terms/rigthsHolder",
        "https://w3id.org/hemicycle/ns#askedAt",
        "http://www.w3.org/2001/XMLSchema#datetime",
    }
