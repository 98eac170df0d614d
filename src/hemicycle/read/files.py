"""PATHs on disk to pages: files, containers, and folders with all that lies below them."""

import os
import posixpath
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final

from msgspec import Struct

from hemicycle.errors import ReadError
from hemicycle.page import Page
from hemicycle.read.containers import list_container
from hemicycle.read.extents import read_extent
from hemicycle.read.index import INDEX_NAME, Entry, read_index
from hemicycle.read.listed import Listed, Passed
from hemicycle.read.names import ENDINGS, is_container, is_page, printable
from hemicycle.read.page_bytes import MAX_BYTES, read_bytes, too_large
from hemicycle.read.spool import Spool

_REMEDY: Final = f"the names of pages end in {', '.join(ENDINGS)}"


class _Listing(Struct, frozen=True):
    """What lies below one folder, by relative name, and what of it could not be listed."""

    files: list[str]
    entries: dict[str, Entry]
    errors: list[ReadError]


def read_paths(paths: Sequence[Path]) -> Iterator[Page | ReadError]:
    """Each page of the PATHs, or the ReadError that says why there is none.

    The order is that of `list_paths`. Bytes that stand under several names come once
    for each. How much of a WARC file was passed over is what `list_paths` tells.
    """
    with Spool() as spool:
        for listed in list_paths(paths, spool):
            if isinstance(listed, ReadError):
                yield listed
            elif isinstance(listed, Listed):
                yield read_listed(listed)


def list_paths(paths: Sequence[Path], spool: Spool) -> Iterator[Listed | ReadError | Passed]:
    """Each page of the PATHs, unread; what cannot be listed, and what was passed over.

    The order is that of the PATHs and, in a folder or a container, of the relative
    names by code point; what is wrong with the folder itself comes first. A WARC file
    keeps its own order. A container in a folder comes in the place of its name. Pages
    may be read as long as the spool is there.
    """
    for path in paths:
        try:
            is_folder = path.is_dir()
        except OSError as error:
            yield _unreadable(error, str(path))
        else:
            yield from _listed_folder(path, spool) if is_folder else _listed_file(path, spool)


def _listed_file(path: Path, spool: Spool) -> Iterator[Listed | ReadError | Passed]:
    """A file that the user named, whatever its ending, or the pages in it."""
    name = printable(path.name)
    if not path.exists():
        yield ReadError("does not exist", file=printable(str(path)))
    elif not is_container(path.name):
        yield Listed(path=str(path), name=name, entry=Entry())
    else:
        is_empty = True
        for item in _listed_container(path, name, spool):
            is_empty = is_empty and isinstance(item, Passed)
            yield item
        if is_empty:
            yield ReadError("holds no page", file=printable(str(path)), remedy=_REMEDY)


def _listed_container(path: Path, name: str, spool: Spool) -> Iterator[Listed | ReadError | Passed]:
    """What a container gives, or what the system says when it is read."""
    try:
        if path.is_file():
            yield from list_container(path, name, spool)
        else:
            yield ReadError("is neither a file nor a folder", file=name)
    except OSError as error:
        yield _unreadable(error, name)


def _listed_folder(root: Path, spool: Spool) -> Iterator[Listed | ReadError | Passed]:
    """The pages below a folder, with the addresses that index.jsonl gives them."""
    listing = _list_folder(root)
    yield from listing.errors
    if not listing.files:
        yield ReadError("holds no page", file=printable(str(root)), remedy=_REMEDY)
    above = str(root / "_").removesuffix("_")  # a Path for each page takes longer than all else
    for name in sorted(listing.files):
        if is_container(name):
            yield from _listed_container(root / name, printable(name), spool)
        else:
            entry = listing.entries.get(name, Entry())
            yield Listed(path=f"{above}{name}", name=printable(name), entry=entry)


def _list_folder(root: Path) -> _Listing:
    """All files below a folder that are pages or containers by name, without hidden ones."""
    listing = _Listing([], {}, [])

    def refuse(error: OSError) -> None:
        listing.errors.append(_unreadable(error, str(error.filename)))

    for place, folders, names in os.walk(root, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        inside = Path(place).relative_to(root).as_posix()
        above = "" if inside == "." else f"{inside}/"
        if INDEX_NAME in names:
            _list_entries(root, f"{above}{INDEX_NAME}", listing)
        for name in names:
            if (is_page(name) or is_container(name)) and not name.startswith("."):
                listing.files.append(f"{above}{name}")
    return listing


def _list_entries(root: Path, name: str, listing: _Listing) -> None:
    """Add to the listing what the index `name` says of the files beside and below it."""
    try:
        index = read_index((root / name).read_bytes(), printable(name))
    except OSError as error:
        listing.errors.append(_unreadable(error, name))
        return
    listing.errors.extend(index.errors)
    folder = posixpath.dirname(name)
    for file, entry in index.entries.items():
        listing.entries[posixpath.join(folder, file)] = entry


def read_listed(listed: Listed) -> Page | ReadError:
    """The page that was listed, or why there is none."""
    name, entry = listed.name, listed.entry
    try:
        data = _bytes_of(listed)
        return read_bytes(data, file=name, url=entry.url, retrieved_at=entry.retrieved_at)
    except ReadError as error:
        return error
    except OSError as error:
        return _unreadable(error, name)


def listed_sha256(listed: Listed) -> str | None:
    """The hash of the bytes of a listed page, as its source has it; None if they are not there."""
    try:
        return sha256(_bytes_of(listed)).hexdigest()
    except (ReadError, OSError):
        return None  # whoever reads the page then says why


def _bytes_of(listed: Listed) -> bytes:
    """The bytes of a listed page; raises ReadError or OSError where they cannot be had."""
    path = Path(listed.path)
    if listed.extent is None:
        return _read_file(path, listed.name)
    return read_extent(path, listed.extent, listed.name)


def _read_file(path: Path, name: str) -> bytes:
    """The bytes of a whole file; raises ReadError where it is none, or too large."""
    if not path.is_file():
        raise ReadError("is neither a file nor a folder", file=name)
    if path.stat().st_size > MAX_BYTES:
        raise too_large(name)
    return path.read_bytes()


def _unreadable(error: OSError, name: str) -> ReadError:
    """What the operating system refused, and of which file."""
    return ReadError(f"cannot be read ({error.strerror})", file=printable(name))
