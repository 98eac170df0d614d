"""The header of a bulletin's question to facts: number, asker, day, language, reminders."""

import re

from msgspec import Struct

from hemicycle.parse.dates import WRITTEN_DATE, read_date
from hemicycle.parse.draft import Draft
from hemicycle.parse.head import plain_number
from hemicycle.parse.lines import Line, leading_units
from hemicycle.records import Asker, Event

_ON = r"(?:du|van|d\.?\s?d\.?)"
_HEADER = re.compile(
    r"(?:Question(?:\s+écrite)?\s+n\s?[°ºo.]?|(?:Schriftelijke\s+)?Vraag\s+nr\s?\.?)\s*"
    r"(?P<number>(?:\d\s?-\s?)?\d{1,6})"
    rf"\s+(?:de|van)\s+(?P<name>[^()\d]{{1,80}}?)(?:\s*\((?P<party>[^()\d]{{1,40}})\))?,?\s+{_ON}\s*(?P<date>{WRITTEN_DATE})",
    re.IGNORECASE,
)
_TAIL = re.compile(
    rf"\(\s*(?:rappels?|herinnering(?:en)?)\s+{_ON}\s*(?P<reminder>{WRITTEN_DATE})"
    rf"(?:\s*(?:,|et|en)\s*(?:{_ON}\s*)?(?P<second>{WRITTEN_DATE}))?"
    rf"(?:\s*(?:,|et|en)\s*(?:{_ON}\s*)?(?P<third>{WRITTEN_DATE}))?\s*\)"
    r"|\(\s*(?P<language>Fr|N|F)\s*\.?\s*\)|\([^()]{1,80}\)",
    re.IGNORECASE,
)
"""What may stand in brackets behind the date, in either order."""

_LANGUAGES = {"fr": "fr", "f": "fr", "n": "nl"}


class Header(Struct, frozen=True):
    """The header's match and those of the brackets behind it; `end` is where a title may begin."""

    head: re.Match[str]
    tail: tuple[re.Match[str], ...]
    end: int


def match_header(line: Line) -> Header | None:
    """The header that a line is: it ends there, or a title follows its colon."""
    if not line.may_be_label or line.text[0] not in "QVSqvs":
        return None
    head = _HEADER.match(line.text)
    if head is None:
        return None
    tail, end = leading_units(_TAIL, line.text, head.end())
    if line.text[end : end + 1] == ":":
        end += 1
    elif end < len(line.text):
        return None
    return Header(head, tuple(tail), end)


def join_header(printed: list[Line], draft: Draft) -> list[Line]:
    """The printed lines; a header that runs over two of them is joined to one."""
    for at in range(len(printed) - 1):
        line, following = printed[at], printed[at + 1]
        if line.text[0] in "QVSqvs":
            text = draft.page.text[line.start : following.end].replace("\n", " ")
            both = Line(following.number, text, line.start, following.end, following.group)
            found = match_header(both)
            if found and found.end > len(line.text) + 1:
                draft.use(line, "bulletin-header")
                return [*printed[:at], both, *printed[at + 2 :]]
        if match_header(line):
            break
    return printed


def read_header(line: Line, draft: Draft) -> None:
    """Take number, asker, day, language and reminders of the header that `line` is."""
    found = match_header(line)
    day = read_date(found.head["date"]) if found else None
    if found is None or day is None:
        return
    head, at = found.head, line.start
    number = with_legislature(head["number"], draft)
    if number:
        draft.settle("question", number, at + head.start("number"), at + head.end("number"))
    draft.asker = Asker(head["name"], head["party"])
    for group in ("name", "party"):
        if head[group]:
            draft.mark(f"asker/{group}", at + head.start(group), at + head.end(group))
    draft.settle("asked_on", day, at + head.start("date"), at + head.end("date"))
    for unit in found.tail:
        if unit["language"]:
            start, end = at + unit.start("language"), at + unit.end("language")
            language = _LANGUAGES[unit["language"].lower()]
            draft.settle("original_language", language, start, end)
        _settle_reminder(line, unit, draft)
    draft.use(line, "bulletin-header")


def _settle_reminder(line: Line, found: re.Match[str], draft: Draft) -> None:
    for group in ("reminder", "second", "third"):
        day = read_date(found[group]) if found[group] else None
        if day is not None:
            start, end = line.start + found.start(group), line.start + found.end(group)
            draft.add_event(Event("reminder", day), start, end)


def with_legislature(number: str, draft: Draft) -> str | None:
    """`1265` of Bulletin 2-38 is question 2-1265; without a bulletin it stays unknown."""
    if "-" in number:
        return plain_number(number)
    return f"{draft.bulletin.split('-')[0]}-{number}" if draft.bulletin else None
