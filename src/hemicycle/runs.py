"""Sorted files of lines to one sorted stream of lines, in memory that stays flat.

A run has a line as often as it is said.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from heapq import merge
from itertools import groupby, islice, repeat
from operator import itemgetter
from pathlib import Path
from typing import TypeVar

Item = TypeVar("Item")


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


def differences(old: Sequence[Path], now: Sequence[Path]) -> Iterator[tuple[bytes, int]]:
    """The lines that one of two sets of sorted files has, sorted: -1 where it is the old one."""
    both = merge(zip(merge_runs(old), repeat(-1)), zip(merge_runs(now), repeat(1)))
    for line, same in groupby(both, key=itemgetter(0)):
        sign = sum(sign for _, sign in same)
        if sign:
            yield line, sign


def together(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """Items in their order, so many at a time.

    >>> list(together("abcde", 2))
    [['a', 'b'], ['c', 'd'], ['e']]
    """
    rest = iter(items)
    while some := list(islice(rest, size)):
        yield some
