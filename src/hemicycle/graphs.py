"""Oxigraph's triples to an rdflib graph, which pySHACL and users read."""

from collections.abc import Iterable

from pyoxigraph import BlankNode, NamedNode, Triple
from pyoxigraph import Literal as OxLiteral
from rdflib import BNode, Graph, Literal, Namespace, URIRef
from rdflib.term import Identifier

from hemicycle.namespaces import PREFIXES

_PLAIN = "http://www.w3.org/2001/XMLSchema#string"


def as_graph(triples: Iterable[Triple]) -> Graph:
    """An rdflib graph of some triples, with our prefixes bound."""
    graph = Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, Namespace(namespace))
    for triple in triples:
        graph.add((as_term(triple.subject), as_term(triple.predicate), as_term(triple.object)))
    return graph


def as_term(term: object) -> Identifier:
    """One term of Oxigraph's as rdflib's: its value, language and datatype as they are.

    Raises TypeError for a triple term, which none of our graphs has.
    """
    if isinstance(term, NamedNode):
        return URIRef(term.value)
    if isinstance(term, BlankNode):
        return BNode(term.value)
    if not isinstance(term, OxLiteral):
        raise TypeError(f"no term of RDF 1.1: {term}")
    if term.language:
        return Literal(term.value, lang=term.language)
    if term.datatype.value == _PLAIN:
        return Literal(term.value)
    return Literal(term.value, datatype=URIRef(term.datatype.value), normalize=False)
