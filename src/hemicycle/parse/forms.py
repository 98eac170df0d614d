"""The lines of a page to its form: which layout of the Senate's it is, in which languages."""

import re
from collections.abc import Sequence

from msgspec import Struct

from hemicycle.parse.body import QUESTION_MARKER
from hemicycle.parse.chronology import is_event_line
from hemicycle.parse.head import INSTITUTION, NUMBER_HEADING, is_print_links
from hemicycle.parse.labels import fold
from hemicycle.parse.language import text_scores
from hemicycle.parse.lines import Line, units
from hemicycle.parse.relations import is_relation_line

BOTH = ("fr", "nl")
_BULLETIN = re.compile(
    r"questions et reponses$|vragen en antwoorden$|bulletin \d-\d+$"
    r"|\((?:fr|n)\.?\) ?: ?(?:question posee|vraag gesteld)"
)


_HEAD_LINES = 15
"""A bulletin says what it is within so many printed lines."""


class Form(Struct, frozen=True):
    """A layout's name, and the languages of the page."""

    layout: str
    languages: tuple[str, ...]


def detect(lines: Sequence[Line]) -> Form | None:
    """The form of a page, by the first line that only one form has; None if it has none."""
    labels = [line for line in lines if line.may_be_label]
    if any(_BULLETIN.match(fold(line.text)) for line in labels[:_HEAD_LINES]):
        return Form("bulletin", (_language(labels),))
    for line in labels:
        form = _form_of(line)
        if form is not None:
            return form
    if any(is_event_line(line) or is_relation_line(line) for line in labels):
        return Form("table", (_language(labels),))
    return None


def _form_of(line: Line) -> Form | None:
    if is_print_links(line):
        return Form("web", (_heading_language(line.text),))
    institutions = units(INSTITUTION, line.text)
    if institutions and len(institutions) == 1:
        return Form("unilingual-print", (_heading_language(line.text),))
    found = institutions or units(NUMBER_HEADING, line.text) or units(QUESTION_MARKER, line.text)
    if not found:
        return None
    if len(found) > 1:
        return Form("pipe-table" if "|" in line.text else "bilingual-print", BOTH)
    is_print = line.text.upper().startswith(("SÉNAT", "SENAT", "SENAAT"))
    return Form("unilingual-print" if is_print else "web", (_heading_language(line.text),))


def _heading_language(heading: str) -> str:
    words = fold(heading)
    return "fr" if any(word in words for word in ("question", "belgique", "version")) else "nl"


def _language(labels: Sequence[Line]) -> str:
    french, dutch, _ = text_scores("\n".join(line.text for line in labels))
    return "fr" if french >= dutch else "nl"
