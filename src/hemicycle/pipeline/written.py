"""The triples of a batch to files: pieces of the clusters' own, sorted runs of what they share."""

from collections import Counter
from collections.abc import Iterable, Iterator
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

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


def write_pieces(batch: BatchTriples, stem: Path, begin: Heads, mint: Mint) -> Counter[bytes]:
    """Write the clusters one after another; how often the merge has each property and class."""
    files = pieces(stem)
    counts: Counter[bytes] = Counter()
    with (
        files.nq.open("wb") as nq,
        files.nt.open("wb") as nt,
        files.ttl.open("wb") as ttl,
        files.jsonld.open("wb") as jsonld,
    ):
        for cluster in batch.clusters:
            nq.write(rdf_bytes(_named(cluster, mint), RdfFormat.N_QUADS))
            ordered = _sorted(cluster.merge)
            count_lines((one.line for one in ordered), counts)
            nt.write(b"".join(one.line for one in ordered))
            ttl.write(turtle_piece([one.statement for one in ordered], begin))
            jsonld.write(jsonld_piece([one.triple for one in ordered], begin))
    return counts


def write_shared(batch: BatchTriples, stem: Path, mint: Mint) -> None:
    """Write what the clusters share as sorted runs of N-Triples and N-Quads lines."""
    merge = _statements(dict.fromkeys(batch.merge))
    write_run(rdf_lines(merge, RdfFormat.N_TRIPLES), run_file(stem, MERGE))
    for name, triples in zip(
        SHARED_GRAPHS, (batch.local, batch.inferred, batch.findings), strict=True
    ):
        quads = placed(dict.fromkeys(triples), mint.graph(name))
        write_run(rdf_lines(quads, RdfFormat.N_QUADS), run_file(stem, name))


def _named(cluster: ClusterTriples, mint: Mint) -> Iterator[Quad]:
    for graph, triples in cluster.pages:
        yield from placed(triples, graph)
    yield from placed(dict.fromkeys(cluster.inferred), mint.graph("inferred"))
    yield from placed(dict.fromkeys(cluster.provenance), mint.graph("provenance"))


class _Sorted(NamedTuple):
    """One triple in the three forms that are written."""

    line: bytes
    triple: Triple
    statement: Statement


def _sorted(triples: Iterable[Triple]) -> list[_Sorted]:
    """Triples in the order of their lines of N-Triples, each once."""
    found = list(dict.fromkeys(triples))
    statements = _statements(found)
    lines = rdf_lines(statements, RdfFormat.N_TRIPLES)
    return sorted(map(_Sorted, lines, found, statements), key=itemgetter(0))


def _statements(triples: Iterable[Triple]) -> list[Statement]:
    return [Statement(*triple) for triple in triples]
