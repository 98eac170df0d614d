"""Bodies that were made, kept up to a number of bytes; the one not asked for longest goes first."""

import gzip
from collections import OrderedDict
from hashlib import sha256

from msgspec import Struct

_WORTH = 1024
"""Shorter bodies are not made smaller."""

_PACKED = ("text/", "application/json", "application/ld+json", "application/xml")
_PACKED_SUFFIXES = ("+xml", "+json", "-triples", "javascript")


class Body(Struct, frozen=True, kw_only=True):
    """What one address answers with: bytes, and the same made smaller where that is worth it.

    `headers` are those of this body alone.
    """

    content: bytes
    content_type: str
    etag: str
    packed: bytes | None = None
    headers: tuple[tuple[str, str], ...] = ()
    status: int = 200

    @property
    def size(self) -> int:
        """Bytes that it takes to keep it."""
        return len(self.content) + len(self.packed or b"") + 1024


def make_body(
    content: bytes,
    content_type: str,
    *,
    headers: tuple[tuple[str, str], ...] = (),
    status: int = 200,
) -> Body:
    """A body with its tag, and its smaller form."""
    packs = len(content) >= _WORTH and is_packed(content_type)
    return Body(
        content=content,
        content_type=content_type,
        etag=f'W/"{sha256(content).hexdigest()[:24]}"',
        packed=gzip.compress(content, compresslevel=6, mtime=0) if packs else None,
        headers=headers,
        status=status,
    )


def is_packed(content_type: str) -> bool:
    """Whether gzip makes this kind of body smaller.

    >>> is_packed("text/html; charset=utf-8"), is_packed("image/png")
    (True, False)
    """
    plain = content_type.partition(";")[0]
    return plain.startswith(_PACKED) or plain.endswith(_PACKED_SUFFIXES)


class Cache:
    """Bodies by key, within a number of bytes."""

    def __init__(self, most_bytes: int) -> None:
        self._most_bytes = most_bytes
        self._bodies: OrderedDict[str, Body] = OrderedDict()
        self.size = 0

    def get(self, key: str) -> Body | None:
        """The body of a key, None where it is not kept."""
        body = self._bodies.get(key)
        if body is not None:
            self._bodies.move_to_end(key)
        return body

    def put(self, key: str, body: Body) -> None:
        """Keep a body; others go where there is no room. One too large is not kept."""
        old = self._bodies.pop(key, None)
        self.size -= 0 if old is None else old.size
        if body.size * 4 > self._most_bytes:
            return
        self._bodies[key] = body
        self.size += body.size
        while self.size > self._most_bytes:
            _, gone = self._bodies.popitem(last=False)
            self.size -= gone.size
