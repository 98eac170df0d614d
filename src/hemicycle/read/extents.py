"""An extent of a file to the bytes that were packed there, each checked."""

import bz2
import zlib
from pathlib import Path

from hemicycle.errors import ReadError
from hemicycle.read.listed import Extent
from hemicycle.read.page_bytes import MAX_BYTES, too_large

MAX_RATIO = 250
"""So many times its size a file may unpack to; pages come to ten times theirs."""


def is_bomb(packed: int, unpacked: int) -> bool:
    """Whether so many bytes are too few for what they unpack to; a small page never is."""
    return unpacked > MAX_BYTES // 4 + packed * MAX_RATIO


def read_extent(path: Path, extent: Extent, name: str, limit: int = MAX_BYTES) -> bytes:
    """The unpacked bytes; never more than `limit` are held.

    Raises ReadError, with `name`, for what is larger, cut off, does not unpack, or
    unpacks to other bytes than its container promises; and OSError.
    """
    if extent.size > limit or extent.length > limit + limit // 100:  # noise packs larger
        raise too_large(name)
    with path.open("rb") as file:
        file.seek(extent.offset)
        packed = file.read(extent.length)
    if len(packed) < extent.length:
        raise ReadError("is cut off by the end of its container", file=name)
    data = _unpacked(packed, extent, name)
    if len(data) != extent.size:
        raise ReadError("has not the length that its container promises", file=name)
    if extent.crc is not None and zlib.crc32(data) != extent.crc:
        raise ReadError("is damaged: its checksum is another", file=name)
    return data


def _unpacked(packed: bytes, extent: Extent, name: str) -> bytes:
    """The bytes unpacked, at most one more than promised: a bomb does not go off."""
    most = extent.size + 1
    try:
        match extent.packing:
            case "stored":
                return packed
            case "deflate":
                return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, most)
            case "bzip2":
                return bz2.BZ2Decompressor().decompress(packed, most)
    except (zlib.error, OSError, EOFError) as error:
        raise ReadError("is damaged: it does not unpack", file=name) from error
