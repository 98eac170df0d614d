"""The @handles of a passage, each with the platform that governs it."""

import re
from collections.abc import Iterator, Sequence

from hemicycle.link.candidates import Candidate, handle_url, is_taken
from hemicycle.link.clauses import line_end, line_start, sentence_start
from hemicycle.link.passages import Passage, part_start
from hemicycle.link.platforms import OTHER, PLATFORMS

_PLAIN = re.compile(r"[A-Za-z0-9_]{1,31}")
_LONG = re.compile(r"[A-Za-z0-9_.-]{1,80}")
_ELSEWHERE = re.compile(r"([A-Za-z0-9_]{1,30})@((?:[A-Za-z0-9-]{1,60}\.){1,4}[a-z]{2,20})")
_DOMAIN = re.compile(r"\.[a-z]|@|/[A-Za-z0-9]")
_HOST = re.compile(r"://|www\.|\.[a-z]{2,4}/")
_QUANTITY = re.compile(r"\d+(?:[hu]\d*|eur|euro|x\d+)?", re.IGNORECASE)
_RETWEET = re.compile(r"(?:^|[^A-Za-z])(?:RT|MT)\s{0,2}:?\s{0,2}$")
_OPENING, _CLOSING = "«“„", "»”"
_LONGEST_QUOTE = 300
_DIRECT = re.compile(r"[\s:(\[\"'|=-]{0,6}(?:@[\w.]{1,31}[\s,/&+]{1,3}(?:(?:et|en|ou|of)\s)?){0,4}")
_COORDINATED = re.compile(r"\b(?:et|en|ou|of)\b.{0,300}\b(?:via|sur|op|par)\b", re.DOTALL)
_SAME = re.compile(
    r"\b(?:ditzelfde|hetzelfde|dit|ce meme|le meme|ce) (?:medium|kanaal|media|canal|reseau)\b"
)
_CLAUSE_END = re.compile(r"[,;\n]|[.!?](?=\s|$)")
_HEADING_WORDS, _LONGEST_LABEL, _CLAUSE_REACH, _LINES = 5, 25, 300, 60


def find_handles(passage: Passage, taken: Sequence[Candidate]) -> Iterator[Candidate]:
    """Every handle outside addresses, e-mail addresses, retweets and quoted messages."""
    text = passage.text
    at = text.find("@")
    while at != -1:
        following = at + 1
        if not is_taken(taken, at) and _opens_handle(text, at):
            candidate = _elsewhere(text, at) or _handle(passage, at)
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
    opened = max(text.rfind(sign, start, at) for sign in _OPENING)
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


def _handle(passage: Passage, at: int) -> Candidate | None:
    plain, wide = _PLAIN.match(passage.text, at + 1), _LONG.match(passage.text, at + 1)
    if plain is None or wide is None or _QUANTITY.fullmatch(plain.group()):
        return None
    platform = _governor(passage, at, plain.end())
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


def _governor(passage: Passage, at: int, end: int) -> str | None:
    """The platform that is printed as the handle's own; None where none is."""
    return _before(passage, at) or _behind(passage, at, end) or heading_platform(passage, at)


def _before(passage: Passage, at: int) -> str | None:
    """A platform earlier in the sentence.

    One that a new « et … via » leaves behind governs no longer. A platform that
    prints no @ governs only where it stands directly before.
    """
    start = sentence_start(passage.text, at)
    for hit in reversed(passage.platforms.between(start, at)):
        gap = passage.folded[hit.end : at]
        key = hit.path.partition("/")[2]
        if _DIRECT.fullmatch(gap) or _is_labelled(gap):
            return key
        if PLATFORMS.get(key, OTHER).at:
            return None if _COORDINATED.search(gap) else key
    return None


def _is_labelled(gap: str) -> bool:
    """« Facebook officiel : @x »: little but a colon or bracket between platform and handle."""
    return len(gap) <= _LONGEST_LABEL and gap.rstrip()[-1:] in (":", "(") and "@" not in gap


def _behind(passage: Passage, at: int, end: int) -> str | None:
    """A platform later in the clause, or « ce même média » for the last one named."""
    found = _CLAUSE_END.search(passage.text, end, end + _CLAUSE_REACH)
    until = end + _CLAUSE_REACH if found is None else found.start()
    for hit in passage.platforms.between(end, until):
        key = hit.path.partition("/")[2]
        if PLATFORMS.get(key, OTHER).at:
            return key
    same = _SAME.search(passage.folded, end, until)
    return None if same is None else _last_platform(passage, at, same.start())


def _last_platform(passage: Passage, at: int, until: int) -> str | None:
    start = sentence_start(passage.text, at)
    named = passage.platforms.between(start, until)
    return named[-1].path.partition("/")[2] if named else None


def heading_platform(passage: Passage, at: int) -> str | None:
    """The platform of the nearest line above that is little more than its name, or opens a list.

    Lines are looked at up to the beginning of the numbered part.
    """
    part = part_start(passage, at)
    above = passage.platforms.between(part, line_start(passage.text, at))
    for hit in reversed(above[-_LINES:]):
        start = max(line_start(passage.text, hit.start), part)
        if _is_heading(passage, start, line_end(passage.text, hit.end)):
            return hit.path.partition("/")[2]
    return None


def _is_heading(passage: Passage, start: int, end: int) -> bool:
    """Whether a line is short, or opens a list, and names one platform."""
    line = passage.text[start:end].rstrip()
    if "@" in line or len(passage.platforms.between(start, end)) != 1:
        return False
    if line.endswith(":"):
        return True
    return len(line.split()) <= _HEADING_WORDS and not line.endswith((".", ";", ",", "?"))
