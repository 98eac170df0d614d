"""The graph to files, one module a format; `FORMATS` is all that a caller needs."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from msgspec import Struct

from hemicycle.errors import ExportError
from hemicycle.export.gephi_csv import write_gephi_csv
from hemicycle.export.gexf import write_gexf
from hemicycle.export.graphml import write_graphml
from hemicycle.export.jsonld import write_jsonld
from hemicycle.export.networks import PROJECTIONS
from hemicycle.export.rdf import write_nq, write_nt, write_rdfxml, write_trig, write_ttl
from hemicycle.export.request import Request
from hemicycle.export.tables import write_tables

__all__ = ["FORMATS", "PROJECTIONS", "Format", "Request", "export"]


class Format(Struct, frozen=True, kw_only=True):
    """One format: what writes it, and what it is called.

    `suffix` is empty where the format is a folder of several files; `is_network`
    says whether a projection is chosen.
    """

    name: str
    media_type: str
    suffix: str
    write: Callable[[Request], None]
    description: str
    is_network: bool = False


_ALL = (
    Format(
        name="ttl",
        media_type="text/turtle",
        suffix=".ttl",
        write=write_ttl,
        description="Turtle of the merge",
    ),
    Format(
        name="nt",
        media_type="application/n-triples",
        suffix=".nt",
        write=write_nt,
        description="N-Triples of the merge",
    ),
    Format(
        name="rdfxml",
        media_type="application/rdf+xml",
        suffix=".rdf",
        write=write_rdfxml,
        description="RDF/XML of the merge, without the control characters that XML forbids",
    ),
    Format(
        name="nq",
        media_type="application/n-quads",
        suffix=".nq",
        write=write_nq,
        description="N-Quads of every named graph",
    ),
    Format(
        name="trig",
        media_type="application/trig",
        suffix=".trig",
        write=write_trig,
        description="TriG of every named graph",
    ),
    Format(
        name="jsonld",
        media_type="application/ld+json",
        suffix=".jsonld",
        write=write_jsonld,
        description="JSON-LD of the merge, an object a line, with its context",
    ),
    Format(
        name="csv",
        media_type="text/csv",
        suffix="",
        write=write_tables,
        description="a folder of tables: questions, answers, sections, accounts and more",
    ),
    Format(
        name="gexf",
        media_type="application/gexf+xml",
        suffix=".gexf",
        write=write_gexf,
        description="a network for Gephi, with kinds, types and colours",
        is_network=True,
    ),
    Format(
        name="graphml",
        media_type="application/graphml+xml",
        suffix=".graphml",
        write=write_graphml,
        description="a network for programs that read GraphML",
        is_network=True,
    ),
    Format(
        name="gephi-csv",
        media_type="text/csv",
        suffix="",
        write=write_gephi_csv,
        description="a folder of nodes.csv and edges.csv for Gephi's spreadsheet import",
        is_network=True,
    ),
)

FORMATS: Mapping[str, Format] = MappingProxyType({form.name: form for form in _ALL})
"""Every format by name."""


def export(name: str, request: Request) -> None:
    """Write one format; raises ExportError for a name that there is not.

    Files appear whole or not at all; those of a folder one by one.
    """
    if name not in FORMATS:
        raise ExportError(f"no format is called {name!r}", remedy=f"there is {', '.join(FORMATS)}")
    FORMATS[name].write(request)
