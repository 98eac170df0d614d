"""The lines of who asks and of whom: asker with party and day, and the minister's title."""

import re

from hemicycle.parse.dates import WRITTEN_DATE, read_date
from hemicycle.parse.draft import Draft
from hemicycle.parse.lines import Line, units
from hemicycle.records import Asker

_ASKER = re.compile(
    rf"(?:de|van)\s+(?P<name>[^()\t|]{{1,120}}?)\s*"
    rf"\(\s*(?P<party>(?:[^()\t|]|\([^()\t|]*\)){{0,60}}?)\s*\)"
    rf"(?:\s+(?:du|d\.?\s?d\.)\s+(?P<date>{WRITTEN_DATE}))?",
    re.IGNORECASE,
)
_ASKER_ALONE = re.compile(
    rf"(?:de|van)\s+(?P<name>[^()\t|\d]{{1,120}}?)\s+(?:du|d\.?\s?d\.)\s+(?P<date>{WRITTEN_DATE})",
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
    party = unit.groupdict().get("party")
    return Asker(_tidy(unit["name"]), _tidy(party) if party else None)


def _tidy(printed: str) -> str:
    """A name with single blanks between its words, whatever the markup had."""
    return " ".join(printed.split())


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
    draft.addressee[language] = _tidy(found["title"])
    begin = line.start + start + found.start("title")
    draft.mark(f"addressee/{language}", begin, begin + len(found["title"]))
    return True
