"""The graph to Turtle, N-Triples and RDF/XML (the merge), N-Quads and TriG (every named graph)."""

import re
from collections.abc import Iterable, Iterator
from functools import partial

from pyoxigraph import Literal, Quad, RdfFormat, Triple, serialize

from hemicycle.errors import ExportError
from hemicycle.export.request import Request, writing
from hemicycle.export.xml_text import xml_text
from hemicycle.namespaces import PREFIXES
from hemicycle.store import merged_triples, named_quads

# An element's name in XML, without the letters beyond Latin that no term of ours has.
_ENDS_IN_NAME = re.compile(r".*[/#:][A-Za-z_][\w.-]*", re.DOTALL)


def _write(statements: Iterable[Triple] | Iterable[Quad], form: RdfFormat, to: Request) -> None:
    with writing(to.out) as out:
        serialize(statements, out, form, prefixes=PREFIXES)


def _write_merge(form: RdfFormat, to: Request) -> None:
    _write(merged_triples(to.store), form, to)


def _write_graphs(form: RdfFormat, to: Request) -> None:
    _write(named_quads(to.store), form, to)


write_ttl = partial(_write_merge, RdfFormat.TURTLE)
write_nt = partial(_write_merge, RdfFormat.N_TRIPLES)
write_nq = partial(_write_graphs, RdfFormat.N_QUADS)
write_trig = partial(_write_graphs, RdfFormat.TRIG)


def write_rdfxml(to: Request) -> None:
    """RDF/XML of the merge.

    XML cannot hold control characters, and reads a carriage return as a newline:
    the first are left out, the second written as one. Raises ExportError for a
    property whose IRI does not end in a name.
    """
    _write(_for_xml(merged_triples(to.store)), RdfFormat.RDF_XML, to)


def _for_xml(triples: Iterable[Triple]) -> Iterator[Triple]:
    named: set[str] = set()
    for triple in triples:
        property_iri = triple.predicate.value
        if property_iri not in named:
            if not _ENDS_IN_NAME.fullmatch(property_iri):
                raise ExportError(
                    f"RDF/XML has no name for the property {property_iri}",
                    remedy="export ttl or nt instead",
                )
            named.add(property_iri)
        yield _clean(triple)


def _clean(triple: Triple) -> Triple:
    found = triple.object
    if not isinstance(found, Literal):
        return triple
    text = xml_text(found.value.replace("\r\n", "\n").replace("\r", "\n"))
    if text == found.value:
        return triple
    literal = (
        Literal(text, language=found.language)
        if found.language
        else Literal(text, datatype=found.datatype)
    )
    return Triple(triple.subject, triple.predicate, literal)
