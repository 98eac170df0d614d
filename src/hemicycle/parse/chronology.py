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
_DAY = re.compile(rf"{NUMERIC_DATE}[\s|]*")
_LONGEST_LABEL = 80
_DATED_LINE = re.compile(rf"(?P<date>{NUMERIC_DATE})[\s|]*(?P<label>\S.*)(?P<deadline>)")


def read_heading(line: Line, draft: Draft) -> bool:
    """`Chronologie`, on web pages: below the title, for above it that is the title."""
    if not draft.title_cells or not is_heading(line):
        return False
    draft.is_chronology_open = True
    return True


def is_heading(line: Line) -> bool:
    """Whether a line is the word `Chronologie` alone."""
    return line.text[0] in "Cc" and fold(line.text.strip(" |\t")) == "chronologie"


def is_day(line: Line) -> bool:
    """Whether a line is a date of the chronology and nothing else: its label stands below."""
    return line.text[0].isdigit() and _DAY.fullmatch(line.text) is not None


def read_split_event(line: Line, draft: Draft) -> bool:
    """A date and, on the next line, its label: `line` is both, with the line break between."""
    if not draft.title_cells:
        return False
    if is_event_line(line):
        return read_events(line, draft)
    begun = draft.is_chronology_open or draft.events
    return bool(begun) and len(line.text) <= _LONGEST_LABEL and read_unknown_event(line, draft)


def is_event_line(line: Line) -> bool:
    """Whether a line begins as the lines of a chronology do, with a known label."""
    found = _event_units(line)
    return bool(found) and all(_kind(unit) is not None for unit in found)


def read_events(line: Line, draft: Draft) -> bool:
    """`30/4/2013Envoi question (Fin du délai de réponse: 11/12/2008)`, once or twice."""
    found = _event_units(line)
    return all(_kind(unit) for unit in found) and _settle_events(line, found, draft)


def read_unknown_event(line: Line, draft: Draft) -> bool:
    """`30/4/2013Retrait`: a date with a label that no row of the table has."""
    found = _event_units(line) or _long_units(line)
    if not draft.title_cells or not all(unit["label"].strip() for unit in found):
        return False
    if not draft.has_body and any(_is_text(unit["label"]) for unit in found):
        return False  # nothing but sense tells where the chronology ends and text begins
    return _settle_events(line, found, draft)


def _event_units(line: Line) -> list[re.Match[str]]:
    return (units(_EVENT, line.text) or []) if line.text[0].isdigit() else []


def _long_units(line: Line) -> list[re.Match[str]]:
    """One unit whose label holds digits or brackets: `30/4/2013Transmise (art. 70)`."""
    found = _DATED_LINE.fullmatch(line.text)
    return [found] if found and not found["label"][0].isdigit() else []


def _is_text(label: str) -> bool:
    return len(label) > _LONGEST_LABEL or label.rstrip().endswith((".", ";", ",", "?", ":"))


def _kind(unit: re.Match[str]) -> str | None:
    return EVENT_KINDS.get(fold(unit["label"]).strip(" .:-–"))


def _settle_events(line: Line, found: list[re.Match[str]], draft: Draft) -> bool:
    """Take events that agree with what was read; False, and nothing, where one does not."""
    if not found or any(read_date(unit["date"]) is None for unit in found):
        return False
    if not all(_deadline_agrees(unit, draft) for unit in found):
        return False
    for unit in found:
        _settle_event(line, unit, draft)
        _settle_deadline(line, unit, draft)
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
        label, kind = unit["label"].strip(), _kind(unit)
        start = line.start + unit.start("date")
        end = line.start + unit.start("label") + len(unit["label"].rstrip())
        draft.add_event(Event(kind, day) if kind else Event("unknown", day, label), start, end)


def _settle_deadline(line: Line, unit: re.Match[str], draft: Draft) -> None:
    if unit["deadline"]:
        start, end = line.start + unit.start("deadline"), line.start + unit.end("deadline")
        draft.settle("answer_deadline", read_date(unit["deadline"]), start, end)
