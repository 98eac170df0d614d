"""A file's bytes to a page: decoded, laid out when it is HTML, mended where damaged."""

from hashlib import sha256

from hemicycle.errors import ReadError
from hemicycle.page import Page, Source
from hemicycle.read.decode import decode
from hemicycle.read.layout import is_html, lay_out
from hemicycle.read.repair import repair

MAX_MEGABYTES = 32
"""The largest file that is taken for a page; the Senate's longest are under one."""

MAX_BYTES = MAX_MEGABYTES * 1024 * 1024


def read_bytes(
    data: bytes, *, file: str, url: str | None = None, retrieved_at: str | None = None
) -> Page:
    """The page that `data` holds; `file` names it in its source and in errors.

    Raises ReadError when the bytes are empty, too many, binary, of an unknown
    encoding, or HTML that cannot be laid out.

    >>> read_bytes("Antwoord in BelgiŽ".encode(), file="a.txt").text
    'Antwoord in België'
    """
    if len(data) > MAX_BYTES:
        raise too_large(file)
    decoded = decode(data, file)
    text = lay_out(decoded.text, file) if is_html(decoded.text) else decoded.text
    repaired = repair(text)
    source = Source(
        file=file,
        url=url,
        retrieved_at=retrieved_at,
        sha256=sha256(data).hexdigest(),
        encoding=decoded.encoding,
        repairs=repaired.repairs,
    )
    return Page(text=repaired.text, source=source)


def too_large(file: str) -> ReadError:
    """The error for a file of more than MAX_BYTES."""
    return ReadError(f"is larger than {MAX_MEGABYTES} MB, so not a page", file=file)
