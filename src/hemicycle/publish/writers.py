"""Graphs to requests that write them: by the Graph Store Protocol, or by updates.

Both leave the same, and both may be repeated. A graph of more than one piece is there in
part until its last piece is written; its node in the catalogue comes after that.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol

from pyoxigraph import NamedNode

from hemicycle.remote.endpoint import Endpoint
from hemicycle.remote.sparql_text import drop, insert_data

Whole = tuple[NamedNode, bytes]
"""A graph and all its N-Triples."""


class Writer(Protocol):
    """Writes graphs; `piece` is how many triples go into one request."""

    piece: int

    def put(self, graphs: Sequence[Whole]) -> None:
        """Let some graphs hold just these triples."""

    def add(self, graph: NamedNode, lines: bytes) -> None:
        """Add triples to a graph."""

    def drop(self, graph: NamedNode) -> None:
        """Take a graph away, whether it is there or not."""


class ByGraphs:
    """By the Graph Store Protocol: PUT for a graph's first piece, POST for the others."""

    piece = 20_000

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint

    def put(self, graphs: Sequence[Whole]) -> None:
        """One PUT a graph."""
        for graph, lines in graphs:
            self._endpoint.put_graph(graph, lines)

    def add(self, graph: NamedNode, lines: bytes) -> None:
        """One POST."""
        self._endpoint.add_to_graph(graph, lines)

    def drop(self, graph: NamedNode) -> None:
        """One DELETE."""
        self._endpoint.drop_graph(graph)


class ByUpdates:
    """By SPARQL Update: DROP SILENT and INSERT DATA, many graphs in one request."""

    piece = 5_000

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint

    def put(self, graphs: Sequence[Whole]) -> None:
        """One request: all are dropped, then all written."""
        dropped = [drop(graph) for graph, _ in graphs]
        self._endpoint.update([*dropped, insert_data(graphs)])

    def add(self, graph: NamedNode, lines: bytes) -> None:
        """One request."""
        self._endpoint.update([insert_data([(graph, lines)])])

    def drop(self, graph: NamedNode) -> None:
        """One request."""
        self._endpoint.update([drop(graph)])


def put_in_pieces(writer: Writer, graph: NamedNode, pieces: Iterable[bytes]) -> None:
    """Let a graph hold just the triples of some pieces."""
    is_first = True
    for piece in pieces:
        if is_first:
            writer.put([(graph, piece)])
            is_first = False
        else:
            writer.add(graph, piece)
    if is_first:
        writer.drop(graph)
