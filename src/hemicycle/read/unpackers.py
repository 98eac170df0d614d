"""The forms a stream may be packed in: gzip, bzip2 and xz, each a member at a time."""

import bz2
import lzma
import zlib
from collections.abc import Callable, Mapping
from typing import Final, Protocol

GZIP: Final = b"\x1f\x8b\x08"

BROKEN: Final = (zlib.error, lzma.LZMAError, OSError, EOFError)
"""What they raise for bytes that do not unpack."""

_XZ_MEMORY: Final = 256 * 1024 * 1024
"""What xz may take for its dictionary; its strongest setting takes 65 MB."""


class Unpacker(Protocol):
    """What bz2 and lzma offer, and gzip below: one packed member to its bytes."""

    @property
    def eof(self) -> bool:
        """Whether the member has ended."""

    @property
    def needs_input(self) -> bool:
        """Whether it has nothing to give before more is put in."""

    @property
    def unused_data(self) -> bytes:
        """What was put in and stands behind the end of the member."""

    def decompress(self, data: bytes, max_length: int) -> bytes:
        """Put bytes in; the next bytes unpacked, at the most so many."""


class Gzip:
    """A member of a gzip file; its checksum is looked at where it ends."""

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(16 + zlib.MAX_WBITS)

    @property
    def eof(self) -> bool:
        """Whether the member has ended."""
        return self._inner.eof

    @property
    def needs_input(self) -> bool:
        """Whether all that was put in is used up."""
        return not self._inner.unconsumed_tail and not self._inner.eof

    @property
    def unused_data(self) -> bytes:
        """What was put in and stands behind the end of the member."""
        return self._inner.unused_data

    def decompress(self, data: bytes, max_length: int) -> bytes:
        """Put bytes in; the next bytes unpacked, at the most so many."""
        return self._inner.decompress(self._inner.unconsumed_tail + data, max_length)


def _xz() -> Unpacker:
    return lzma.LZMADecompressor(memlimit=_XZ_MEMORY)


UNPACKERS: Final[Mapping[bytes, Callable[[], Unpacker]]] = {
    GZIP: Gzip,
    b"BZh": bz2.BZ2Decompressor,
    b"\xfd7zXZ\0": _xz,
}
"""By the first bytes of the file: a browser may have unpacked what is still called .gz."""
