"""Sorted files of lines to one sorted stream of lines, in memory that stays flat.

A run has a line as often as it is said. Lines that are counted stand each once, behind how
often: so what several pages say is known to stay when one of them goes.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
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


def count_runs(files: Sequence[Path], counted: Path) -> None:
    """Write the lines of runs each once, sorted, with how often they stand there."""
    with ExitStack() as stack, counted.open("wb") as out:
        opened = [stack.enter_context(file.open("rb")) for file in files]
        for line, same in groupby(merge(*opened)):
            out.write(b"%d %b" % (sum(1 for _ in same), line))


def counted_lines(counted: Path) -> Iterator[bytes]:
    """The lines of a counted file, without their counts."""
    with counted.open("rb") as lines:
        for line in lines:
            yield line.partition(b" ")[2]


def recount(counted: Path, change: Mapping[bytes, int], to: Path) -> Iterator[tuple[bytes, int]]:
    """Write a counted file anew with some counts changed; each line that comes or goes.

    Gives a line with 1 when nothing said it before, with -1 when nothing says it now.
    """
    with counted.open("rb") as old, to.open("wb") as out:
        before = ((line.partition(b" ")[2], int(line.partition(b" ")[0])) for line in old)
        both = merge(before, sorted(change.items()), key=_line)
        for line, same in groupby(both, key=_line):
            numbers = [number for _, number in same]
            total = sum(numbers)
            if total > 0:
                out.write(b"%d %b" % (total, line))
            if line in change and (total > 0) != (total - change[line] > 0):
                yield line, 1 if total > 0 else -1


def _line(counted: tuple[bytes, int]) -> bytes:
    return counted[0]
