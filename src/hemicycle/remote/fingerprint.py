"""Triples to the size and the checksum of their graph, whatever order they come in."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct
from pyoxigraph import RdfFormat, Triple

from hemicycle.rdf_bytes import rdf_lines
from hemicycle.runs import merge_runs, write_run

CHUNK = 200_000
"""How many lines are sorted in memory; more go through files."""


class Fingerprint(Struct, frozen=True):
    """How many triples a graph has, and the SHA-256 of its lines.

    The lines are N-Triples as the library writes them, sorted by their bytes, each once and
    each with its line end. Our graphs have no blank nodes, so it tells equal graphs exactly.
    """

    triples: int
    sha256: str


def fingerprint(triples: Iterable[Triple]) -> Fingerprint:
    """The fingerprint of a graph.

    >>> fingerprint([]).sha256[:8]
    'e3b0c442'
    """
    waiting = iter(triples)
    first = _lines(waiting)
    if len(first) < CHUNK:
        return _of_sorted(sorted(set(first)))
    with TemporaryDirectory(prefix="hemicycle-") as folder:
        return _of_sorted(merge_runs(list(_runs(first, waiting, Path(folder)))))


def _lines(waiting: Iterator[Triple]) -> list[bytes]:
    return rdf_lines(islice(waiting, CHUNK), RdfFormat.N_TRIPLES)


def _runs(lines: list[bytes], waiting: Iterator[Triple], folder: Path) -> Iterator[Path]:
    number = 0
    while lines:
        file = folder / f"{number}.nt"
        write_run(lines, file)
        yield file
        number += 1
        lines = _lines(waiting)


def _of_sorted(lines: Iterable[bytes]) -> Fingerprint:
    digest, count = sha256(), 0
    for line in lines:
        digest.update(line)
        count += 1
    return Fingerprint(count, digest.hexdigest())
