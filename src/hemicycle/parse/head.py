"""The labelled lines at the head of a page to facts: institution, session, number, asker …"""

import re
from datetime import date

from hemicycle.parse.dates import WRITTEN_DATE, read_date
from hemicycle.parse.draft import Draft
from hemicycle.parse.labels import fold
from hemicycle.parse.lines import Line, units
from hemicycle.records import Asker

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
NUMBER = r"(?P<number>\d{1,2}-\d{1,6})"
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
_DATE = re.compile(WRITTEN_DATE, re.IGNORECASE)
_ASKER = re.compile(
    rf"(?:de|van)\s+(?P<name>[^()\t|]{{1,120}}?)\s*"
    rf"\(\s*(?P<party>(?:[^()\t|]|\([^()\t|]*\)){{0,60}}?)\s*\)"
    rf"(?:\s+(?:du|d\.\s?d\.)\s+(?P<date>{WRITTEN_DATE}))?",
    re.IGNORECASE,
)
_ASKER_ALONE = re.compile(
    rf"(?:de|van)\s+(?P<name>[^()\t|\d]{{1,120}}?)\s+(?:du|d\.\s?d\.)\s+(?P<date>{WRITTEN_DATE})",
    re.IGNORECASE,
)
_ASKER_BARE = re.compile(
    r"(?:de|van)\s+(?P<name>[A-ZÀ-Þ][\w'’-]*(?:\s+(?:[A-ZÀ-Þ][\w'’-]*|de|van|den|der|du)){1,5})"
    r"(?P<date>)"
)
"""Prints name some senators without party; the first letters tell a name from a title."""
_ADDRESSEE = {
    "fr": re.compile(
        r"(?:[àa]\s+la|[àa]\s+l['’]|au|aux|à)\s*(?P<title>(?<=['’\s])\S.*)", re.IGNORECASE
    ),
    "nl": re.compile(r"aan\s+(?:(?:de|het)\s+)?(?P<title>\S.*)", re.IGNORECASE),
}
_DUTCH_ADDRESSEE = re.compile(r"\saan\s+(?:de|het)\s+(?=\S)", re.IGNORECASE)


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
    numbers = {unit["number"] for unit in found or ()}
    if len(numbers) != 1 or not draft.agrees("question", *numbers):
        return False
    for unit in found or ():
        start = line.start + unit.start("number")
        draft.settle("question", unit["number"], start, start + len(unit["number"]))
    return True


def read_session(line: Line, draft: Draft) -> bool:
    """`Session 2012-2013 Zitting 2012-2013`; an extraordinary session is its year."""
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
    day = _one_day([unit.group() for unit in found or ()])
    if day is None or not draft.agrees("asked_on", day):
        return False
    for unit in found or ():
        draft.settle("asked_on", day, line.start + unit.start(), line.start + unit.end())
    return True


def _one_day(printed: list[str]) -> date | None:
    days = {read_date(text) for text in printed}
    return days.pop() if len(days) == 1 else None


def read_asker(line: Line, draft: Draft) -> bool:
    """`de Martine Taelman (Open Vld) du 30 avril 2013`, `van …`; prints have no date."""
    found = _asker_units(line, draft)
    askers = {_asker(unit) for unit in found or ()}
    if len(askers) != 1 or not draft.agrees("asker", *askers):
        return False
    days = {read_date(unit["date"]) for unit in found or () if unit["date"]}
    if None in days or len(days) > 1 or (days and not draft.agrees("asked_on", *days)):
        return False
    for unit in found or ():
        _settle_asker(line, unit, draft)
    return True


def _asker_units(line: Line, draft: Draft) -> list[re.Match[str]] | None:
    found = units(_ASKER, line.text) or units(_ASKER_ALONE, line.text)
    if found is None and draft.question and not (draft.asker or draft.title_cells):
        return units(_ASKER_BARE, line.text)
    return found


def _asker(unit: re.Match[str]) -> Asker:
    return Asker(unit["name"], unit.groupdict().get("party") or None)


def _settle_asker(line: Line, unit: re.Match[str], draft: Draft) -> None:
    groups = unit.groupdict()
    draft.asker = _asker(unit)
    for group in ("name", "party"):
        if groups.get(group):
            draft.mark(
                f"asker/{group}", line.start + unit.start(group), line.start + unit.end(group)
            )
    if unit["date"]:
        day = read_date(unit["date"])
        draft.settle(
            "asked_on", day, line.start + unit.start("date"), line.start + unit.end("date")
        )


def read_addressee(line: Line, draft: Draft) -> bool:
    """`à la ministre de l'Emploi`, `aan de minister van Werk`, or both on one line."""
    if draft.title_cells:
        return False
    dutch = _DUTCH_ADDRESSEE.search(line.text) if "fr" in draft.languages else None
    if dutch and "nl" in draft.languages and _ADDRESSEE["fr"].match(line.text):
        return _settle_addressee(line, 0, dutch.start(), "fr", draft) and _settle_addressee(
            line, dutch.start() + 1, len(line.text), "nl", draft
        )
    return any(
        _settle_addressee(line, 0, len(line.text), language, draft) for language in draft.languages
    )


def _settle_addressee(line: Line, start: int, end: int, language: str, draft: Draft) -> bool:
    if language not in _ADDRESSEE or language in draft.addressee:
        return False
    found = _ADDRESSEE[language].match(line.text[start:end].rstrip(" \t|"))
    if found is None:
        return False
    draft.addressee[language] = found["title"]
    begin = line.start + start + found.start("title")
    draft.mark(f"addressee/{language}", begin, begin + len(found["title"]))
    return True
