"""The lines below a bulletin's header to the question's text and its answers."""

import re
from collections.abc import Sequence

from hemicycle.parse.body import is_without_text, read_answer
from hemicycle.parse.body_languages import by_language
from hemicycle.parse.bulletin_header import with_legislature
from hemicycle.parse.dates import WRITTEN_DATE, read_date
from hemicycle.parse.draft import Draft
from hemicycle.parse.lines import Cell, Line
from hemicycle.parse.parts import parted_text
from hemicycle.records import Relation

_ANSWER = re.compile(
    r"(?P<more>Réponse\s+(?:complémentaire|provisoire|définitive)"
    r"|(?:Aanvullend|Voorlopig|Definitief)\s+antwoord)?(?(more)|(?:Réponse|Antwoord))"
    rf"(?:\s+(?:reçue\s+le|ontvangen\s+op)\s+(?P<date>{WRITTEN_DATE}))?\s*:\s*",
    re.IGNORECASE,
)
_PROVISIONAL = ("réponse provisoire", "voorlopig")
_SAME_TEXT = re.compile(
    r"(?:De tekst van deze vraag is dezelfde als (?:die )?van vraag nr\.\s*"
    r"|Le texte de cette question est (?:identique à|le même que) celui de la question"
    r"\s+n\s?[°ºo.]\s*)"
    r"(?P<target>(?:\d-)?\d{1,6})",
    re.IGNORECASE,
)


def read_texts(lines: Sequence[Line], draft: Draft) -> None:
    """The question, and behind `Réponse :` or `Antwoord :` the answer."""
    region: list[Cell] = []
    marker: re.Match[str] | None = None
    for line in lines:
        found = _ANSWER.match(line.text)
        if found and _opens_answer(found, marker):
            _close(region, marker, draft)
            region, marker = [], found
            _mark_day(line, found, draft)
            if found.end() < len(line.text):
                region.append(_behind(line, found.end()))
            draft.use(line, "answer-marker")
        else:
            region.append(Cell(line.text, line.start, line.end, 0, line.group))
            draft.use(line, "answer-text" if marker else "question-text")
        _read_same_text(line, draft)
    _close(region, marker, draft)


def _opens_answer(found: re.Match[str], marker: re.Match[str] | None) -> bool:
    """Whether a marker is the first, says what is added, or follows a provisional answer."""
    if marker is None or found["more"]:
        return True
    return marker.group().lower().startswith(_PROVISIONAL)


def _mark_day(line: Line, found: re.Match[str], draft: Draft) -> None:
    if found["date"] and read_date(found["date"]):
        start, end = line.start + found.start("date"), line.start + found.end("date")
        draft.mark(f"answers/{len(draft.answers)}/received_on", start, end)


def _close(region: list[Cell], marker: re.Match[str] | None, draft: Draft) -> None:
    """Make of the lines since the last marker a question's text or an answer."""
    if marker is not None:
        received_on = read_date(marker["date"]) if marker["date"] else None
        draft.answers.append(read_answer(region, received_on, draft))
    elif not is_without_text(region):
        for language, cells in by_language(region, draft).items():
            draft.question_text[language] = parted_text(draft.page.text, cells)


def _behind(line: Line, offset: int) -> Cell:
    return Cell(line.text[offset:], line.start + offset, line.end, 0, line.group)


def _read_same_text(line: Line, draft: Draft) -> None:
    """`De tekst van deze vraag is dezelfde als die van vraag nr. 3-5112 …`."""
    found = _SAME_TEXT.match(line.text)
    target = with_legislature(found["target"], draft) if found else None
    if found and target:
        relation = Relation("same-text-as", "written-question", target)
        draft.add_relation(relation, line.start, line.start + found.end())
