"""The members of a container to its pages, under the rules of a folder and some more.

Nothing is ever written to disk under a member's name; a name that would leave the
folder is refused all the same, for it tells that somebody means harm.
"""

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from hemicycle.errors import ReadError
from hemicycle.read.extents import read_extent
from hemicycle.read.index import Entry, read_index
from hemicycle.read.listed import Extent, Listed
from hemicycle.read.names import is_container, is_hidden, is_index, is_page, printable

Kind = Literal["file", "folder", "link", "device", "sparse file"]

MAX_MEMBERS = 1_000_000
"""More than every page of the Senate in every layout and language."""

MAX_INDEX_BYTES = 256 * 1024 * 1024

MAX_NAME = 4096
"""No system has files of longer names."""

_DRIVE = re.compile(r"[A-Za-z]:")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


class Members:
    """The pages of one container as they are found; `container` names it in their sources."""

    def __init__(self, container: str) -> None:
        self._container = container
        self._pages: dict[str, Extent | ReadError] = {}
        self._indexes: dict[str, Extent | ReadError] = {}
        self._seen: set[str] = set()
        self._count = 0
        self.errors: list[ReadError] = []

    def choose(self, raw: bytes, kind: Kind) -> str | None:
        """The name of a member that is to be read, relative to the container.

        None for what is no page, and for what is refused: `errors` then has it. Raises
        ReadError when there are too many.
        """
        self._count += 1
        if self._count > MAX_MEMBERS:
            too_many = f"has more than {MAX_MEMBERS} members; the rest is not read"
            raise ReadError(too_many, file=self._container)
        name = raw.decode("utf-8", "surrogateescape")
        problem = _bad_name(name)
        if problem is None:
            name = posixpath.normpath(name)
            if kind == "folder" or is_hidden(name):
                return None
            problem = self._bad_member(name, kind)
        if problem is not None:
            self.errors.append(ReadError(f"is refused: {problem}", file=self.source_name(name)))
        elif is_page(name) or is_index(name):
            self._seen.add(name)
            return name
        return None

    def add(self, name: str, found: Extent | ReadError) -> None:
        """Where a chosen member stands, or why it cannot be read."""
        (self._indexes if is_index(name) else self._pages)[name] = found

    def forget(self) -> None:
        """Take back all that was found: it may be damaged. One error says how much it was."""
        if self._pages:
            self.errors.append(in_doubt(len(self._pages), self._container))
        self._pages, self._indexes = {}, {}

    def extents(self) -> dict[str, Extent]:
        """Where all that can be read stands, by name."""
        found = {**self._indexes, **self._pages}
        return {name: place for name, place in found.items() if isinstance(place, Extent)}

    def source_name(self, name: str) -> str:
        """What the source of a page, and an error, call a member."""
        return f"{self._container}/{_CONTROL.sub(_written_out, printable(name[:MAX_NAME]))}"

    def listed(self, path: Path) -> Iterator[Listed | ReadError]:
        """The pages by name, with what the indexes say of them; what is refused comes first.

        `path` is the file that the extents stand in.
        """
        entries = self._entries(path)
        yield from self.errors
        for name, found in sorted(self._pages.items()):
            if isinstance(found, ReadError):
                yield found
            else:
                entry = entries.get(name, Entry())
                source = self.source_name(name)
                yield Listed(path=str(path), name=source, entry=entry, extent=found)

    def _bad_member(self, name: str, kind: Kind) -> str | None:
        """Why a member is not read whose name would be right."""
        if kind != "file":
            return f"it is a {kind}"
        if is_container(name):
            return "a container inside a container is not opened"
        if name in self._seen:
            return "the container has two members of this name, and the first is read"
        return None

    def _entries(self, path: Path) -> dict[str, Entry]:
        """What all indexes say; one beside a page has the last word."""
        entries: dict[str, Entry] = {}
        for name in sorted(self._indexes, key=lambda name: (name.count("/"), name)):
            try:
                index = read_index(self._index(name, path), self.source_name(name))
            except ReadError as error:
                self.errors.append(error)
                continue
            self.errors.extend(index.errors)
            for file, entry in index.entries.items():
                entries[posixpath.join(posixpath.dirname(name), file)] = entry
        return entries

    def _index(self, name: str, path: Path) -> bytes:
        found = self._indexes[name]
        if isinstance(found, ReadError):
            raise found
        if found.size > MAX_INDEX_BYTES:
            raise ReadError("is too large for an index", file=self.source_name(name))
        return read_extent(path, found, self.source_name(name), MAX_INDEX_BYTES)


def in_doubt(pages: int, container: str) -> ReadError:
    """The error for pages that stand before a damage that was only seen behind them."""
    problem = f"{pages} of its pages are not read: the damage may have changed them"
    return ReadError(problem, file=container)


def _bad_name(name: str) -> str | None:
    """Why no member may have this name, on any system."""
    parts = name.replace("\\", "/").split("/")
    if not name:
        return "it has no name"
    if len(name) > MAX_NAME:
        return "its name is longer than any system's"
    if not parts[0] or _DRIVE.match(name):
        return "its name begins at the root of a disk"
    if ".." in parts:
        return "its name leaves the folder"
    if _CONTROL.search(name):
        return "its name holds a control character"
    return None


def _written_out(control: re.Match[str]) -> str:
    return f"\\x{ord(control[0]):02x}"
