"""A body as it was sent to the bytes of the page, never more of them than a limit."""

import zlib
from typing import Final

from hemicycle.errors import BrokenError, RefusedError

_WBITS: Final = {"gzip": (31,), "x-gzip": (31,), "deflate": (15, -15)}
"""zlib's names of the forms; what is called deflate comes with and without its header."""

_MOST_MEMBERS: Final = 64
"""A packed page has one; each further one costs a copy of what is left."""


def unpack(raw: bytes, coding: str | None, limit: int) -> bytes:
    r"""The page in a body of some Content-Encoding.

    Raises RefusedError for a page of more than `limit` bytes and for another encoding,
    BrokenError for one that is damaged or ends too soon.

    >>> import gzip
    >>> unpack(gzip.compress(b"Vraag"), "gzip", 100)
    b'Vraag'
    """
    name = (coding or "identity").strip().lower()
    if name in ("identity", ""):
        return raw
    if name not in _WBITS:
        raise RefusedError(f"comes packed as {coding!r}, which was not asked for")
    for wbits in _WBITS[name][:-1]:
        try:
            return _inflate(raw, wbits, limit)
        except BrokenError:
            continue
    return _inflate(raw, _WBITS[name][-1], limit)


def _inflate(raw: bytes, wbits: int, limit: int) -> bytes:
    """All members of the stream, one after another, as one page."""
    pages: list[bytes] = []
    left = limit
    rest = raw
    for _ in range(_MOST_MEMBERS):
        inflater = zlib.decompressobj(wbits)
        try:
            pages.append(inflater.decompress(rest, left + 1))
        except zlib.error as error:
            raise BrokenError("its packing is damaged") from error
        left -= len(pages[-1])
        if left < 0:
            raise too_large(limit)
        if not inflater.eof:
            raise BrokenError("its packing ends too soon")
        rest = inflater.unused_data
        if not rest:
            return b"".join(pages)
    raise RefusedError("is packed in too many pieces")


def too_large(limit: int) -> RefusedError:
    """The error for a page of more than `limit` bytes."""
    return RefusedError(f"is larger than {limit / 1024 / 1024:g} MB, so not a page")
