"""The triples of a batch to files: pieces of the clusters' own, sorted runs of what they share."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from operator import itemgetter
from pathlib import Path
from typing import BinaryIO, NamedTuple

from msgspec import Struct
from pyoxigraph import Quad, RdfFormat
from pyoxigraph import Triple as Statement

from hemicycle.counts import count_lines
from hemicycle.export.pieces import Heads, jsonld_piece, turtle_piece
from hemicycle.mint import Mint
from hemicycle.pipeline.given import BatchTriples, ClusterTriples
from hemicycle.rdf_bytes import rdf_bytes, rdf_lines
from hemicycle.runs import write_run
from hemicycle.triples import Triple, placed

SHARED_GRAPHS = ("local", "inferred", "findings")
"""The graphs whose quads clusters may share, in the order they stand in N-Quads."""

MERGE = "merge"


class Pieces(Struct, frozen=True):
    """The file of each kind of piece."""

    nq: Path
    nt: Path
    ttl: Path
    jsonld: Path


def pieces(stem: Path) -> Pieces:
    """Where the pieces of a batch stand.

    >>> pieces(Path("00012")).jsonld.name
    '00012.jsonld'
    """
    return Pieces(*(stem.with_suffix(f".{suffix}") for suffix in ("nq", "nt", "ttl", "jsonld")))


def run_file(stem: Path, name: str) -> Path:
    """Where a run of a batch stands: `merge`, or one of the shared graphs."""
    return stem.with_suffix(f".{name}")


class Lengths(Struct, frozen=True, array_like=True):
    """How many bytes of each piece are one cluster's; 0 in a piece that is not written."""

    nq: int
    ttl: int
    jsonld: int


class WrittenPieces(Struct, frozen=True):
    """What stands in the pieces of a batch: `counts` are of the properties and classes."""

    lengths: tuple[Lengths, ...]
    counts: Counter[bytes]


def write_pieces(
    batch: BatchTriples, stem: Path, begin: Heads, mint: Mint, dumps: bool
) -> WrittenPieces:
    """Write the clusters one after another; without `dumps` only what the store loads."""
    files = pieces(stem)
    counts: Counter[bytes] = Counter()
    lengths: list[Lengths] = []
    with ExitStack() as stack:
        nq, nt = (stack.enter_context(file.open("wb")) for file in (files.nq, files.nt))
        readable = _Readable(files, begin, stack) if dumps else None
        for cluster in batch.clusters:
            named = nq.write(rdf_bytes(_named(cluster, mint), RdfFormat.N_QUADS))
            ordered = _sorted(cluster.merge)
            count_lines((one.line for one in ordered), counts)
            nt.write(b"".join(one.line for one in ordered))
            ttl, jsonld = (0, 0) if readable is None else readable.write(ordered)
            lengths.append(Lengths(named, ttl, jsonld))
    return WrittenPieces(tuple(lengths), counts)


class _Sorted(NamedTuple):
    """One triple in the three forms that are written."""

    line: bytes
    triple: Triple
    statement: Statement


class _Readable:
    """The pieces of Turtle and JSON-LD of a batch, open."""

    def __init__(self, files: Pieces, begin: Heads, stack: ExitStack) -> None:
        self._begin = begin
        self._ttl: BinaryIO = stack.enter_context(files.ttl.open("wb"))
        self._jsonld: BinaryIO = stack.enter_context(files.jsonld.open("wb"))

    def write(self, ordered: Iterable[_Sorted]) -> tuple[int, int]:
        """Add one cluster; how many bytes of each."""
        found = list(ordered)
        turtle = turtle_piece([one.statement for one in found], self._begin)
        return (
            self._ttl.write(turtle),
            self._jsonld.write(jsonld_piece([one.triple for one in found], self._begin)),
        )


def write_shared(batch: BatchTriples, stem: Path, mint: Mint) -> None:
    """Write what the clusters share as sorted runs of N-Triples and N-Quads lines.

    A line stands as often as pages say it.
    """
    write_run(rdf_lines(_statements(batch.merge), RdfFormat.N_TRIPLES), run_file(stem, MERGE))
    for name, triples in zip(
        SHARED_GRAPHS, (batch.local, batch.inferred, batch.findings), strict=True
    ):
        quads = placed(triples, mint.graph(name))
        write_run(rdf_lines(quads, RdfFormat.N_QUADS), run_file(stem, name))


def _named(cluster: ClusterTriples, mint: Mint) -> Iterator[Quad]:
    for graph, triples in cluster.pages:
        yield from placed(triples, graph)
    yield from placed(dict.fromkeys(cluster.inferred), mint.graph("inferred"))
    yield from placed(dict.fromkeys(cluster.provenance), mint.graph("provenance"))


def _sorted(triples: Iterable[Triple]) -> list[_Sorted]:
    """Triples in the order of their lines of N-Triples, each once."""
    found = list(dict.fromkeys(triples))
    statements = _statements(found)
    lines = rdf_lines(statements, RdfFormat.N_TRIPLES)
    return sorted(map(_Sorted, lines, found, statements), key=itemgetter(0))


def _statements(triples: Iterable[Triple]) -> list[Statement]:
    return [Statement(*triple) for triple in triples]
