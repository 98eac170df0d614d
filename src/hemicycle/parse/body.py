"""What follows the head of a page to the question's text and its answers."""

import re
from collections.abc import Sequence
from datetime import date

from hemicycle.parse.body_languages import by_language
from hemicycle.parse.dates import read_date
from hemicycle.parse.draft import Draft
from hemicycle.parse.lines import Cell, Line, leading_units, split_cells, units
from hemicycle.parse.markers import ANSWER_MARKER
from hemicycle.parse.parts import parted_text, read_parts
from hemicycle.parse.sections import SectionLines, pair_sections, split_sections
from hemicycle.records import Answer, Section, Text

_ANSWER_WORDS = ("réponse", "antwoord", "aanvullend", "voorlopig")
_ANSWER_EVENTS = frozenset({"answer", "supplementary-answer"})
_NOT_YET = re.compile(
    r"\(?(?:Le\s+)?texte\s+(?:n'est\s+)?pas\s+encore\s+disponible\s*\.?\)?"
    r"|\(?(?:De\s+)?tekst\s+(?:is\s+)?nog\s+niet\s+beschikbaar\s*\.?\)?",
    re.IGNORECASE,
)


def read_body(lines: Sequence[Line], draft: Draft) -> None:
    """The question's text, and one answer for each answer marker."""
    region: list[Cell] = []
    marker: re.Match[str] | None = None
    for line in lines:
        if not line.text:
            continue
        found, rest = _answer_marker(line, draft)
        if found and marker and _is_translation(found[0], marker):
            _mark_answer(line, found, draft)
            draft.use(line, "answer-marker")
        elif found:
            _close(region, marker, draft)
            region, marker = _inline_text(line, rest), found[0]
            _mark_answer(line, found, draft)
            draft.use(line, "answer-marker")
        elif line.is_separator:
            draft.use(line, "separator")
        else:
            region.extend(_cells(line))
            draft.use(line, "answer-text" if marker else "question-text")
    _close(region, marker, draft)


def _answer_marker(line: Line, draft: Draft) -> tuple[list[re.Match[str]], int]:
    """The markers at the head of a line; text behind them only on a day the chronology has."""
    if line.text[0] not in "RrAaVv" or not line.text[:12].lower().startswith(_ANSWER_WORDS):
        return [], 0
    found, rest = leading_units(ANSWER_MARKER, line.text)
    day = read_date(found[0]["date"]) if found else None
    if day is None or (rest < len(line.text) and not _may_be_answered_on(day, draft)):
        return [], 0
    return found, rest


def _may_be_answered_on(day: date, draft: Draft) -> bool:
    """Whether the chronology has an answer of that day, or none at all."""
    days = {event.on for event in draft.events if event.kind in _ANSWER_EVENTS}
    return not days or day in days


def _is_translation(found: re.Match[str], marker: re.Match[str]) -> bool:
    """Whether a marker says in the other language what the one before it says."""
    same_day = read_date(found["date"]) == read_date(marker["date"])
    return same_day and found["label"][:1].lower() != marker["label"][:1].lower()


def _inline_text(line: Line, rest: int) -> list[Cell]:
    text = line.text[rest:]
    return [Cell(text, line.start + rest, line.end, 0, line.group)] if text else []


def _cells(line: Line) -> tuple[Cell, ...]:
    if "\t" in line.text or line.text.endswith("|"):
        return split_cells(line)
    return (Cell(line.text, line.start, line.end, 0, line.group),)


def _mark_answer(line: Line, found: Sequence[re.Match[str]], draft: Draft) -> None:
    for unit in found:
        start, end = line.start + unit.start("date"), line.start + unit.end("date")
        draft.mark(f"answers/{len(draft.answers)}/received_on", start, end)


def _close(region: list[Cell], marker: re.Match[str] | None, draft: Draft) -> None:
    """Make of the lines since the last marker a question's text or an answer."""
    page = draft.page.text
    if marker is not None:
        draft.answers.append(read_answer(region, read_date(marker["date"]), draft))
    elif not is_without_text(region):
        for language, cells in by_language(region, draft).items():
            draft.question_text[language] = parted_text(page, cells)


def is_without_text(region: Sequence[Cell]) -> bool:
    """Whether nothing is printed, or only that there is no text yet, in one language or both."""
    return all(cell.text[0] in "(LlTtDd" and units(_NOT_YET, cell.text) for cell in region)


def read_answer(region: Sequence[Cell], received_on: date | None, draft: Draft) -> Answer:
    """One answer with its sections: section n of the French beside section n of the Dutch."""
    if is_without_text(region):
        return Answer(received_on, {}, ())
    page = draft.page.text
    languages = by_language(region, draft)
    text = {
        language: Text(page[cells[0].start : cells[-1].end], cells[0].start, cells[-1].end)
        for language, cells in languages.items()
    }
    split = {language: split_sections(cells) for language, cells in languages.items()}
    rows = pair_sections(split)
    sections = tuple(_section(number, row, draft) for number, row in enumerate(rows))
    return Answer(received_on, text, sections)


def _section(number: int, row: dict[str, SectionLines], draft: Draft) -> Section:
    label: dict[str, str] = {}
    text: dict[str, Text] = {}
    parts = {}
    page = draft.page.text
    for language, section in row.items():
        heading, cells = section.heading, section.cells
        if heading:
            label[language] = heading.text
            key = f"answers/{len(draft.answers)}/sections/{number}/service_label/{language}"
            draft.mark(key, heading.start, heading.end)
        if cells:
            text[language] = Text(
                page[cells[0].start : cells[-1].end], cells[0].start, cells[-1].end
            )
            parts[language] = read_parts(page, cells)
    return Section(label, text, parts)
