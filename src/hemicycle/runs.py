"""Sorted files of lines to one sorted stream of lines, in memory that stays flat.

A run has a line as often as it is said.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from heapq import merge
from itertools import groupby
from pathlib import Path


def write_run(lines: Iterable[bytes], file: Path) -> None:
    """Write lines, each with its line end, sorted."""
    file.write_bytes(b"".join(sorted(lines)))


def merge_runs(files: Sequence[Path]) -> Iterator[bytes]:
    """The lines of sorted files, sorted, each once; ends of lines stay on.

    All files are open at once: some hundred for the whole archive.
    """
    with ExitStack() as stack:
        yield from each_once([stack.enter_context(file.open("rb")) for file in files])


def each_once(sorted_lines: Iterable[Iterable[bytes]]) -> Iterator[bytes]:
    """The lines of sorted streams, sorted, each once.

    >>> list(each_once([[b"a", b"c"], [b"b", b"c"]]))
    [b'a', b'b', b'c']
    """
    return (line for line, _ in groupby(merge(*sorted_lines)))
