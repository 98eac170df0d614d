"""Pages to the versions of each address: their files, and which of them is the latest.

Pages stand as they came, `5/5-8910.web.fr.html`; one that has changed since stands
beside the older ones, `5/5-8910.web.fr.2.html`.
"""

import os
from collections.abc import Iterable
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Final

from msgspec import Struct, field

from hemicycle.fetch.address import Address
from hemicycle.fetch.exchanged import Exchange

_PART: Final = ".page.part"


class Kept(Struct, frozen=True, kw_only=True):
    """One page as it was kept: a line of index.jsonl; by hand one may write the first two alone."""

    file: str
    url: str | None = None
    retrieved_at: str | None = None
    status: int | None = None
    headers: dict[str, str] = field(default_factory=dict)
    sha256: str | None = None
    length: int | None = None


class Versions:
    """The pages below one folder by their addresses, each from the oldest to the latest."""

    def __init__(self, path: Path, lines: Iterable[Kept]) -> None:
        """The pages that the lines of an index name; one that a kill left half written goes."""
        self._path = path
        self._by_url: dict[str, list[Kept]] = {}
        for kept in lines:
            self.add(kept)
        (path / _PART).unlink(missing_ok=True)

    def add(self, kept: Kept) -> None:
        """A page that is the latest of its address from now on."""
        self._by_url.setdefault(kept.url or "", []).append(kept)

    def of(self, url: str) -> tuple[Kept, ...]:
        """All pages of an address, also those whose files are gone."""
        return tuple(self._by_url.get(url, ()))

    def is_whole(self, kept: Kept) -> bool:
        """Whether the page's file is there, as long as it was."""
        path = self._path / kept.file
        return path.is_file() and kept.length in (None, path.stat().st_size)

    def holds(self, kept: Kept, body: bytes) -> bool:
        """Whether the page's file has just these bytes."""
        return self._holds(kept.file, body)

    def read(self, kept: Kept) -> bytes:
        """The bytes of a page."""
        return (self._path / kept.file).read_bytes()

    def write(self, address: Address, exchange: Exchange) -> Kept:
        """Put the bytes of an answer on the disk; gives the line that names them.

        Bytes that were kept of the address before stand already. So do those of a
        process that was killed before it wrote the line. No file is ever written over.
        """
        digest = sha256(exchange.body).hexdigest()
        name = self._place(address, exchange, digest)
        if not (self._path / name).exists():
            self._write(name, exchange.body)
        return Kept(
            file=name,
            url=address.url,
            retrieved_at=exchange.asked_at,
            status=exchange.status,
            headers=exchange.kept_headers(),
            sha256=digest,
            length=len(exchange.body),
        )

    def _place(self, address: Address, exchange: Exchange, digest: str) -> str:
        for kept in self.of(address.url):
            if kept.sha256 == digest and self._holds(kept.file, exchange.body):
                return kept.file
        is_text = (exchange.header("content-type") or "").lower().startswith("text/plain")
        ending = "txt" if is_text else "html"
        names = (f"{address.stem}{'' if n == 1 else f'.{n}'}.{ending}" for n in count(1))
        return next(
            name
            for name in names
            if not (self._path / name).exists() or self._holds(name, exchange.body)
        )

    def _holds(self, name: str, body: bytes) -> bool:
        path = self._path / name
        return path.is_file() and path.stat().st_size == len(body) and path.read_bytes() == body

    def _write(self, name: str, body: bytes) -> None:
        path, part = self._path / name, self._path / _PART
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
        part.rename(path)
