"""A build to the graphs that are published: each named graph, the pages' texts, and the merge."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Triple

from hemicycle.errors import ReadError
from hemicycle.mint import Mint
from hemicycle.namespaces import PREFIXES
from hemicycle.opened import OpenBuild
from hemicycle.progress import Progress
from hemicycle.publish.pieces import in_pieces
from hemicycle.remote.fingerprint import fingerprint
from hemicycle.remote.graphs import MERGE, text_graph
from hemicycle.remote.published import Fingerprints
from hemicycle.store import is_merged

_TEXT = NamedNode(f"{PREFIXES['schema']}text")


class LocalGraphs:
    """The graphs of a build by their IRIs, as they are to stand elsewhere."""

    def __init__(self, build: OpenBuild) -> None:
        self.mint = build.mint
        self.merge = build.mint.graph(MERGE).value
        self._store = build.store
        self._texts = _texts_by_graph(build.texts, build.mint)

    def names(self) -> list[str]:
        """The graphs' IRIs in the order they are sent: the merge, which queries read, last."""
        found = {graph.value for graph in self._store.named_graphs() if _is_named(graph)}
        return [*sorted({*found, *self._texts} - {self.merge}), self.merge]

    def triples(self, graph: str) -> Iterator[Triple]:
        """The triples of one graph, in the store's order; those of texts in that of their keys."""
        if graph in self._texts:
            return (self._text(file) for file in self._texts[graph])
        where = DefaultGraph() if graph == self.merge else NamedNode(graph)
        return (quad.triple for quad in self._store.quads_for_pattern(None, None, None, where))

    def _text(self, file: Path) -> Triple:
        try:
            words = file.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise ReadError(f"cannot be read: {error}", file=file) from error
        return Triple(self.mint.thing(f"text/{file.stem}"), _TEXT, Literal(words))

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


def _texts_by_graph(folder: Path, mint: Mint) -> Mapping[str, tuple[Path, ...]]:
    """The files of texts by the graph that they go into; none where a build has no texts."""
    found: dict[str, list[Path]] = {}
    for file in sorted(folder.glob("*.txt")):
        found.setdefault(text_graph(file.stem, mint).value, []).append(file)
    return {graph: tuple(files) for graph, files in found.items()}


def _is_named(graph: object) -> bool:
    return isinstance(graph, NamedNode)
