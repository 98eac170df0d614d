"""The sorted runs of all batches to what clusters share: in the store, in files, checked."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from msgspec import Struct
from pyoxigraph import RdfFormat, Store, parse
from pyoxigraph import Triple as Statement

from hemicycle.counted import count_runs, counted_lines
from hemicycle.mint import Mint
from hemicycle.pipeline.written import MERGE, SHARED_GRAPHS, run_file
from hemicycle.runs import each_once, merge_runs
from hemicycle.store import load_lines

GROUP = 5_000
"""About so many triples of shared nodes are written at a time."""


class Shared(Struct, frozen=True):
    """What pages say of shared nodes, each line counted, and the runs that no page gives.

    `counted` is the stem of the counted files, `stems` are those of the other runs (authority,
    rules on the whole archive), `owned` are the questions of some cluster, as IRIs in `<>`.
    """

    counted: Path
    stems: tuple[Path, ...]
    owned: frozenset[bytes]

    def load(self, store: Store) -> None:
        """Load everything that clusters share into the store."""
        for name in SHARED_GRAPHS:
            load_lines(store, self.graph(name), RdfFormat.N_QUADS)
        load_lines(store, self.merge(), RdfFormat.N_TRIPLES)

    def graph(self, name: str) -> Iterator[bytes]:
        """The lines of N-Quads of one shared graph, sorted, each once."""
        runs = merge_runs([run_file(stem, name) for stem in self.stems])
        return each_once([counted_lines(run_file(self.counted, name)), runs])

    def merge(self) -> Iterator[bytes]:
        """The lines of N-Triples of the shared nodes, sorted, each once.

        Of a question that belongs to a cluster, its own piece says the same.
        """
        for line in self.graph(MERGE):
            if line.partition(b" ")[0] not in self.owned:
                yield line

    def groups(self) -> Iterator[list[bytes]]:
        """The lines of the merge, some thousand at a time, a subject's all in one."""
        group: list[bytes] = []
        for _, lines in groupby(self.merge(), key=_subject):
            group.extend(lines)
            if len(group) >= GROUP:
                yield group
                group = []
        if group:
            yield group


def count_shared(stems: Sequence[Path], counted: Path) -> None:
    """Count the lines in the runs of all batches, into files with the stem `counted`."""
    for name in (MERGE, *SHARED_GRAPHS):
        count_runs([run_file(stem, name) for stem in stems], run_file(counted, name))


def owned_questions(questions: Iterable[str], mint: Mint) -> frozenset[bytes]:
    """Paths of questions as they open a line."""
    things = mint.thing("").value
    return frozenset(f"<{things}{path}>".encode() for path in dict.fromkeys(questions))


def parsed(lines: Sequence[bytes]) -> list[Statement]:
    """Lines of N-Triples as statements, in their order."""
    quads = parse(b"".join(lines), RdfFormat.N_TRIPLES)
    return [quad.triple for quad in quads]


def _subject(line: bytes) -> bytes:
    return line.partition(b" ")[0]
