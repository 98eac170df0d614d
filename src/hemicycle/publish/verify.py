"""Graphs that were sent to what is different about them when they are read back."""

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import NamedNode, Triple

from hemicycle.publish.local import LocalGraphs
from hemicycle.publish.report import Difference
from hemicycle.remote.endpoint import Endpoint
from hemicycle.remote.fingerprint import Fingerprint
from hemicycle.remote.published import Fingerprints
from hemicycle.remote.reading import graph_fingerprints, read_graph

_SHOWN = 3
_COMPARED = 100_000
"""Larger graphs are not compared triple by triple: that would take them into memory twice."""


def read_back(
    endpoint: Endpoint, sent: Fingerprints, local: LocalGraphs
) -> Iterator[tuple[str, Difference | None]]:
    """Each graph that was sent, with what is different about it, None where nothing is."""
    sizes = {graph: known.triples for graph, known in sent.items()}
    for graph, found in graph_fingerprints(endpoint, sizes, local.mint):
        if found == sent[graph]:
            yield graph, None
        else:
            yield graph, _difference(endpoint, graph, sent[graph], found, local)


def _difference(
    endpoint: Endpoint, graph: str, sent: Fingerprint, found: Fingerprint, local: LocalGraphs
) -> Difference:
    if max(sent.triples, found.triples) > _COMPARED:
        return Difference(graph, sent.triples, found.triples)
    ours = set(local.triples(graph))
    theirs = set(read_graph(endpoint, NamedNode(graph), sent.triples, local.mint))
    return Difference(graph, sent.triples, len(theirs), _some(ours - theirs), _some(theirs - ours))


def _some(triples: Iterable[Triple]) -> tuple[str, ...]:
    return tuple(sorted(map(str, triples))[:_SHOWN])


def wrong_sizes(expected: Fingerprints, sizes: Mapping[str, int]) -> Iterator[Difference]:
    """The graphs whose size is not what it must be, in their order."""
    for graph, known in expected.items():
        found = sizes.get(graph, 0)
        if found != known.triples:
            yield Difference(graph, known.triples, found)
