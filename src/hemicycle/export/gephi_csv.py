"""A network to the two CSV files that Gephi's spreadsheet import reads."""

import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from hemicycle.export.network_records import Edge, Node, Value, sorted_edges, sorted_nodes
from hemicycle.export.networks import build_network
from hemicycle.export.request import Request, make_folder, writing
from hemicycle.export.xml_text import xml_line
from hemicycle.query import write_rows

_EDGE_COLUMNS = ("Source", "Target", "Type", "Id", "Kind", "Label", "Weight")


def write_gephi_csv(to: Request) -> None:
    """nodes.csv and edges.csv of the projection `to.projection`, in the folder `to.out`.

    Cells are one line each. Gephi takes every column of nodes.csv for text: use
    GEXF where numbers matter.
    """
    network = build_network(to.store, to.mint, to.projection, to.languages)
    nodes = sorted_nodes(network)
    others = sorted({name for node in nodes for name in node.values})
    make_folder(to.out)
    _write(to.out / "nodes.csv", ("Id", "Label", "Kind", *others), _node_rows(nodes, others))
    _write(to.out / "edges.csv", _EDGE_COLUMNS, _edge_rows(sorted_edges(network)))


def _node_rows(nodes: list[Node], others: list[str]) -> Iterator[list[str]]:
    for node in nodes:
        values = [node.values.get(name, "") for name in others]
        yield [_cell(value) for value in (node.iri, node.label, node.kind, *values)]


def _edge_rows(edges: list[Edge]) -> Iterator[list[str]]:
    for edge in edges:
        shown = (edge.id, edge.kind, edge.label, edge.weight)
        yield [_cell(value) for value in (edge.source, edge.target, "Directed", *shown)]


def _cell(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else xml_line(str(value))


def _write(file: Path, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with writing(file) as out:
        text = io.TextIOWrapper(out, encoding="utf-8", newline="")
        write_rows(columns, rows, text)
        text.detach()
