"""Sorted runs of lines to one sorted file that has each line once, behind how often it is said.

So what several pages say is known to stay when one of them goes. Few lines of many change
from one build to the next: they are looked for by halving, and the rest is copied in stretches.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from heapq import merge
from itertools import groupby
from mmap import ACCESS_READ, mmap
from pathlib import Path

from msgspec import Struct


def count_runs(files: Sequence[Path], counted: Path) -> None:
    """Write the lines of runs each once, sorted, with how often they stand there."""
    with ExitStack() as stack, counted.open("wb") as out:
        opened = [stack.enter_context(file.open("rb")) for file in files]
        for line, same in groupby(merge(*opened)):
            out.write(_entry(line, sum(1 for _ in same)))


def counted_lines(counted: Path) -> Iterator[bytes]:
    """The lines of a counted file, without their counts."""
    with counted.open("rb") as entries:
        for entry in entries:
            yield entry.partition(b" ")[2]


def said_in(counted: Path, lines: Iterable[bytes]) -> set[bytes]:
    """Those of some lines that a counted file has."""
    with _mapped(counted) as entries:
        return {line for line in lines if _found(entries, line, 0).count}


def recount(counted: Path, change: Mapping[bytes, int], to: Path) -> Iterator[tuple[bytes, int]]:
    """Write a counted file anew with some counts changed; each line that comes or goes.

    Gives a line with 1 when nothing said it before, with -1 when nothing says it now.
    """
    with _mapped(counted) as entries, memoryview(entries) as old, to.open("wb") as out:
        copied = 0
        for line, number in sorted(change.items()):
            found = _found(entries, line, copied)
            out.write(old[copied : found.start])
            copied = found.end
            total = found.count + number
            if total > 0:
                out.write(_entry(line, total))
            if (total > 0) != (found.count > 0):
                yield line, 1 if total > 0 else -1
        out.write(old[copied:])


class _Found(Struct, frozen=True):
    """Where the entry of a line stands, and its count; where it would, and 0, if there is none."""

    start: int
    end: int
    count: int


def _found(entries: mmap | bytes, line: bytes, low: int) -> _Found:
    """Look for a line from an offset on at which an entry begins."""
    high = len(entries)
    while low < high:
        start = entries.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = entries.find(b"\n", start) + 1
        count, _, said = entries[start:end].partition(b" ")
        if said == line:
            return _Found(start, end, int(count))
        if said < line:
            low = end
        else:
            high = start
    return _Found(low, low, 0)


def _entry(line: bytes, count: int) -> bytes:
    return b"%d %b" % (count, line)


@contextmanager
def _mapped(file: Path) -> Iterator[mmap | bytes]:
    """The bytes of a file, read where they are looked at; an empty one cannot be mapped."""
    with file.open("rb") as opened:
        if file.stat().st_size == 0:
            yield b""
            return
        with mmap(opened.fileno(), 0, access=ACCESS_READ) as entries:
            yield entries
