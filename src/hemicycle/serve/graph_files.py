"""Triples to a file in one of the forms of graphs, always in the same bytes."""

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, Store, Triple, serialize

from hemicycle.export import FORMATS, Request
from hemicycle.mint import Mint
from hemicycle.namespaces import PREFIXES


class GraphForm(StrEnum):
    """A form of graphs, by the ending of an address."""

    TURTLE = "ttl"
    N_TRIPLES = "nt"
    JSON_LD = "jsonld"
    RDF_XML = "rdf"


_SERIALISED = {GraphForm.TURTLE: RdfFormat.TURTLE, GraphForm.N_TRIPLES: RdfFormat.N_TRIPLES}
_EXPORTED = {GraphForm.JSON_LD: "jsonld", GraphForm.RDF_XML: "rdfxml"}


def write_graph(triples: Iterable[Triple], form: GraphForm, mint: Mint, out: Path) -> None:
    """Write triples, each once, sorted by subject, with our prefixes or our context.

    Raises ExportError for a triple that the form cannot hold.
    """
    ordered = sorted(set(triples), key=str)
    if form in _SERIALISED:
        prefixes = PREFIXES if form is GraphForm.TURTLE else None
        with out.open("wb") as file:
            serialize(ordered, file, _SERIALISED[form], prefixes=prefixes)
        return
    merge = Store()
    merge.extend(Quad(one.subject, one.predicate, one.object) for one in ordered)
    FORMATS[_EXPORTED[form]].write(Request(store=merge, mint=mint, out=out))
