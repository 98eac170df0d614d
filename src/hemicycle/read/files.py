"""PATHs on disk to pages: a file, or a folder with all that lies below it."""

import os
import posixpath
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from hemicycle.errors import ReadError
from hemicycle.page import Page
from hemicycle.read.index import INDEX_NAME, Entry, read_index
from hemicycle.read.page_bytes import MAX_BYTES, read_bytes, too_large

ENDINGS = (".txt", ".text", ".html", ".htm")
"""How the names of pages in a folder end, in any case; a PATH itself may end otherwise."""


class _Listing(Struct, frozen=True):
    """What lies below one folder, by relative name, and what of it could not be listed."""

    files: list[str]
    entries: dict[str, Entry]
    errors: list[ReadError]


class Listed(Struct, frozen=True, kw_only=True):
    """One file that holds a page: where it is, what its source calls it, what the index says."""

    path: str
    name: str
    entry: Entry


def read_paths(paths: Sequence[Path]) -> Iterator[Page | ReadError]:
    """Each file of the PATHs as a page, or as the ReadError that says why it is none.

    The order is that of `list_paths`. Bytes that stand under several names come once
    for each.
    """
    for listed in list_paths(paths):
        yield listed if isinstance(listed, ReadError) else read_listed(listed)


def list_paths(paths: Sequence[Path]) -> Iterator[Listed | ReadError]:
    """Each file of the PATHs that should hold a page, unread; and what cannot be listed.

    The order is that of the PATHs and, in a folder, of the relative names by code
    point; what is wrong with the folder itself comes first.
    """
    for path in paths:
        try:
            is_folder = path.is_dir()
        except OSError as error:
            yield _unreadable(error, str(path))
        else:
            yield from _listed_folder(path) if is_folder else _listed_file(path)


def _listed_file(path: Path) -> Iterator[Listed | ReadError]:
    """A file that the user named, whatever its ending."""
    if path.exists():
        yield Listed(path=str(path), name=_printable(path.name), entry=Entry())
    else:
        yield ReadError("does not exist", file=_printable(str(path)))


def _listed_folder(root: Path) -> Iterator[Listed | ReadError]:
    """The pages below a folder, with the addresses that index.jsonl gives them."""
    listing = _list_folder(root)
    yield from listing.errors
    if not listing.files:
        remedy = f"the names of pages end in {', '.join(ENDINGS)}"
        yield ReadError("holds no page", file=_printable(str(root)), remedy=remedy)
    for name in sorted(listing.files):
        entry = listing.entries.get(name, Entry())
        yield Listed(path=str(root / name), name=_printable(name), entry=entry)


def _list_folder(root: Path) -> _Listing:
    """All files below a folder that are pages by name; hidden ones are passed over."""
    listing = _Listing([], {}, [])

    def refuse(error: OSError) -> None:
        listing.errors.append(_unreadable(error, str(error.filename)))

    for place, folders, names in os.walk(root, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        inside = Path(place).relative_to(root).as_posix()
        if INDEX_NAME in names:
            _list_entries(root, posixpath.normpath(f"{inside}/{INDEX_NAME}"), listing)
        for name in names:
            if name.lower().endswith(ENDINGS) and not name.startswith("."):
                listing.files.append(posixpath.normpath(f"{inside}/{name}"))
    return listing


def _list_entries(root: Path, name: str, listing: _Listing) -> None:
    """Add to the listing what the index `name` says of the files beside and below it."""
    try:
        index = read_index((root / name).read_bytes(), _printable(name))
    except OSError as error:
        listing.errors.append(_unreadable(error, name))
        return
    listing.errors.extend(index.errors)
    folder = posixpath.dirname(name)
    for file, entry in index.entries.items():
        listing.entries[posixpath.join(folder, file)] = entry


def read_listed(listed: Listed) -> Page | ReadError:
    """The page in one file, or why there is none."""
    path, name, entry = Path(listed.path), listed.name, listed.entry
    try:
        if not path.is_file():
            return ReadError("is neither a file nor a folder", file=name)
        if path.stat().st_size > MAX_BYTES:
            return too_large(name)
        data = path.read_bytes()
        return read_bytes(data, file=name, url=entry.url, retrieved_at=entry.retrieved_at)
    except ReadError as error:
        return error
    except OSError as error:
        return _unreadable(error, name)


def _unreadable(error: OSError, name: str) -> ReadError:
    """What the operating system refused, and of which file."""
    return ReadError(f"cannot be read ({error.strerror})", file=_printable(name))


def _printable(name: str) -> str:
    """The name with bytes that are no UTF-8 written out, so that any output can hold it."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
