"""Exchanges to a WARC 1.1 file, as web archives keep them (ISO 28500:2017)."""

import os
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Final
from urllib.parse import urlsplit

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from hemicycle.errors import FetchError
from hemicycle.fetch.exchanged import Exchange
from hemicycle.fetch.manners import Manners

ENDING: Final = ".warc.gz"
_CHUNK: Final = 64 * 1024
_MAGIC: Final = b"WARC/1."
_FRAMING: Final = ("transfer-encoding", "content-length")
"""Chunks are joined before a body is kept; these headers are then renamed, as Common Crawl does."""


class Warc:
    """A file that gets a request and a response record for every exchange."""

    def __init__(self, path: Path, manners: Manners) -> None:
        """Open a new file, or go on with one: a record that a kill tore is taken off its end.

        Raises FetchError for a file that is no packed WARC.
        """
        if not path.name.endswith(ENDING):
            raise FetchError(f"does not end in {ENDING}", file=path, remedy="name it so")
        end = _whole_end(path) if path.exists() else 0
        self._file: BinaryIO = path.open("ab")
        self._file.truncate(end)
        self._writer = WARCWriter(self._file, gzip=True, warc_version="1.1")
        if end == 0:
            info = {
                "software": manners.agent.split(" ")[0],
                "http-header-user-agent": manners.agent,
                "format": "WARC File Format 1.1",
                "robots": "obey",
            }
            self._writer.write_record(self._writer.create_warcinfo_record(path.name, info))
            self._sync()

    def add(self, exchange: Exchange) -> None:
        """Write the two records; they are on the disk when this returns."""
        response = self._writer.create_warc_record(
            exchange.url,
            "response",
            payload=BytesIO(exchange.raw),
            length=len(exchange.raw),
            http_headers=_response_headers(exchange),
            warc_headers_dict={"WARC-Date": exchange.asked_at},
        )
        request = self._writer.create_warc_record(
            exchange.url,
            "request",
            payload=BytesIO(),
            length=0,
            http_headers=_request_headers(exchange),
        )
        self._writer.write_request_response_pair(request, response)
        self._sync()

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _sync(self) -> None:
        self._file.flush()
        os.fsync(self._file.fileno())


def _response_headers(exchange: Exchange) -> StatusAndHeaders:
    headers = list(exchange.headers)
    if exchange.header("transfer-encoding") is not None:
        headers = [_renamed(name, value) for name, value in headers]
        headers.append(("Content-Length", str(len(exchange.raw))))
    status = f"{exchange.status} {exchange.reason}".rstrip()
    return StatusAndHeaders(status, headers, protocol=exchange.protocol)


def _renamed(name: str, value: str) -> tuple[str, str]:
    return (f"X-Crawler-{name}" if name.lower() in _FRAMING else name), value


def _request_headers(exchange: Exchange) -> StatusAndHeaders:
    parts = urlsplit(exchange.url)
    target = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    headers = [("Host", parts.netloc), *exchange.request_headers]
    return StatusAndHeaders(f"GET {target} HTTP/1.1", headers, is_http_request=True)


def _whole_end(path: Path) -> int:
    """Where the last whole record ends; each one is a gzip member of its own."""
    try:
        with path.open("rb") as file:
            return max(_member_ends(file), default=0)
    except zlib.error as error:
        problem = "is no packed WARC file, or a damaged one"
        raise FetchError(problem, file=path, remedy="name another file") from error


def _member_ends(file: BinaryIO) -> Iterator[int]:
    """The offset behind each whole member; zlib.error for one that is no WARC record."""
    inflater, begun = zlib.decompressobj(31), b""
    while data := file.read(_CHUNK):
        while data:
            begun = (begun + inflater.decompress(data))[: len(_MAGIC)]
            if not _MAGIC.startswith(begun):
                raise zlib.error
            data = b""
            if inflater.eof:
                data = inflater.unused_data
                yield file.tell() - len(data)
                inflater, begun = zlib.decompressobj(31), b""
