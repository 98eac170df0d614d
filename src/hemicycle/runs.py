"""Sorted files of lines to one sorted stream of lines, each once, in memory that stays flat."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from heapq import merge
from pathlib import Path


def write_run(lines: Iterable[bytes], file: Path) -> None:
    """Write lines, each with its line end, sorted and each once."""
    file.write_bytes(b"".join(sorted(set(lines))))


def merge_runs(files: Sequence[Path]) -> Iterator[bytes]:
    """The lines of sorted files, sorted, each once; ends of lines stay on.

    All files are open at once: some hundred for the whole archive.
    """
    with ExitStack() as stack:
        opened = [stack.enter_context(file.open("rb")) for file in files]
        last = b""
        for line in merge(*opened):
            if line != last:
                last = line
                yield line
