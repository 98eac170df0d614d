"""A page of the Senate's to the record of what it says."""

import re

from msgspec import Struct

from hemicycle.errors import ParseError
from hemicycle.page import Page
from hemicycle.parse.body import read_body
from hemicycle.parse.bulletin import read_bulletin
from hemicycle.parse.draft import Draft, finish
from hemicycle.parse.forms import detect
from hemicycle.parse.head_reader import read_head
from hemicycle.parse.keywords import settle_keywords
from hemicycle.parse.lines import Line, split_lines
from hemicycle.parse.markers import (
    is_question_marker,
    read_language_line,
    read_question_marker,
)
from hemicycle.parse.title import settle_title
from hemicycle.records import Record

__all__ = ["Reading", "parse", "parse_with_rules"]

_LEGISLATURE = re.compile(r"[?&;]LEG=0*([1-9]\d?)(?=&|$)", re.IGNORECASE)
_NUMBER = re.compile(r"[?&;]NR=0*([1-9]\d{0,5})(?=&|$)", re.IGNORECASE)


class Reading(Struct, frozen=True):
    """A record, and for each line that a rule consumed (lines count from 1) the rule's name."""

    record: Record
    rules: dict[int, str]


def parse(page: Page) -> Record:
    """The record of one page.

    Raises ParseError when the page is none of the forms the Senate publishes.
    """
    return parse_with_rules(page).record


def parse_with_rules(page: Page) -> Reading:
    """The record of one page, and which rule read which of its lines.

    Raises ParseError when the page is none of the forms the Senate publishes.
    """
    lines = list(split_lines(page.text))
    form = detect(lines, page.source.url)
    if form is None:
        raise ParseError(
            "is none of the Senate's pages of a written question",
            file=page.source.file,
            remedy="leave it out, or check that it was saved whole",
        )
    draft = Draft(page, form.layout, form.languages)
    if form.layout == "bulletin":
        read_bulletin(lines, draft)
    else:
        _read_page(lines, draft)
    if draft.question is None:
        draft.question = _number_of_address(page.source.url)
    if draft.layout == "table":
        _take_day_of_sending(draft)
    return Reading(finish(draft, lines), draft.used)


def _read_page(lines: list[Line], draft: Draft) -> None:
    until = next((at for at, line in enumerate(lines) if is_question_marker(line)), len(lines))
    begin = read_head(lines, draft, until)
    if begin == until:
        begin = _read_markers(lines, until, draft)
    settle_title(draft)
    settle_keywords(draft)
    read_body(lines[begin:], draft)
    if draft.original_language is None and set(draft.question_text) & {"de"}:
        draft.original_language = "de"
    if "de" in draft.question_text or "de" in draft.title:
        draft.languages = tuple(dict.fromkeys((*draft.languages, "de")))


def _read_markers(lines: list[Line], at: int, draft: Draft) -> int:
    """Read the question marker, of one language or both; gives the index behind it."""
    while at < len(lines):
        line = lines[at]
        if line.text and is_question_marker(line):
            if read_question_marker(line, draft):
                draft.use(line, "question-marker")
                draft.has_marker = True
        elif line.text and draft.has_marker and read_language_line(line, draft):
            draft.use(line, "question-marker")
        elif line.text:
            break
        at += 1
    return at


def _take_day_of_sending(draft: Draft) -> None:
    """A table has no header: the day of asking is the day on which the question was sent."""
    for event, number in draft.events.items():
        if event.kind == "question-sent" and draft.asked_on is None:
            for start, end in draft.spans[f"events/{number}"]:
                draft.settle("asked_on", event.on, start, end)


def _number_of_address(url: str | None) -> str | None:
    """`…&LEG=5&NR=8910…` names question 5-8910."""
    legislature, number = (
        (_LEGISLATURE.search(url), _NUMBER.search(url)) if url is not None else (None, None)
    )
    return f"{legislature[1]}-{number[1]}" if legislature and number else None
