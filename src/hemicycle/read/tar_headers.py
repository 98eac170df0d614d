"""A tar stream to its members: ustar, pax and GNU headers, each checked.

Python's own reader ends without a word at a damaged header, and takes a header's word
for how much memory a name needs.
"""

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from hemicycle.errors import ReadError
from hemicycle.read.members import Kind
from hemicycle.read.source import Source

_BLOCK: Final = 512
_ZEROS: Final = bytes(_BLOCK)
_LONGEST_HEADER: Final = 1 << 20
_KINDS: Final[dict[bytes, Kind]] = {
    b"0": "file", b"\0": "file", b"7": "file", b"1": "link", b"2": "link", b"3": "device",
    b"4": "device", b"5": "folder", b"6": "device", b"D": "folder", b"V": "folder",
    b"S": "sparse file",
}  # fmt: skip
"""By the header's flag; a flag that is not here is to be taken for a file (POSIX, pax)."""

_OF_NEXT: Final = (b"L", b"K", b"x", b"X", b"g")
"""Headers that say something of the next member: its name, what it links to, pax's words."""


class TarMember(Struct, frozen=True, kw_only=True):
    """One member whose bytes begin where the source now stands."""

    name: bytes
    kind: Kind
    size: int


class _Header(Struct, frozen=True, kw_only=True):
    """One block that begins a member, or that tells something of the next."""

    name: bytes
    flag: bytes
    size: int


def read_members(source: Source, file: str) -> Iterator[TarMember | ReadError]:
    """The members in their order; `file` names the container in errors.

    Between two of them the caller may read a member's bytes. What is damaged comes
    as one error, and the search goes on for the next sound header.
    """
    words: dict[bytes, bytes] = {}
    sound, ended = True, False
    while block := source.read(_BLOCK):
        header = _header(block)
        if header is not None and header.flag in _OF_NEXT:
            words |= _words(header, source, file)
        elif header is not None:
            yield from _member(header, words, source, file)
            words = {}
        elif block != _ZEROS and sound:
            yield ReadError(f"is damaged at byte {source.position - len(block)}", file=file)
        sound = header is not None or block == _ZEROS
        ended = block == _ZEROS
    if not ended:
        yield ReadError("is cut off: its end mark is missing", file=file, remedy="fetch it again")


def _member(
    header: _Header, words: dict[bytes, bytes], source: Source, file: str
) -> Iterator[TarMember | ReadError]:
    """One member, and then, from where the caller has read to, on to its end."""
    size = int(words.get(b"size", b"%d" % header.size))
    kind = _KINDS.get(header.flag, "file")
    name = words.get(b"path", header.name)
    if kind == "file" and name.endswith(b"/"):
        kind = "folder"
    elif any(word.startswith(b"GNU.sparse") for word in words):
        kind = "sparse file"
    if kind in ("link", "device", "folder"):
        size = 0
    begin = source.position
    yield TarMember(name=name, kind=kind, size=size)
    left = begin + size + -size % _BLOCK - source.position
    if source.skip(left) < left:
        yield ReadError("is cut off", file=file, remedy="fetch it again")


def _header(block: bytes) -> _Header | None:
    """The header that a block is; None where its checksum or its size is none."""
    checksum = _number(block[148:156])
    if len(block) < _BLOCK or checksum != sum(block[:148] + b" " * 8 + block[156:]):
        return None
    size = _number(block[124:136])
    if size is None:
        return None
    name = block[:100].split(b"\0")[0]
    prefix = block[345:500].split(b"\0")[0] if block[257:263] == b"ustar\0" else b""
    return _Header(name=prefix + b"/" + name if prefix else name, flag=block[156:157], size=size)


def _number(field: bytes) -> int | None:
    """A number in octal digits, or in binary with the first bit set as GNU writes large ones."""
    if field[:1] == b"\x80":
        return int.from_bytes(field[1:], "big")
    digits = field.split(b"\0")[0].strip(b" ")
    if not digits.isdigit() or max(digits) > ord("7"):
        return None if digits else 0
    return int(digits, 8)


def _words(header: _Header, source: Source, file: str) -> dict[bytes, bytes]:
    """What a header says of the member that follows; `path` is its name, `size` its size."""
    if header.size > _LONGEST_HEADER:
        raise ReadError("has a header of over a megabyte; the rest is not read", file=file)
    data = source.read(header.size)
    if len(data) + source.skip(-header.size % _BLOCK) < header.size + -header.size % _BLOCK:
        raise ReadError("is cut off", file=file, remedy="fetch it again")
    if header.flag == b"L":
        return {b"path": data.split(b"\0")[0]}
    return _pax(data, file) if header.flag == b"x" else {}


def _pax(data: bytes, file: str) -> dict[bytes, bytes]:
    """The words of a pax header, each `length key=value` with its newline."""
    words: dict[bytes, bytes] = {}
    at = 0
    while at < len(data):
        length = _decimal(data[at : at + 20].split(b" ")[0])
        line = data[at : at + length] if length else b""
        key, equals, value = line.partition(b" ")[2].partition(b"=")
        if not length or not equals or not value.endswith(b"\n") or _is_bad_size(key, value):
            raise ReadError("has a damaged pax header; the rest is not read", file=file)
        words[key] = value[:-1]
        at += length
    return words


def _is_bad_size(key: bytes, value: bytes) -> bool:
    return key == b"size" and _decimal(value[:-1]) is None


def _decimal(digits: bytes) -> int | None:
    return int(digits) if digits.isdigit() and len(digits) < 20 else None
