"""A zip file to its pages, which stay where they are and are read one by one."""

import stat
import struct
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, Final

from hemicycle.errors import ReadError
from hemicycle.read.extents import is_bomb
from hemicycle.read.listed import Extent, Listed, Packing
from hemicycle.read.members import Kind, Members
from hemicycle.read.zip_directory import ZipEntry, read_directory

_HEADER: Final = struct.Struct("<4s5H3L2H")
_ENCRYPTED: Final = 0x2041
"""The flags of old encryption, of strong encryption, and of a directory that is hidden."""

_PACKINGS: Final[dict[int, Packing]] = {0: "stored", 8: "deflate", 12: "bzip2"}


def list_zip(path: Path, name: str) -> Iterator[Listed | ReadError]:
    """The pages of a zip file by name, unread; what cannot be read comes as an error.

    Raises OSError.
    """
    members = Members(name)
    length = path.stat().st_size
    with path.open("rb") as directory, path.open("rb") as headers:
        try:
            for entry in read_directory(directory, length, name):
                _take(entry, members, headers, length)
        except ReadError as error:
            members.errors.append(error)
    for inside in _overlapping(members.extents()):
        problem = "is refused: other members use the same bytes"
        members.add(inside, ReadError(problem, file=members.source_name(inside)))
    yield from members.listed(path)


def _take(entry: ZipEntry, members: Members, headers: BinaryIO, length: int) -> None:
    """Note where a member stands that is to be read; the header of any must be right."""
    chosen = members.choose(entry.name, _kind(entry))
    start = _start(entry, headers)
    name = members.source_name(chosen or entry.name.decode("utf-8", "backslashreplace"))
    if start is None or start + entry.length > length:
        problem = "is not where the container's directory says"
        members.errors.append(ReadError(problem, file=name))
    elif chosen is not None:
        members.add(chosen, _extent(entry, start, name))


def _kind(entry: ZipEntry) -> Kind:
    if entry.name.endswith(b"/"):
        return "folder"
    kind = stat.S_IFMT(entry.mode)
    if kind == stat.S_IFLNK:
        return "link"
    return "file" if kind in (0, stat.S_IFREG) else "device"


def _extent(entry: ZipEntry, start: int, name: str) -> Extent | ReadError:
    """The bytes of a member, from `start` on; or why they are not read."""
    packing = _PACKINGS.get(entry.method)
    if entry.flags & _ENCRYPTED:
        return ReadError("is encrypted", file=name, remedy="unpack it with its password")
    if packing is None:
        remedy = "unpack the container into a folder"
        return ReadError(f"is packed by method {entry.method}", file=name, remedy=remedy)
    if is_bomb(entry.length, entry.size):
        return ReadError("is refused: it unpacks to far more than a page", file=name)
    return Extent(
        offset=start, length=entry.length, size=entry.size, packing=packing, crc=entry.crc
    )


def _start(entry: ZipEntry, headers: BinaryIO) -> int | None:
    """The offset of a member's bytes; None where no header of that name stands before."""
    headers.seek(min(entry.offset, 1 << 62))
    fixed = headers.read(_HEADER.size)
    if len(fixed) < _HEADER.size or not fixed.startswith(b"PK\x03\x04"):
        return None
    name_length, extra_length = (int(length) for length in _HEADER.unpack(fixed)[-2:])
    if headers.read(name_length) != entry.name:
        return None
    return entry.offset + _HEADER.size + name_length + extra_length


def _overlapping(found: Mapping[str, Extent]) -> list[str]:
    """The members that begin before another, which comes before them, has ended."""
    end = 0
    overlapping: list[str] = []
    for name, extent in sorted(found.items(), key=lambda item: (item[1].offset, item[0])):
        if extent.offset < end:
            overlapping.append(name)
        end = max(end, extent.offset + extent.length)
    return overlapping
