"""Triples to pieces of N-Triples, and graphs to rounds: what goes out at a time."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from pyoxigraph import RdfFormat, Triple

from hemicycle.rdf_bytes import rdf_bytes
from hemicycle.remote.published import Fingerprints


def in_pieces(triples: Iterable[Triple], size: int) -> Iterator[bytes]:
    """The triples as N-Triples, so many at a time; none gives no piece."""
    waiting = iter(triples)
    while piece := list(islice(waiting, size)):
        yield rdf_bytes(piece, RdfFormat.N_TRIPLES)


def in_rounds(graphs: Sequence[str], known: Fingerprints, most: int) -> Iterator[list[str]]:
    """The graphs in their order, some at a time: so many triples, or a single graph."""
    waiting: list[str] = []
    triples = 0
    for graph in graphs:
        size = known[graph].triples
        if waiting and triples + size > most:
            yield waiting
            waiting, triples = [], 0
        waiting.append(graph)
        triples += size
    if waiting:
        yield waiting
