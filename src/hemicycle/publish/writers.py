"""Graphs to requests that write them: by the Graph Store Protocol, or by updates.

Both leave the same, and both may be repeated. A graph of more than one piece is there in
part until its last piece is written; its node in the catalogue comes after that.
"""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Protocol

from pyoxigraph import NamedNode

from hemicycle.publish.bodies import Bodies
from hemicycle.remote.endpoint import Endpoint
from hemicycle.remote.refusals import TooLargeError
from hemicycle.remote.sparql_text import drop, insert_data

Whole = tuple[NamedNode, bytes]
"""A graph and all its N-Triples."""


class Writer(Protocol):
    """Writes graphs, called from several threads.

    `piece` is how many triples go into one request; small graphs are put together as long as
    they have `together` triples.
    """

    piece: int
    together: int
    endpoint: Endpoint

    def put(self, graphs: Sequence[Whole]) -> None:
        """Let some graphs hold just these triples."""

    def add(self, graph: NamedNode, lines: bytes) -> None:
        """Add triples to a graph."""

    def drop(self, graph: NamedNode) -> None:
        """Take a graph away, whether it is there or not."""


class ByGraphs:
    """By the Graph Store Protocol: PUT for a graph's first piece, POST for the others."""

    piece = 20_000
    together = 1

    def __init__(self, endpoint: Endpoint) -> None:
        self.endpoint = endpoint
        self._bodies = Bodies()

    def put(self, graphs: Sequence[Whole]) -> None:
        """One PUT a graph."""
        for graph, lines in graphs:
            put, add = self.endpoint.put_graph, self.endpoint.add_to_graph
            self._bodies.send(partial(put, graph), partial(add, graph), lines)

    def add(self, graph: NamedNode, lines: bytes) -> None:
        """One POST."""
        add = partial(self.endpoint.add_to_graph, graph)
        self._bodies.send(add, add, lines)

    def drop(self, graph: NamedNode) -> None:
        """One DELETE."""
        self.endpoint.drop_graph(graph)


class ByUpdates:
    """By SPARQL Update: DROP SILENT and INSERT DATA, many graphs in one request."""

    piece = together = 5_000

    def __init__(self, endpoint: Endpoint) -> None:
        self.endpoint = endpoint
        self._bodies = Bodies()
        self._is_cramped = False

    def put(self, graphs: Sequence[Whole]) -> None:
        """One request: all are dropped, then all written; where that is too large, several."""
        dropped = [drop(graph) for graph, _ in graphs]
        if not self._is_cramped:
            try:
                self.endpoint.update([*dropped, insert_data(graphs)])
            except TooLargeError:
                self._is_cramped = True
            else:
                return
        self.endpoint.update(dropped)
        for graph, lines in graphs:
            self.add(graph, lines)

    def add(self, graph: NamedNode, lines: bytes) -> None:
        """One request."""

        def insert(part: bytes) -> None:
            self.endpoint.update([insert_data([(graph, part)])])

        self._bodies.send(insert, insert, lines)

    def drop(self, graph: NamedNode) -> None:
        """One request."""
        self.endpoint.update([drop(graph)])


def put_in_pieces(writer: Writer, graph: NamedNode, pieces: Iterable[bytes]) -> None:
    """Let a graph hold just the triples of some pieces: after the first they go at once."""
    waiting = iter(pieces)
    first = next(waiting, None)
    if first is None:
        writer.drop(graph)
        return
    writer.put([(graph, first)])
    for _ in writer.endpoint.at_once(partial(writer.add, graph, piece) for piece in waiting):
        pass
