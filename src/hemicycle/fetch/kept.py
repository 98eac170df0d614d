"""A folder of pages to what is left to ask for, and what became of each address to its lines.

`index.jsonl` has a line for each page that was new or changed, `asked.jsonl` one for each
other address that was asked, and one where a round begins and ends. A page's file is whole
before its line is written.
"""

import fcntl
import os
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from msgspec import Struct

from hemicycle.errors import FetchError
from hemicycle.fetch.address import Address
from hemicycle.fetch.exchanged import Exchange
from hemicycle.fetch.json_lines import JsonLines
from hemicycle.fetch.outcome import Fetched, Outcome
from hemicycle.fetch.versions import Kept, Versions

INDEX: Final = "index.jsonl"
ASKED: Final = "asked.jsonl"
_SETTLED: Final[frozenset[Outcome | None]] = frozenset(("unchanged", "missing", "no question"))
"""What need not be asked for again in one round; other answers may be better ones next time."""


class Asked(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A line of asked.jsonl: an address that gave no new page, or where a round begins or ends.

    `round` is "begins", "begins again" (every page is asked for once more) or "ends";
    `index_lines` tells how long the index was when the round began.
    """

    url: str | None = None
    asked_at: str | None = None
    outcome: Outcome | None = None
    status: int | None = None
    problem: str | None = None
    round: str | None = None
    index_lines: int | None = None


class Folder:
    """The pages of one folder, held by one process at a time."""

    def __init__(self, path: Path) -> None:
        """Open or make the folder; what a kill left half done is put right.

        Raises FetchError when another process holds it and for lines of the two files that
        are not ours, OSError when it cannot be written.
        """
        path.mkdir(parents=True, exist_ok=True)
        with ExitStack() as held:
            _hold(path, held)
            self._index = JsonLines(path / INDEX, Kept)
            held.callback(self._index.close)
            self._asked = JsonLines(path / ASKED, Asked)
            held.callback(self._asked.close)
            self._versions = Versions(path, self._index.lines)
            self._held = held.pop_all()
        self._settled: dict[str, Asked] = {}

    def close(self) -> None:
        """Let the folder go."""
        self._held.close()

    def begin(self, again: bool) -> None:
        """Begin a round, or go on with one of the same kind that did not come to its end."""
        word = "begins again" if again else "begins"
        since = _unfinished(self._asked.lines, word)
        if since is None:
            self._asked.add(Asked(round=word, index_lines=len(self._index.lines)))
            since = len(self._asked.lines) - 1
        first = self._asked.lines[since].index_lines or 0
        asked = (line for line in self._asked.lines[since:] if line.outcome in _SETTLED)
        self._settled = {line.url: line for line in asked if line.url is not None}
        fresh = self._index.lines[first:] if again else self._index.lines
        for kept in fresh:
            if kept.url is not None and self._versions.is_whole(kept):
                self._settled[kept.url] = Asked(outcome="kept before")

    def end(self) -> None:
        """The round came to its end: the next one is another."""
        self._asked.add(Asked(round="ends"))

    def is_settled(self, url: str) -> bool:
        """Whether the round need not ask for it any more."""
        return url in self._settled

    def settled(self, address: Address) -> Fetched:
        """What became, in this round, of an address that gave no page."""
        line = self._settled[address.url]
        return Fetched(outcome=line.outcome or "no question", problem=line.problem)

    def latest(self, url: str) -> Kept | None:
        """The page that was kept last of an address, if it is still there."""
        versions = self._versions.of(url)
        return versions[-1] if versions and self._versions.is_whole(versions[-1]) else None

    def read(self, kept: Kept) -> bytes:
        """The bytes of a page that was kept."""
        return self._versions.read(kept)

    def conditions(self, url: str) -> dict[str, str]:
        """The headers that ask for a page only if it has changed since it was kept."""
        kept = self.latest(url)
        headers = kept.headers if kept else {}
        pairs = (("If-None-Match", "etag"), ("If-Modified-Since", "last-modified"))
        return {name: headers[key] for name, key in pairs if key in headers}

    def keep(self, address: Address, exchange: Exchange) -> Outcome:
        """Put a page into the folder: it is new, or changed, or the one that was there last."""
        latest = self.latest(address.url)
        if latest is not None and self._versions.holds(latest, exchange.body):
            return "unchanged"
        before = self._versions.of(address.url)
        kept = self._versions.write(address, exchange)
        self._index.add(kept)
        self._versions.add(kept)
        is_lost = bool(before) and before[-1].sha256 == kept.sha256
        return "changed" if before and not is_lost else "new"

    def note(self, address: Address, fetched: Fetched, asked_at: str) -> None:
        """Write down what became of an address that gave no new page."""
        self._asked.add(
            Asked(
                url=address.url,
                asked_at=asked_at,
                outcome=fetched.outcome,
                status=fetched.status,
                problem=fetched.problem,
            )
        )


def _hold(path: Path, held: ExitStack) -> None:
    """Lock a folder for this process alone; the lock goes with the process, however it ends."""
    folder = os.open(path, os.O_RDONLY)
    held.callback(os.close, folder)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise FetchError(
            "another fetch is writing to it", file=path, remedy="wait until it is done"
        ) from None


def _unfinished(lines: Sequence[Asked], word: str) -> int | None:
    """Where the last round begins, if it is of that kind and did not come to its end."""
    for at in range(len(lines) - 1, -1, -1):
        if lines[at].round is not None:
            return at if lines[at].round == word else None
    return None
