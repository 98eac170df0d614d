"""The formats of files: what each is called, its media type, and what writes it."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from msgspec import Struct

from hemicycle.export.gephi_csv import write_gephi_csv, write_gephi_csv_folder
from hemicycle.export.gexf import write_gexf, write_gexf_file
from hemicycle.export.graphml import write_graphml, write_graphml_file
from hemicycle.export.jsonld import write_jsonld
from hemicycle.export.network_json import (
    write_cytoscape,
    write_cytoscape_file,
    write_graphology,
    write_graphology_file,
)
from hemicycle.export.network_request import WriteNetwork
from hemicycle.export.parquet import write_parquet
from hemicycle.export.png import write_png, write_png_file
from hemicycle.export.rdf import write_nq, write_nt, write_rdfxml, write_trig, write_ttl
from hemicycle.export.request import Request
from hemicycle.export.svg import write_svg, write_svg_file
from hemicycle.export.tables import write_tables
from hemicycle.export.xlsx import write_xlsx


class Format(Struct, frozen=True, kw_only=True):
    """One format: what writes it, and what it is called.

    `suffix` is empty where the format is a folder of several files; `write_network`
    is there where a projection is chosen, and writes a network that is already built.
    """

    name: str
    media_type: str
    suffix: str
    write: Callable[[Request], None]
    description: str
    write_network: WriteNetwork | None = None

    @property
    def is_network(self) -> bool:
        """Whether a projection is chosen."""
        return self.write_network is not None


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
        description="a folder of tables, questions, answers, accounts and more, with CSVW metadata",
    ),
    Format(
        name="xlsx",
        media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        suffix=".xlsx",
        write=write_xlsx,
        description="the same tables in one Excel workbook, with real days and numbers",
    ),
    Format(
        name="parquet",
        media_type="application/vnd.apache.parquet",
        suffix="",
        write=write_parquet,
        description="the same tables in a folder of Parquet files; needs pyarrow",
    ),
    Format(
        name="gexf",
        media_type="application/gexf+xml",
        suffix=".gexf",
        write=write_gexf,
        description="a network for Gephi, with kinds, types and colours",
        write_network=write_gexf_file,
    ),
    Format(
        name="graphml",
        media_type="application/graphml+xml",
        suffix=".graphml",
        write=write_graphml,
        description="a network for programs that read GraphML",
        write_network=write_graphml_file,
    ),
    Format(
        name="gephi-csv",
        media_type="text/csv",
        suffix="",
        write=write_gephi_csv,
        description="a folder of nodes.csv and edges.csv for Gephi's spreadsheet import",
        write_network=write_gephi_csv_folder,
    ),
    Format(
        name="graphology",
        media_type="application/json",
        suffix=".json",
        write=write_graphology,
        description="a network as graphology and sigma import it",
        write_network=write_graphology_file,
    ),
    Format(
        name="cytoscape",
        media_type="application/json",
        suffix=".cyjs",
        write=write_cytoscape,
        description="a network as Cytoscape reads it",
        write_network=write_cytoscape_file,
    ),
    Format(
        name="svg",
        media_type="image/svg+xml",
        suffix=".svg",
        write=write_svg,
        description="a picture of a network on one page, with labels and legend",
        write_network=write_svg_file,
    ),
    Format(
        name="png",
        media_type="image/png",
        suffix=".png",
        write=write_png,
        description="the same picture in points; needs Pillow",
        write_network=write_png_file,
    ),
)

FORMATS: Mapping[str, Format] = MappingProxyType({form.name: form for form in _ALL})
"""Every format by name."""
