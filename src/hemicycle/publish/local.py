"""A build to the graphs that are published: each named graph, and the merge as graph/all."""

from collections.abc import Iterator

from pyoxigraph import DefaultGraph, NamedNode, Quad, Triple

from hemicycle.opened import OpenBuild
from hemicycle.progress import Progress
from hemicycle.publish.pieces import in_pieces
from hemicycle.remote.fingerprint import fingerprint
from hemicycle.remote.published import MERGE, Fingerprints
from hemicycle.store import is_merged


class LocalGraphs:
    """The graphs of a build by their IRIs, as they are to stand elsewhere."""

    def __init__(self, build: OpenBuild) -> None:
        self.mint = build.mint
        self.merge = build.mint.graph(MERGE).value
        self._store = build.store

    def names(self) -> list[str]:
        """The graphs' IRIs in the order they are sent: the merge, which queries read, last."""
        found = {graph.value for graph in self._store.named_graphs() if _is_named(graph)}
        return [*sorted(found - {self.merge}), self.merge]

    def triples(self, graph: str) -> Iterator[Triple]:
        """The triples of one graph, in the store's order."""
        where = DefaultGraph() if graph == self.merge else NamedNode(graph)
        return (quad.triple for quad in self._store.quads_for_pattern(None, None, None, where))

    def pieces(self, graph: str, size: int) -> Iterator[bytes]:
        """A graph as N-Triples, so many triples at a time."""
        return in_pieces(self.triples(graph), size)

    def fingerprints(self, progress: Progress) -> Fingerprints:
        """The fingerprint of each graph."""
        names = self.names()
        progress.stage("taking fingerprints of graphs", len(names))
        found: Fingerprints = {}
        for name in names:
            found[name] = fingerprint(self.triples(name))
            progress.advance()
        return found

    def in_merge(self, triple: Triple) -> bool:
        """Whether the merge has a triple."""
        return Quad(triple.subject, triple.predicate, triple.object) in self._store

    def is_merged(self, graph: str) -> bool:
        """Whether the triples of a named graph are in the merge too."""
        return is_merged(graph, self.mint)


def _is_named(graph: object) -> bool:
    return isinstance(graph, NamedNode)
