"""The labelled lines at the head of a page to facts: institution, session, number, day."""

import re
from datetime import date

from hemicycle.parse.dates import WRITTEN_DATE, read_date
from hemicycle.parse.draft import Draft
from hemicycle.parse.labels import fold
from hemicycle.parse.lines import Line, units

INSTITUTION = re.compile(r"SÉNAT DE BELGIQUE|SENAT DE BELGIQUE|BELGISCHE SENAAT", re.IGNORECASE)
PRINT_LINKS = frozenset(
    fold(label)
    for label in (
        "Version à imprimer bilingue Version à imprimer unilingue",
        "Version à imprimer bilingue",
        "Version à imprimer unilingue",
        "Tweetalige printerversie Eentalige printerversie",
        "Tweetalige printerversie",
        "Eentalige printerversie",
    )
)
QUESTION_NUMBER = r"\d{1,2}[ \u00a0]{0,2}[-–][ \u00a0]{0,2}\d{1,6}"
"""Pattern of a question's number: `5-8910`, now and then `5 - 8910`."""

NUMBER = rf"(?P<number>{QUESTION_NUMBER})"
NUMBER_HEADING = re.compile(
    rf"(?:S[ÉE]NAT\s+|SENAAT\s+)?"
    rf"(?:Question\s+écrite\s+n\s?[°ºo.]|Schriftelijke\s+vraag\s+nr\s?\.?)\s*{NUMBER}(?!\d)",
    re.IGNORECASE,
)
_SESSION = re.compile(
    r"(?:Session|Zitting)\s+(?P<years>\d{4}-\d{4})"
    r"|(?:Session\s+extraordinaire\s+de|Buitengewone\s+zitting(?:\s+van)?)\s+(?P<year>\d{4})",
    re.IGNORECASE,
)
_DATE = re.compile(rf"(?:(?:du|d\.?\s?d\.)\s+)?(?P<date>{WRITTEN_DATE})", re.IGNORECASE)


def plain_number(printed: str) -> str:
    """A number without the blanks that slipped in.

    >>> plain_number("5 - 8910")
    '5-8910'
    """
    return "".join(printed.split()).replace("–", "-")


def read_institution(line: Line, draft: Draft) -> bool:
    """`SÉNAT DE BELGIQUE BELGISCHE SENAAT`."""
    return units(INSTITUTION, line.text) is not None


def is_print_links(line: Line) -> bool:
    """`Version à imprimer bilingue Version à imprimer unilingue`, of a web page."""
    return line.text[:1] in "VTE" and fold(line.text.replace("|", " ")) in PRINT_LINKS


def read_print_links(line: Line, draft: Draft) -> bool:
    """The links of a web page to its prints: they say nothing of the question."""
    return is_print_links(line)


def read_separator(line: Line, draft: Draft) -> bool:
    """`________________`: closes the title where one is open."""
    return line.is_separator


def read_number(line: Line, draft: Draft) -> bool:
    """`Question écrite n° 5-8910 Schriftelijke vraag nr. 5-8910`."""
    found = units(NUMBER_HEADING, line.text)
    numbers = {plain_number(unit["number"]) for unit in found or ()}
    if len(numbers) != 1 or not draft.agrees("question", *numbers):
        return False
    (number,) = numbers
    for unit in found or ():
        start = line.start + unit.start("number")
        draft.settle("question", number, start, start + len(unit["number"]))
    return True


def read_session(line: Line, draft: Draft) -> bool:
    """`Session 2012-2013 Zitting 2012-2013`; an extraordinary session is its year."""
    if draft.asker or draft.addressee:
        return False  # below them it is a title
    found = units(_SESSION, line.text)
    sessions = {unit["years"] or unit["year"] for unit in found or ()}
    if len(sessions) != 1 or not draft.agrees("session", *sessions):
        return False
    for unit in found or ():
        group = "years" if unit["years"] else "year"
        draft.settle(
            "session", unit[group], line.start + unit.start(group), line.start + unit.end(group)
        )
    return True


def read_print_date(line: Line, draft: Draft) -> bool:
    """`30 avril 2013 30 april 2013`: the day of asking, on prints."""
    found = units(_DATE, line.text)
    day = _one_day([unit["date"] for unit in found or ()])
    if day is None or not draft.agrees("asked_on", day):
        return False
    for unit in found or ():
        start, end = line.start + unit.start("date"), line.start + unit.end("date")
        draft.settle("asked_on", day, start, end)
    return True


def _one_day(printed: list[str]) -> date | None:
    days = {read_date(text) for text in printed}
    return days.pop() if len(days) == 1 else None
