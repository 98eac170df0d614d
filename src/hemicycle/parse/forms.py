"""The lines of a page to its form: which layout of the Senate's it is, in which languages."""

import re
from collections.abc import Sequence
from itertools import islice

from msgspec import Struct

from hemicycle.parse.bulletin_header import match_header
from hemicycle.parse.chronology import is_event_line
from hemicycle.parse.head import INSTITUTION, NUMBER_HEADING, is_print_links
from hemicycle.parse.labels import fold
from hemicycle.parse.language import text_lean
from hemicycle.parse.lines import Line, units
from hemicycle.parse.markers import QUESTION_MARKER
from hemicycle.parse.relations import is_relation_line

BOTH = ("fr", "nl")
_BULLETIN = re.compile(
    r"questions et reponses$|vragen en antwoorden$|bulletin \d-\d+$"
    r"|\((?:fr|n)\.?\) ?: ?(?:question posee|vraag gesteld)"
)
_BULLETIN_ADDRESS = re.compile(
    r"^https?://(?:www\.)?sena(?:te|at)\.be/.*publications/viewPubDoc", re.IGNORECASE
)
_HEAD_LINES = 15
"""A bulletin says what it is within so many printed lines."""


class Form(Struct, frozen=True):
    """A layout's name, and the languages of the page."""

    layout: str
    languages: tuple[str, ...]


def detect(lines: Sequence[Line], url: str | None) -> Form | None:
    """The form of a page, by the first line that only one form has; None if it has none.

    Where no line tells, the address of a bulletin's page does, if anything is asked there.
    """
    head = list(islice((line for line in lines if line.may_be_label), _HEAD_LINES))
    if any(_BULLETIN.match(fold(line.text)) for line in head):
        return Form("bulletin", (_language(lines),))
    form = _first_form(lines)
    if form is not None:
        return form
    if any(match_header(line) for line in head):
        return Form("bulletin", (_language(lines),))
    labels = [line for line in lines if line.may_be_label]
    if any(is_event_line(line) or is_relation_line(line) for line in labels):
        return Form("table", (_language(lines),))
    if url is not None and _BULLETIN_ADDRESS.search(url) and any("?" in x.text for x in labels):
        return Form("bulletin", (_language(lines),))
    return None


def _first_form(lines: Sequence[Line]) -> Form | None:
    """The form that the first heading or marker tells; below a chronology it is a table's."""
    has_event = False
    for line in lines:
        if not line.may_be_label:
            continue
        form = _form_of(line)
        if form is None:
            has_event = has_event or is_event_line(line)
        elif has_event and form.layout == "web":
            return Form("table", form.languages)
        else:
            return form
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


def _language(lines: Sequence[Line]) -> str:
    lean = text_lean("\n".join(line.text for line in lines if line.may_be_label))
    return "fr" if lean >= 0 else "nl"
