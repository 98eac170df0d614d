"""The lines of the chronology to dated events and the printed deadline."""

import re

from hemicycle.parse.dates import NUMERIC_DATE, read_date
from hemicycle.parse.draft import Draft
from hemicycle.parse.labels import DEADLINE_LABELS, EVENT_KINDS, fold
from hemicycle.parse.lines import Line, units
from hemicycle.records import Event

_DEADLINE = rf"\(\s*(?:{'|'.join(DEADLINE_LABELS)})\s*:\s*(?P<deadline>{NUMERIC_DATE})\s*\)"
_EVENT = re.compile(
    rf"(?P<date>{NUMERIC_DATE})[\s|]*(?P<label>[^\d|\t()]{{0,120}})[\s|]*(?:{_DEADLINE})?",
    re.IGNORECASE,
)
_DEADLINE_LINE = re.compile(_DEADLINE, re.IGNORECASE)
_DATED_LINE = re.compile(rf"(?P<date>{NUMERIC_DATE})[\s|]*(?P<label>\S.*)")


def read_heading(line: Line, draft: Draft) -> bool:
    """`Chronologie`, on web pages."""
    return fold(line.text.strip(" |\t")) == "chronologie"


def is_event_line(line: Line) -> bool:
    """Whether a line begins as the lines of a chronology do, with a known label."""
    if not line.text[0].isdigit():
        return False
    found = units(_EVENT, line.text)
    return bool(found) and all(fold(unit["label"]) in EVENT_KINDS for unit in found or ())


def read_events(line: Line, draft: Draft) -> bool:
    """`30/4/2013Envoi question (Fin du délai de réponse: 11/12/2008)`, once or twice."""
    found = units(_EVENT, line.text) if is_event_line(line) else None
    if not found or any(read_date(unit["date"]) is None for unit in found):
        return False
    if not all(_deadline_agrees(unit, draft) for unit in found):
        return False
    for unit in found:
        _settle_event(line, unit, draft)
        _settle_deadline(line, unit, draft)
    return True


def read_unknown_event(line: Line, draft: Draft) -> bool:
    """`30/4/2013Retrait`: a date with a label that no row of the table has."""
    found = _DATED_LINE.fullmatch(line.text)
    day = read_date(found["date"]) if found else None
    if found is None or day is None or not draft.title_cells:
        return False
    label = found["label"].strip(" \t|")
    draft.add_event(Event("unknown", day, label), line.start, line.end)
    return True


def read_deadline(line: Line, draft: Draft) -> bool:
    """`(Einde van de antwoordtermijn: 8/1/2010)`: on its own line in bilingual prints."""
    found = units(_DEADLINE_LINE, line.text)
    if not found or not all(_deadline_agrees(unit, draft) for unit in found):
        return False
    for unit in found:
        _settle_deadline(line, unit, draft)
    return True


def _deadline_agrees(unit: re.Match[str], draft: Draft) -> bool:
    if not unit["deadline"]:
        return True
    day = read_date(unit["deadline"])
    return day is not None and draft.agrees("answer_deadline", day)


def _settle_event(line: Line, unit: re.Match[str], draft: Draft) -> None:
    day = read_date(unit["date"])
    if day is not None:
        start = line.start + unit.start("date")
        end = line.start + unit.start("label") + len(unit["label"].rstrip())
        draft.add_event(Event(EVENT_KINDS[fold(unit["label"])], day), start, end)


def _settle_deadline(line: Line, unit: re.Match[str], draft: Draft) -> None:
    if unit["deadline"]:
        start, end = line.start + unit.start("deadline"), line.start + unit.end("deadline")
        draft.settle("answer_deadline", read_date(unit["deadline"]), start, end)
