"""A file's bytes to its text: UTF-8, UTF-16 with a byte order mark, or Windows-1252.

What a page declares of its own encoding is not asked: bytes that are UTF-8
throughout are UTF-8 whatever a header claims, and old pages often claim wrongly.
"""

import codecs
import re

from msgspec import Struct

from hemicycle.errors import ReadError

CONTROLS = bytes([*range(0x09), *range(0x0E, 0x20), 0x7F])
"""The ASCII control characters that no page of text holds."""

MAX_CONTROLS = 1 / 20
"""The share of controls above which bytes are no text; of random bytes it is one in nine."""

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

# What UTF-8 writes for the letters and quotes of French and Dutch and no text in
# Windows-1252 holds ("Ã©", "â€™"); the last one may be cut off by the end of the file.
_UTF8_LETTER = re.compile(
    rb"[\xc2-\xc5](?:[\x80-\xbf]|\Z)|\xe2(?:[\x80-\x82](?:[\x80-\xbf]|\Z)|\Z)"
)
_HIGH_BYTES = bytes(range(0x80, 0x100))


class Decoded(Struct, frozen=True):
    """A text whose lines end in a single newline, and the encoding of its bytes."""

    text: str
    encoding: str


def decode(data: bytes, file: str) -> Decoded:
    r"""The text of `data`; `file` names it in errors.

    Raises ReadError for an empty or a binary file, and for bytes that no
    encoding we know explains: nothing is guessed, left out or replaced.

    >>> decode("Réponse\r\n".encode("cp1252"), "a.txt")
    Decoded(text='Réponse\n', encoding='windows-1252')
    """
    if data.startswith(_UTF16_MARKS):
        decoded = Decoded(_strictly(data, "utf-16", file), "utf-16")
    else:
        decoded = _decode_bytes(data, file)
    if not decoded.text:
        raise ReadError("is empty", file=file, remedy="fetch the page again")
    if "\0" in decoded.text:
        raise _binary(file)
    return Decoded(_with_newlines(decoded.text), decoded.encoding)


def _decode_bytes(data: bytes, file: str) -> Decoded:
    """The text of bytes without a UTF-16 mark, by UTF-8, else by Windows-1252."""
    if _is_binary(data):
        raise _binary(file)
    mark = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
    try:
        return Decoded(data[mark:].decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        if mark or _is_broken_utf8(data):
            raise _undecodable("UTF-8", data, mark + error.start, file) from error
    return Decoded(_strictly(data, "windows-1252", file), "windows-1252")


def _strictly(data: bytes, encoding: str, file: str) -> str:
    """The text of `data` in `encoding`, or a ReadError that names the first byte it lacks."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        tried = "UTF-16" if encoding == "utf-16" else "UTF-8 or Windows-1252"
        raise _undecodable(tried, data, error.start, file) from error


def _is_binary(data: bytes) -> bool:
    """Whether the bytes hold a NUL, or more control characters than any text."""
    controls = len(data) - len(data.translate(None, CONTROLS))
    return b"\0" in data or controls > len(data) * MAX_CONTROLS


def _is_broken_utf8(data: bytes) -> bool:
    """Whether bytes that are no UTF-8 would become "Ã©" and the like as Windows-1252.

    They are a damaged UTF-8 text when most bytes beyond ASCII stand in its letters.
    """
    letters = [len(letter) for letter in _UTF8_LETTER.findall(data)]
    high = len(data) - len(data.translate(None, _HIGH_BYTES))
    return bool(letters) and len(letters) >= high - sum(letters)


def _with_newlines(text: str) -> str:
    """The text with each line end, of any system, as one newline."""
    if "\r" not in text:
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _binary(file: str) -> ReadError:
    return ReadError("is not a page: binary data", file=file)


def _undecodable(encoding: str, data: bytes, offset: int, file: str) -> ReadError:
    """The error that names the byte and where it stands, counted from 0."""
    problem = f"cannot be decoded as {encoding} (byte 0x{data[offset]:02X} at offset {offset})"
    return ReadError(problem, file=file, remedy="fetch the page again")
