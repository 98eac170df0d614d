"""An @handle in a passage to the platform that is printed as its own."""

import re

from hemicycle.link.clauses import line_end, line_start, sentence_start
from hemicycle.link.passages import Passage, part_start
from hemicycle.link.platforms import OTHER, PLATFORMS

_DIRECT = re.compile(r"[\s:(\[\"'|=-]{0,6}(?:@[\w.]{1,31}[\s,/&+]{1,3}(?:(?:et|en|ou|of)\s)?){0,4}")
_COORDINATED = re.compile(r"\b(?:et|en|ou|of)\b.{0,300}\b(?:via|sur|op|par)\b", re.DOTALL)
_CLAUSE_END = re.compile(r"[,;\n]|[.!?](?=\s|$)")
_SAME = re.compile(
    r"\b(?:ditzelfde|hetzelfde|dit|ce meme|le meme|ce) (?:medium|kanaal|media|canal|reseau)\b"
)
_HEADING_WORDS, _LONGEST_LABEL, _CLAUSE_REACH, _LINES = 5, 25, 300, 60


def governor(passage: Passage, at: int, end: int) -> str | None:
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
    if same is None:
        return None
    named = passage.platforms.between(sentence_start(passage.text, at), same.start())
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
