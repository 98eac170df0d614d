"""RDF files to Oxigraph's triples, and those to an rdflib graph, which pySHACL reads."""

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pyoxigraph import BlankNode, NamedNode, RdfFormat, Triple, parse
from pyoxigraph import Literal as OxLiteral
from rdflib import BNode, Graph, Literal, Namespace, URIRef
from rdflib.term import Identifier

from hemicycle.errors import ReadError
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


def read_rdf(path: Path) -> Iterator[Triple]:
    """The triples of an RDF file, its notation known by its ending; graphs' names are left out.

    Raises ReadError, with the line where it is known, for a file that is no RDF.
    """
    form = RdfFormat.from_extension(path.suffix.removeprefix("."))
    if form is None:
        raise ReadError(
            "is no RDF file", file=path, remedy="name it .ttl, .nt, .nq, .trig, .rdf or .jsonld"
        )
    try:
        for quad in parse(path=path, format=form, base_iri=path.absolute().as_uri()):
            yield quad.triple
    except SyntaxError as error:
        raise ReadError(error.msg, file=path, line=error.lineno) from error
    except OSError as error:
        raise ReadError(error.strerror or str(error), file=path) from error


@contextmanager
def unlogged() -> Iterator[None]:
    """While it lasts rdflib does not log, as tracebacks, that a value is not of its datatype."""
    log = logging.getLogger("rdflib.term")
    was = log.disabled
    log.disabled = True
    try:
        yield
    finally:
        log.disabled = was


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
