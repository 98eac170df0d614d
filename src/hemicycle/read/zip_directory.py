"""The directory at the end of a zip file to its entries, one at a time.

The form is that of PKWARE's APPNOTE, sections 4.3.7 to 4.3.16. Python's own reader
holds the whole directory and gives all of it up for one damaged entry.
"""

import struct
from collections.abc import Iterator
from typing import BinaryIO, Final

from msgspec import Struct

from hemicycle.errors import ReadError

_END: Final = struct.Struct("<4s4H2LH")
_END_64: Final = struct.Struct("<4sQ2H2L4Q")
_LOCATOR: Final = struct.Struct("<4sLQL")
_ENTRY: Final = struct.Struct("<4s6H3L5H2L")
_LONGEST_COMMENT: Final = 0xFFFF
_IN_EXTRA: Final = 0xFFFFFFFF
_IN_EXTRA_SHORT: Final = 0xFFFF
_EXTRA_64: Final = 1


class ZipEntry(Struct, frozen=True, kw_only=True):
    """What the directory says of one member; `offset` is that of the member's own header."""

    name: bytes
    flags: int
    method: int
    crc: int
    length: int
    size: int
    offset: int
    mode: int


class _Directory(Struct, frozen=True):
    """Where the directory stands, and by how much all its offsets are to be moved."""

    start: int
    size: int
    moved: int
    count: int


def read_directory(file: BinaryIO, length: int, name: str) -> Iterator[ZipEntry]:
    """The entries of a zip file of `length` bytes; `name` names it in errors.

    Raises ReadError where the directory is not found, and at the first damaged entry:
    where the next one begins is then not known.
    """
    directory = _find(file, length, name)
    at, end = directory.start, directory.start + directory.size
    left = directory.count
    while at < end:
        file.seek(at)
        fixed = file.read(_ENTRY.size)
        if len(fixed) < _ENTRY.size or not fixed.startswith(b"PK\x01\x02"):
            raise _damaged(name)
        fields = _ENTRY.unpack(fixed)
        lengths = fields[10:13]
        variable = file.read(sum(lengths))
        at += _ENTRY.size + sum(lengths)
        if len(variable) < sum(lengths) or at > end:
            raise _damaged(name)
        yield _entry(fields, variable, directory.moved, name)
        left -= 1
    if left % (_IN_EXTRA_SHORT + 1):  # old writers count no further than two bytes
        raise _damaged(name)


def _entry(fields: tuple[int, ...], variable: bytes, moved: int, name: str) -> ZipEntry:
    """One entry of the fixed fields, in the order they stand in, and what follows them."""
    end = fields[10]
    extra = variable[end : end + fields[11]]
    size, length, offset = _wide([fields[9], fields[8], fields[16]], extra, name)
    return ZipEntry(
        name=variable[:end],
        flags=fields[3],
        method=fields[4],
        crc=fields[7],
        length=length,
        size=size,
        offset=offset + moved,
        mode=fields[15] >> 16,
    )


def _wide(values: list[int], extra: bytes, name: str) -> list[int]:
    """The values, those that need eight bytes taken from the extra field that has them."""
    if _IN_EXTRA not in values:
        return values
    wide = _extra_field(extra, _EXTRA_64)
    found: list[int] = []
    for value in values:
        if value == _IN_EXTRA:
            if len(wide) < 8:
                raise _damaged(name)
            value, wide = int.from_bytes(wide[:8], "little"), wide[8:]
        found.append(value)
    return found


def _extra_field(extra: bytes, wanted: int) -> bytes:
    """The content of one extra field; empty where there is none."""
    while len(extra) >= 4:
        kind, length = struct.unpack_from("<2H", extra)
        if kind == wanted:
            return extra[4 : 4 + length]
        extra = extra[4 + length :]
    return b""


def _find(file: BinaryIO, length: int, name: str) -> _Directory:
    """The directory that the mark at the end of the file points at."""
    begin = max(0, length - _END.size - _LONGEST_COMMENT)
    file.seek(begin)
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < _END.size:
        raise ReadError("is no zip file, or one that is cut off", file=name)
    *_, count, size, offset, _ = _END.unpack_from(tail, at)
    end = begin + at
    file.seek(max(0, end - _LOCATOR.size))
    locator = file.read(min(end, _LOCATOR.size))
    if len(locator) == _LOCATOR.size and locator.startswith(b"PK\x06\x07"):
        return _find_64(file, _LOCATOR.unpack(locator)[2], name)
    return _checked(_Directory(end - size, size, end - size - offset, count), name)


def _find_64(file: BinaryIO, at: int, name: str) -> _Directory:
    """The directory of a zip file of more than four gigabytes or 65,535 members."""
    file.seek(min(at, 1 << 62))
    fixed = file.read(_END_64.size)
    if len(fixed) < _END_64.size or not fixed.startswith(b"PK\x06\x06"):
        raise _damaged(name)
    *_, count, size, offset = _END_64.unpack(fixed)
    if offset + size > at:
        raise _damaged(name)
    return _checked(_Directory(offset, size, 0, count), name)


def _checked(directory: _Directory, name: str) -> _Directory:
    if directory.start < 0 or directory.moved < 0:
        raise _damaged(name)
    return directory


def _damaged(name: str) -> ReadError:
    problem = "has a damaged directory; members behind the damage are not read"
    return ReadError(problem, file=name, remedy="pack it again, or unpack it into a folder")
