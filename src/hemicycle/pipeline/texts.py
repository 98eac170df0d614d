"""The texts of the last build to those of this one, each a second name of the same file.

Names for tens of thousands of texts take seconds to make and to take away. So a build that
goes on from another one leaves it room, and the folder of texts of the one it replaced is put
there: the next build takes that folder, and changes what is not the same.
"""

import os
from collections.abc import Iterable
from pathlib import Path

from hemicycle.linked_files import linked_file
from hemicycle.pipeline.kept import KEPT, Before
from hemicycle.query import TEXTS_FOLDER

_SPARE = f"{KEPT}/{TEXTS_FOLDER}"
"""Where a folder of texts stands that the next build can take."""


class TextFolder:
    """The folder of texts of a build while pages are read; each is named by its page's key."""

    def __init__(self, folder: Path, before: Before | None) -> None:
        """Make the folder; with the build `before`, some of its texts may stand there at once."""
        self._folder = folder
        self._before = None if before is None else before.folder / TEXTS_FOLDER
        if before is not None and (before.folder / _SPARE).is_dir():
            (before.folder / _SPARE).rename(folder)
        else:
            folder.mkdir()
        self._names = set(os.listdir(folder))  # noqa: PTH208 - a Path for each takes longer

    def taken(self, key: str) -> bool:
        """Whether the text of a page of the last build stands here now; it may be lost."""
        name = f"{key}.txt"
        if name in self._names:
            return True
        if not linked_file(f"{self._before}/{name}", f"{self._folder}/{name}"):
            return False
        self._names.add(name)
        return True

    def put(self, folder: Path, keys: Iterable[str]) -> None:
        """Let the folder stand in a build, with the texts of its pages alone.

        It bears another name then: no worker that is late writes there any more.
        """
        final = self._folder.rename(folder / TEXTS_FOLDER)
        _leave(final, {f"{key}.txt" for key in keys})


def make_room(folder: Path) -> None:
    """Let the texts of the build that is replaced stand in this one's folder, see `hand_on`.

    Only where their texts are made by the same software.
    """
    (folder / _SPARE).mkdir()


def hand_on(old: Path, new: Path) -> None:
    """Put the texts of a build that was replaced where the new one has room for them.

    What was read of a page that is gone does not stay.
    """
    if (new / _SPARE).is_dir() and (old / TEXTS_FOLDER).is_dir():
        _leave(old / TEXTS_FOLDER, set(os.listdir(new / TEXTS_FOLDER)))  # noqa: PTH208 - as above
        (old / TEXTS_FOLDER).rename(new / _SPARE)


def _leave(folder: Path, names: set[str]) -> None:
    """Take away all files of a folder but some."""
    for name in set(os.listdir(folder)) - names:  # noqa: PTH208 - as above
        (folder / name).unlink()
