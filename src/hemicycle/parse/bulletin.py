"""The lines of a printed bulletin (legislatures 1 to 3) to facts."""

import re
from collections.abc import Sequence

from hemicycle.parse.bulletin_header import join_header, match_header, read_header
from hemicycle.parse.bulletin_text import read_texts
from hemicycle.parse.dates import WRITTEN_DATE
from hemicycle.parse.draft import Draft
from hemicycle.parse.labels import fold
from hemicycle.parse.lines import Line

_NUMBER = re.compile(r"Bulletin\s+(?:n[°ºr]\.?\s*)?(?P<number>\d{1,2}-\d{1,3})", re.IGNORECASE)
_SESSION = re.compile(
    r"(?:session\s+(?:extraordinaire\s+)?de|(?:buitengewone\s+)?zitting(?:\s+van)?)\s+\d{4}.*",
    re.IGNORECASE,
)
_DATE = re.compile(WRITTEN_DATE, re.IGNORECASE)
_LEGEND = re.compile(r"\((?:fr|n)\.?\) ?: ?(?:question posee|vraag gesteld)")
_STATUS = {
    "questions posees par les senateurs et reponses donnees par les ministres": "answered",
    "vragen van de senatoren en antwoorden van de ministers": "answered",
    "questions auxquelles il n'a pas ete repondu dans le delai reglementaire": "unanswered",
    "vragen waarop niet werd geantwoord binnen de tijd bepaald door het reglement": "unanswered",
    "questions auxquelles une reponse provisoire a ete fournie": "unanswered",
    "vragen waarop een voorlopig antwoord verstrekt werd": "unanswered",
    "vragen waarop een voorlopig antwoord werd verstrekt": "unanswered",
    "reponse provisoire": "unanswered",
    "reponses provisoires": "unanswered",
    "voorlopig antwoord": "unanswered",
    "voorlopige antwoorden": "unanswered",
}
"""A provisional answer leaves the question open: the bulletin prints it once more."""

_ORDINAL = re.compile(r"(?:[ivx]{1,4}|\d)\s?[.)]\s+")
_RULES_ARTICLE = re.compile(
    r"\s*\(art\. \d+ (?:du reglement du senat|van het reglement van de senaat)\)"
)
_OFFICE = re.compile(r"minist|premier|secrétaire|secretaris|commissaire|commissaris", re.IGNORECASE)
_LONGEST_DEPARTMENT = 100
_MOST_OFFICE_LINES = 12
_HEADINGS = frozenset(
    {"questions et reponses", "vragen en antwoorden", "senat de belgique", "belgische senaat"}
)


def read_bulletin(lines: Sequence[Line], draft: Draft) -> None:
    """One question of a bulletin: what stands above its header, the header, the text below."""
    printed = join_header([line for line in lines if line.text], draft)
    header = next((at for at, line in enumerate(printed) if match_header(line)), None)
    above: Sequence[Line] = printed[: header or 0]
    below: Sequence[Line] = printed[0 if header is None else header + 1 :]
    if header is None:
        above, below = _split_headless(printed)
    unlabelled = [line for line in above if not _read_above(line, draft)]
    if header is not None:
        if unlabelled:
            _settle_addressee(unlabelled[-_MOST_OFFICE_LINES:], draft)
        read_header(printed[header], draft)
        below = _settle_title(printed[header], below, draft)
    read_texts(below, draft)


def _split_headless(printed: list[Line]) -> tuple[list[Line], list[Line]]:
    """Without a header, text is all below the last line with a label of the bulletin's own."""
    at = 0
    while at < len(printed) and _is_above(printed[at]):
        at += 1
    return printed[:at], printed[at:]


def _is_above(line: Line) -> bool:
    if not line.may_be_label:
        return False
    folded = fold(line.text)
    return bool(
        folded in _HEADINGS
        or _LEGEND.match(folded)
        or _status(folded)
        or _RULES_ARTICLE.fullmatch(folded)
        or any(rule.fullmatch(line.text) for rule in (_NUMBER, _SESSION, _DATE))
    )


def _status(folded: str) -> str | None:
    return _STATUS.get(_ORDINAL.sub("", _RULES_ARTICLE.sub("", folded), count=1).strip(" .:"))


def _read_above(line: Line, draft: Draft) -> bool:
    """A line above the header; the bulletin's session and date are those of publication."""
    if not _is_above(line):
        return False
    number = _NUMBER.fullmatch(line.text)
    if number and draft.agrees("bulletin", number["number"]):
        start = line.start + number.start("number")
        draft.settle("bulletin", number["number"], start, line.start + number.end("number"))
    status = _status(fold(line.text))
    if status:
        draft.settle("printed_status", status, line.start, line.end)
    draft.use(line, "bulletin-heading")
    return True


def _last_lines(lines: Sequence[Line]) -> Sequence[Line]:
    """The last line, and those above it that run on into it."""
    first = len(lines) - 1
    while first and _runs_on(lines[first - 1], lines[first]):
        first -= 1
    return lines[first:]


def _runs_on(above: Line, below: Line) -> bool:
    """Whether a line goes on in the next: no blank line between, a comma, a small letter."""
    is_next = above.number == below.number - 1
    return is_next or above.text.endswith(",") or below.text[0].islower()


def _first_lines(lines: Sequence[Line], number: int) -> Sequence[Line]:
    """The lines right below line `number`, up to the first blank line."""
    count = 0
    while count < len(lines) and lines[count].number == number + count + 1:
        count += 1
    return lines[:count]


def _settle_addressee(unlabelled: Sequence[Line], draft: Draft) -> None:
    """The last stretch that names an office; a department of it may stand below."""
    last = len(unlabelled)
    lines = _last_lines(unlabelled)
    while last > len(lines) and not _names_office(lines):
        last -= len(lines)
        lines = _last_lines(unlabelled[:last])
    if not _names_office(lines):
        last, lines = len(unlabelled), _last_lines(unlabelled)
    while len(lines) > 1 and lines[-1].text in " ".join(line.text for line in lines[:-1]):
        last, lines = last - 1, lines[:-1]
    language = draft.languages[0]
    draft.addressee[language] = " ".join(line.text for line in lines)
    draft.mark(f"addressee/{language}", lines[0].start, lines[-1].end)
    for line in lines:
        draft.use(line, "bulletin-minister")
    for line in unlabelled[last:]:
        if len(line.text) <= _LONGEST_DEPARTMENT:
            draft.use(line, "bulletin-department")


def _names_office(lines: Sequence[Line]) -> bool:
    return any(_OFFICE.search(line.text) for line in lines)


def _settle_title(header: Line, below: Sequence[Line], draft: Draft) -> Sequence[Line]:
    """The title, behind the header's colon or below it; gives the lines that follow.

    A title runs to the blank line below it; without one it is one line.
    """
    language = draft.languages[0]
    found = match_header(header)
    start = header.start + (found.end if found else 0)
    inline = draft.page.text[start : header.end].strip()
    if inline:
        draft.title[language] = inline
        draft.mark(f"title/{language}", header.end - len(inline), header.end)
        return below
    lines = _first_lines(below, header.number) or below[:1]
    lines = lines[:1] if len(lines) == len(below) else lines
    if lines:
        draft.title[language] = " ".join(line.text for line in lines)
        draft.mark(f"title/{language}", lines[0].start, lines[-1].end)
    for line in lines:
        draft.use(line, "title")
    return below[len(lines) :]
