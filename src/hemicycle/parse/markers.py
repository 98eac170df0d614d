"""The lines that open a question's text or an answer: which number, which day, which language."""

import re
from datetime import date

from hemicycle.parse.dates import WRITTEN_DATE, read_date
from hemicycle.parse.draft import Draft
from hemicycle.parse.head import NUMBER, plain_number
from hemicycle.parse.labels import LANGUAGE_WORDS
from hemicycle.parse.lines import Line, units

_ASKED_IN = (
    r"\(\s*(?:Question\s+posée\s+en|Vraag\s+gesteld\s+in\s+(?:het|'t))\s+(?P<language>\w+)\s*\)"
)
QUESTION_MARKER = re.compile(
    rf"(?:(?:S[ÉE]NAT\s+)?Question(?:\s+écrite)?\s+n\s?[°ºo.]|"
    rf"(?:SENAAT\s+)?(?:Schriftelijke\s+)?Vraag\s+nr\s?\.?)\s*{NUMBER}"
    rf"\s+(?:du|d\.?\s?d\.)\s+(?P<date>{WRITTEN_DATE})\s*:?\s*"
    rf"(?:{_ASKED_IN})?",
    re.IGNORECASE,
)
_LANGUAGE_LINE = re.compile(_ASKED_IN, re.IGNORECASE)
ANSWER_MARKER = re.compile(
    r"(?P<label>Réponse(?:\s+(?:complémentaire|provisoire))?\s+reçue\s+le"
    r"|(?:(?:Aanvullend|Voorlopig)\s+)?Antwoord\s+ontvangen\s+op)"
    rf"\s+(?P<date>{WRITTEN_DATE})\s*:?",
    re.IGNORECASE,
)


def is_question_marker(line: Line) -> bool:
    """`Question n° 5-8916 du 30 avril 2013 : (Question posée en néerlandais)`, once or twice."""
    is_near = line.text[:1] in "QqVvSs" and line.may_be_label
    return is_near and units(QUESTION_MARKER, line.text) is not None


def read_question_marker(line: Line, draft: Draft) -> bool:
    """The number, day and language that the marker repeats; False where they contradict."""
    found = units(QUESTION_MARKER, line.text) or []
    for unit in found:
        day = read_date(unit["date"])
        language = LANGUAGE_WORDS.get((unit["language"] or "").lower())
        if day is None or not draft.agrees("asked_on", day):
            return False
        if not draft.agrees("question", plain_number(unit["number"])):
            return False
        if unit["language"] and (not language or not draft.agrees("original_language", language)):
            return False
        _settle_marker(line, unit, day, language, draft)
    return bool(found)


def read_language_line(line: Line, draft: Draft) -> bool:
    """`(Question posée en néerlandais)` on a line of its own, below the marker."""
    found = units(_LANGUAGE_LINE, line.text) if line.text[0] == "(" else None
    languages = {LANGUAGE_WORDS.get(unit["language"].lower()) for unit in found or ()}
    if (
        len(languages) != 1
        or not draft.agrees("original_language", *languages)
        or None in languages
    ):
        return False
    for unit in found or ():
        start, end = line.start + unit.start("language"), line.start + unit.end("language")
        draft.settle("original_language", next(iter(languages)), start, end)
    return True


def _settle_marker(
    line: Line, unit: re.Match[str], day: date, language: str | None, draft: Draft
) -> None:
    at = line.start
    number = plain_number(unit["number"])
    draft.settle("question", number, at + unit.start("number"), at + unit.end("number"))
    draft.settle("asked_on", day, at + unit.start("date"), at + unit.end("date"))
    if language:
        start, end = at + unit.start("language"), at + unit.end("language")
        draft.settle("original_language", language, start, end)
