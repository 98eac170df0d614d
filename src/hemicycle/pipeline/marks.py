"""Listed files to those whose pages the last build has read: only the others are read again.

A file whose size and time of change are those of the last build is taken to be the same.
Where they differ, or where it was changed so lately that its time may not tell, its
bytes are hashed: the same bytes with the same name and address are the same page.
"""

import os
import time
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from hemicycle.pipeline.pages import DonePage
from hemicycle.read import Listed, Passed, listed_sha256

SETTLED = 2_000_000_000
"""Nanoseconds after which another change of a file shows in its time, on any file system."""


class Mark(Struct, frozen=True, array_like=True):
    """The size of a file in bytes, and when it was changed, in nanoseconds of the epoch.

    A size of -1 matches no file: this one was changed too lately to be told by its time.
    """

    size: int
    changed: int


class ReadFile(Struct, frozen=True, array_like=True):
    """A listed page as it was read: what came of it is one of the last two."""

    listed: Listed
    mark: Mark
    done: DonePage | None
    passed: Passed | None


class Marks:
    """The marks of files, each looked at once: many pages may stand in one."""

    def __init__(self) -> None:
        self._now = time.time_ns()
        self._of = lru_cache(maxsize=64)(self._look)

    def of(self, listed: Listed) -> Mark:
        """The mark of the file that a page stands in; take it before the page is read."""
        return self._of(listed.path)

    def _look(self, path: str) -> Mark:
        try:
            found = os.stat(path)  # noqa: PTH116 - a Path for each page takes longer than the look
        except OSError:
            return Mark(-1, 0)  # whoever reads the page says why
        is_settled = found.st_mtime_ns < self._now - SETTLED
        return Mark(found.st_size if is_settled else -1, found.st_mtime_ns)


class Known:
    """What the last build read, by file and by content."""

    def __init__(self, files: Iterable[ReadFile] = ()) -> None:
        self._by_file: dict[tuple[str, int], ReadFile] = {}
        self._by_content: dict[tuple[str, str | None, str | None, str], DonePage] = {}
        for file in files:
            self._by_file[_place(file.listed)] = file
            if file.done is not None:
                source = file.done.source
                content = source.file, source.url, source.retrieved_at, source.sha256
                self._by_content[content] = file.done

    def same(self, listed: Listed, mark: Mark) -> ReadFile | None:
        """What came of a page that is the same as it was; None for one that has to be read."""
        before = self._by_file.get(_place(listed))
        is_same = before is not None and (before.listed, before.mark) == (listed, mark)
        if is_same and mark.size >= 0:
            return before
        if not self._by_content:
            return None
        sha256 = listed_sha256(listed)
        if sha256 is None:
            return None
        entry = listed.entry
        done = self._by_content.get((listed.name, entry.url, entry.retrieved_at, sha256))
        return None if done is None else ReadFile(listed, mark, done, None)


def _place(listed: Listed) -> tuple[str, int]:
    return listed.path, -1 if listed.extent is None else listed.extent.offset
