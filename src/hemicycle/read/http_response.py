"""An HTTP response, as a WARC record holds it, to the bytes of its page."""

import zlib
from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from hemicycle.errors import ReadError
from hemicycle.read.page_bytes import MAX_BYTES, too_large

OK: Final = 200
_GZIP: Final = b"\x1f\x8b"
_BOTH: Final = 32
"""What zlib is told, with the size of its window, to take gzip's form or its own."""


class Response(Struct, frozen=True):
    """A response: its status, its headers by name in small letters, and its body as sent."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def is_text(self) -> bool:
        """Whether it says that it is a text, or does not say what it is."""
        kind = self.headers.get("content-type", "").split(";")[0].strip().lower()
        return not kind or kind.startswith("text/") or kind == "application/xhtml+xml"


def read_response(block: bytes, name: str) -> Response:
    """The response in the block of a record; `name` names it in errors.

    Raises ReadError where the block is no response.
    """
    head, body = _split(block)
    first, *lines = head.decode("latin-1").split("\n")
    words = first.split()
    if len(words) < 2 or not words[0].startswith("HTTP/") or not words[1].isdecimal():
        raise ReadError("is no HTTP response", file=name)
    headers: dict[str, str] = {}
    for line in lines:
        key, _, value = line.partition(":")
        headers.setdefault(key.strip().lower(), value.strip())
    return Response(int(words[1][:3]), headers, body)


def page_body(response: Response, name: str) -> bytes:
    """The bytes of the page: chunks joined, and unpacked where they were sent packed.

    Archives that undo this when they write often leave the headers as they were, so a
    body that is not in the form its headers tell is taken as it is. Raises ReadError
    where the body ends too early, does not unpack, or is larger than a page.
    """
    headers, body = response.headers, response.body
    packing = headers.get("content-encoding", "").lower()
    if headers.get("transfer-encoding", "").lower() == "chunked":
        body = _joined(body, name)
    elif not packing:
        _check_length(headers.get("content-length", ""), body, name)
    if packing in ("gzip", "x-gzip", "deflate"):
        body = _unpacked(body, packing, name)
    elif packing not in ("", "identity"):
        raise ReadError(f"is packed as {packing[:20]!r}, which is not read", file=name)
    if len(body) > MAX_BYTES:
        raise too_large(name)
    return body


def _split(block: bytes) -> tuple[bytes, bytes]:
    """The head and the body; between them stands an empty line."""
    ends = [(block.find(blank), len(blank)) for blank in (b"\r\n\r\n", b"\n\n")]
    at, length = min((end for end in ends if end[0] >= 0), default=(len(block), 0))
    return block[:at], block[at + length :]


def _check_length(announced: str, body: bytes, name: str) -> None:
    if announced.isdecimal() and len(announced) < 16 and len(body) < int(announced):
        problem = f"ends after {len(body)} of {announced} bytes"
        raise ReadError(problem, file=name, remedy="fetch the page again")


def _joined(body: bytes, name: str) -> bytes:
    """The chunks of a body in one; a body that does not begin with one has none."""
    pieces: list[bytes] = []
    at = 0
    while (length := _chunk_length(body, at)) is not None:
        begin = body.index(b"\n", at) + 1
        pieces.append(body[begin : begin + length])
        at = begin + length + 2
        if length == 0:
            return b"".join(pieces)
    if not pieces:
        return body
    raise ReadError("ends before its last chunk", file=name, remedy="fetch the page again")


def _chunk_length(body: bytes, at: int) -> int | None:
    """The length that stands in the line at `at`, in hexadecimal digits; None where none does."""
    end = body.find(b"\n", at, at + 200)
    digits = body[at:end].split(b";")[0].strip() if end >= 0 else b""
    if not digits or len(digits) > 8 or digits.strip(b"0123456789abcdefABCDEF"):
        return None
    return int(digits, 16)


def _unpacked(body: bytes, packing: str, name: str) -> bytes:
    is_gzip = body.startswith(_GZIP)
    if not is_gzip and packing != "deflate":
        return body
    window = _BOTH + zlib.MAX_WBITS if is_gzip or _is_zlib(body) else -zlib.MAX_WBITS
    unpacker = zlib.decompressobj(window)
    try:
        data = unpacker.decompress(body, MAX_BYTES + 1)
    except zlib.error as error:
        if packing == "deflate" and not is_gzip:
            return body
        raise ReadError("is damaged: it does not unpack", file=name) from error
    if len(data) > MAX_BYTES:
        raise too_large(name)
    if not unpacker.eof:
        raise ReadError("is cut off", file=name, remedy="fetch the page again")
    return data


def _is_zlib(body: bytes) -> bool:
    """Whether a body has zlib's header; `deflate` is sent with it and without it."""
    return len(body) > 1 and body[0] & 0x0F == 8 and int.from_bytes(body[:2], "big") % 31 == 0
