"""A network to the two CSV files that Gephi's spreadsheet import reads."""

from collections.abc import Iterator
from pathlib import Path

from hemicycle.export.graphml import text_of
from hemicycle.export.legend import write_legend
from hemicycle.export.network_request import from_request, label_of, writing_text
from hemicycle.export.request import make_folder
from hemicycle.export.xml_text import xml_line
from hemicycle.networks import Network, Value
from hemicycle.networks.records import edge_label
from hemicycle.query import write_rows

_NODE_COLUMNS = ("Id", "Label", "Kind")
_EDGE_COLUMNS = ("Source", "Target", "Type", "Id", "Kind", "Label", "Weight")
_DAYS = ("since", "until")


def write_gephi_csv_folder(network: Network, folder: Path) -> None:
    """nodes.csv, edges.csv and legend.csv of a network, in a folder.

    Cells are one line each. Gephi takes every column of nodes.csv for text: use GEXF
    where numbers matter. No column is called start: Gephi would make the network dynamic.
    """
    make_folder(folder)
    node_names = sorted({name for node in network.nodes for name in node.values})
    edge_names = sorted({name for edge in network.edges for name in edge.values})
    with writing_text(folder / "nodes.csv") as out:
        columns = (*_NODE_COLUMNS, *node_names, *_DAYS)
        write_rows(columns, _node_rows(network, node_names), out)
    with writing_text(folder / "edges.csv") as out:
        columns = (*_EDGE_COLUMNS, *edge_names, *_DAYS)
        write_rows(columns, _edge_rows(network, edge_names), out)
    write_legend(network, folder / "legend.csv")


write_gephi_csv = from_request(write_gephi_csv_folder)


def _node_rows(network: Network, names: list[str]) -> Iterator[list[str]]:
    for node in network.nodes:
        values = [_cell(node.values[name]) if name in node.values else "" for name in names]
        days = [node.when.start or "", node.when.end or ""]
        yield [node.iri, label_of(node), node.kind, *values, *days]


def _edge_rows(network: Network, names: list[str]) -> Iterator[list[str]]:
    direction = "Directed" if network.described.is_directed else "Undirected"
    for edge in network.edges:
        shown = [network.edge_id(edge), edge.kind, edge_label(edge.kind), str(edge.weight)]
        values = [_cell(edge.values[name]) if name in edge.values else "" for name in names]
        days = [edge.when.start or "", edge.when.end or ""]
        yield [edge.source, edge.target, direction, *shown, *values, *days]


def _cell(value: Value) -> str:
    return xml_line(text_of(value))
