"""A build and a store elsewhere to the same graphs in both, and to the report of it.

The catalogue loses the graphs that will change before the first of them does, and names
each again once it has been written and read back. So whenever publishing ends, what the
catalogue names is whole, and what it does not name is sent the next time.
"""

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import chain

from pyoxigraph import NamedNode

from hemicycle.errors import BrokenOffError, EndpointError
from hemicycle.opened import OpenBuild
from hemicycle.progress import Progress, Silent
from hemicycle.publish.local import LocalGraphs
from hemicycle.publish.options import Options
from hemicycle.publish.patch import Patch, merge_patch
from hemicycle.publish.pieces import in_pieces, in_rounds
from hemicycle.publish.plan import Plan, plan
from hemicycle.publish.report import Difference, Report
from hemicycle.publish.verify import read_back, wrong_sizes
from hemicycle.publish.writers import ByGraphs, ByUpdates, Writer, put_in_pieces
from hemicycle.remote.endpoint import Endpoint
from hemicycle.remote.graphs import PUBLISHED
from hemicycle.remote.published import (
    Fingerprints,
    entry_triples,
    graph_sizes,
    head_triples,
    read_published,
)

ROUND = 50_000
"""How many triples are sent before they are read back, and the catalogue names them."""


def publish(
    build: OpenBuild,
    endpoint: Endpoint,
    options: Options | None = None,
    progress: Progress | None = None,
) -> Report:
    """Let a store hold what a build holds; only what changed is sent.

    Raises EndpointError where the store cannot be reached or refuses: then what was
    done is done, and the next time goes on from there.
    """
    chosen = options or Options()
    return _Publishing(build, endpoint, chosen, progress or Silent()).run()


class _Publishing:
    """One run: what is there, what changes, and what came of it."""

    def __init__(
        self, build: OpenBuild, endpoint: Endpoint, options: Options, progress: Progress
    ) -> None:
        self._local = LocalGraphs(build)
        self._mint = build.mint
        self._endpoint = endpoint
        self._options = options
        self._progress = progress
        by_updates = options.by_updates or endpoint.addresses.graphs is None
        self._writer: Writer = ByUpdates(endpoint) if by_updates else ByGraphs(endpoint)
        self._catalogue = self._mint.graph(PUBLISHED)
        self._differences: list[Difference] = []
        self._patch: Patch | None = None

    def run(self) -> Report:
        """Look, send, drop, look again."""
        self._progress.stage("asking what is there")
        there = read_published(self._endpoint, self._mint)
        sizes = graph_sizes(self._endpoint, self._mint)
        known = self._local.fingerprints(self._progress)
        todo = plan(known, there, sizes, self._mint)
        if todo.send or todo.drop:
            self._patch = merge_patch(self._endpoint, self._local, todo, there, sizes)
        if not self._options.dry_run and (todo.send or todo.drop):
            self._change(todo, known)
            self._check_sizes(known)
        return Report(
            sent=todo.send,
            triples=sum(self._triples(graph, known) for graph in todo.send),
            dropped=todo.drop,
            kept=len(todo.keep),
            differences=tuple(self._differences),
            is_done=not self._options.dry_run,
            patched=None if self._patch is None else self._patch.size,
        )

    def _triples(self, graph: str, known: Fingerprints) -> int:
        """How many triples are sent of a graph."""
        if graph == self._local.merge and self._patch is not None:
            return self._patch.size
        return known[graph].triples

    def _change(self, todo: Plan, known: Fingerprints) -> None:
        self._name_only(todo.keep, known)
        self._progress.stage("sending graphs", len(todo.send))
        pages = [graph for graph in todo.send if graph != self._local.merge]
        merge = [graph for graph in todo.send if graph == self._local.merge]
        for batch in chain(in_rounds(pages, known, ROUND), in_rounds(merge, known, ROUND)):
            self._send(batch, known)
            self._confirm({graph: known[graph] for graph in batch})
            self._progress.advance(len(batch))
        self._progress.stage("dropping graphs that are gone", len(todo.drop))
        for graph in todo.drop:
            self._writer.drop(NamedNode(graph))
            self._progress.advance()

    def _name_only(self, graphs: Iterable[str], known: Fingerprints) -> None:
        """Let the catalogue name just these graphs."""
        entries = chain.from_iterable(
            entry_triples(graph, known[graph], self._mint) for graph in graphs
        )
        triples = chain(head_triples(self._mint), entries)
        put_in_pieces(self._writer, self._catalogue, in_pieces(triples, self._writer.piece))

    def _send(self, graphs: Sequence[str], known: Fingerprints) -> None:
        """Write small graphs, some in one request, and large ones in pieces."""
        piece = self._writer.piece
        if graphs[0] == self._local.merge and self._patched():
            return
        small = [graph for graph in graphs if known[graph].triples <= piece]
        batches = in_rounds(small, known, self._writer.together)
        for _ in self._endpoint.at_once(partial(self._put, batch) for batch in batches):
            pass
        for graph in graphs:
            if known[graph].triples > piece:
                pieces = self._local.pieces(graph, piece)
                put_in_pieces(self._writer, NamedNode(graph), pieces)

    def _put(self, graphs: Sequence[str]) -> None:
        piece = self._writer.piece
        wholes = ((graph, b"".join(self._local.pieces(graph, piece))) for graph in graphs)
        self._writer.put([(NamedNode(graph), lines) for graph, lines in wholes])

    def _patched(self) -> bool:
        """Change the merge where that is enough; where updates are refused, it is not."""
        if self._patch is None:
            return False
        try:
            self._patch.apply(self._endpoint)
        except BrokenOffError:
            raise
        except EndpointError:
            self._patch = None
        return self._patch is not None

    def _confirm(self, sent: Fingerprints) -> None:
        """Read graphs back, and let the catalogue name those that are as they were sent."""
        good = set(sent)
        if self._options.verify:
            for graph, difference in read_back(self._endpoint, sent, self._local):
                if difference is not None:
                    self._differences.append(difference)
                    good.discard(graph)
        named = [graph for graph in sent if graph in good]
        triples = chain.from_iterable(
            entry_triples(graph, sent[graph], self._mint) for graph in named
        )
        for piece in in_pieces(triples, self._writer.piece):
            self._writer.add(self._catalogue, piece)

    def _check_sizes(self, known: Fingerprints) -> None:
        """Count all graphs, those too that were not sent."""
        self._progress.stage("counting what is there")
        seen = {difference.graph for difference in self._differences}
        sizes = graph_sizes(self._endpoint, self._mint)
        for difference in wrong_sizes(known, sizes):
            if difference.graph not in seen:
                self._differences.append(difference)
