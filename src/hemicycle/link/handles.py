"""The @handles of a passage, each with the platform that governs it."""

import re
from collections.abc import Iterator, Sequence

from hemicycle.link.candidates import Candidate, handle_url, is_taken
from hemicycle.link.clauses import line_start
from hemicycle.link.governors import governor
from hemicycle.link.passages import Passage
from hemicycle.link.platforms import OTHER, PLATFORMS
from hemicycle.link.tables import Cell, cell_at

_PLAIN = re.compile(r"[A-Za-z0-9_]{1,31}")
_LONG = re.compile(r"[A-Za-z0-9_.-]{1,80}")
_ELSEWHERE = re.compile(r"([A-Za-z0-9_]{1,30})@((?:[A-Za-z0-9-]{1,60}\.){1,4}[a-z]{2,20})")
_DOMAIN = re.compile(r"\.[a-z]|@|/[A-Za-z0-9]")
_HOST = re.compile(r"://|www\.|\.[a-z]{2,4}/")
_QUANTITY = re.compile(r"\d+(?:[hu]\d*|eur|euro|x\d+)?", re.IGNORECASE)
_RETWEET = re.compile(r"(?:^|[^A-Za-z])(?:RT|MT)\s{0,2}:?\s{0,2}$")
_OPENING, _CLOSING = "«“„", "»”"
_LONGEST_QUOTE = 300


def find_handles(
    passage: Passage, taken: Sequence[Candidate], cells: Sequence[Cell] = ()
) -> Iterator[Candidate]:
    """Every handle outside addresses, e-mail addresses, retweets and quoted messages.

    `cells` are those of tables, which tell the platform of the handles in them.
    """
    text = passage.text
    at = text.find("@")
    while at != -1:
        following = at + 1
        if not is_taken(taken, at) and _opens_handle(text, at):
            candidate = _elsewhere(text, at) or _handle(passage, at, cell_at(cells, at))
            if candidate is not None:
                yield candidate
                following = candidate.end
        at = text.find("@", following)


def _opens_handle(text: str, at: int) -> bool:
    before = text[max(at - 1, 0) : at]
    if before and (before.isalnum() or before in "_.@=%"):
        return False
    if before and before in "/+-" and _HOST.search(text[max(at - 60, 0) : at].split()[-1]):
        return False
    return not _RETWEET.search(text[max(at - 8, 0) : at]) and not _is_in_message(text, at)


def _is_in_message(text: str, at: int) -> bool:
    """Whether the handle stands in quotation marks together with other words."""
    start = max(at - _LONGEST_QUOTE, line_start(text, at))
    opened = max([text.rfind(sign, start, at) for sign in _OPENING])
    if opened == -1 or any(text.find(sign, opened, at) != -1 for sign in _CLOSING):
        return False
    ends = [end for sign in _CLOSING if (end := text.find(sign, at, at + _LONGEST_QUOTE)) != -1]
    return bool(ends) and len(text[opened + 1 : min(ends)].split()) > 1


def _elsewhere(text: str, at: int) -> Candidate | None:
    """A handle with its server: @name@server."""
    found = _ELSEWHERE.match(text, at + 1)
    if found is None:
        return None
    return Candidate(
        start=at,
        end=found.end(),
        platform="mastodon",
        kind="profile",
        rule="handle",
        handle=found.group(),
        url=f"https://{found[2]}/@{found[1]}",
    )


def _handle(passage: Passage, at: int, cell: Cell | None) -> Candidate | None:
    plain, wide = _PLAIN.match(passage.text, at + 1), _LONG.match(passage.text, at + 1)
    if plain is None or wide is None or _QUANTITY.fullmatch(plain.group()):
        return None
    platform = governor(passage, at, plain.end()) if cell is None else cell.platform
    traits = PLATFORMS.get(platform or "twitter", OTHER)
    if platform not in (None, "twitter") and traits.handle is not None:
        handle = wide.group().rstrip(".-")
        handle = handle if traits.handle.fullmatch(handle) else plain.group()
    else:
        handle = plain.group()
        behind = passage.text[plain.end() : plain.end() + 2]
        if behind[:1].isalnum() or _DOMAIN.match(behind):
            return None
    if traits.handle is None or not traits.handle.fullmatch(handle):
        return None
    return _candidate(platform, at, handle)


def _candidate(platform: str | None, at: int, handle: str) -> Candidate:
    key = platform or "twitter"
    return Candidate(
        start=at,
        end=at + 1 + len(handle),
        platform=key,
        kind=PLATFORMS[key].kind,
        rule="handle",
        basis="printed" if platform else "inferred",
        handle=handle,
        url=handle_url(key, handle),
    )
