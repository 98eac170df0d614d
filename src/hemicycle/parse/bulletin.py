"""The lines of a printed bulletin (legislatures 1 to 3) to facts."""

import re
from collections.abc import Sequence

from hemicycle.parse.body import by_language, read_answer
from hemicycle.parse.dates import WRITTEN_DATE, read_date
from hemicycle.parse.draft import Draft
from hemicycle.parse.labels import fold
from hemicycle.parse.lines import Cell, Line
from hemicycle.parse.parts import parted_text
from hemicycle.records import Asker, Event, Relation

_ON = r"(?:du|van|d\.?\s?d\.?)"
_HEADER = re.compile(
    r"(?:Question\s+n\s?[°ºo.]?|Vraag\s+nr\s?\.?)\s*(?P<number>(?:\d-)?\d{1,6})"
    r"\s+(?:de|van)\s+(?P<name>[^()\d]{1,80}?)"
    rf"\s+{_ON}\s*(?P<date>{WRITTEN_DATE})"
    rf"(?:\s*\(rappels?\s+{_ON}\s*(?P<reminder>{WRITTEN_DATE})"
    rf"(?:\s+(?:et|en)\s+(?:{_ON}\s*)?(?P<second>{WRITTEN_DATE}))?\))?"
    r"(?:\s*\((?P<language>Fr|N|F)\.?\))?\s*:?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"Bulletin\s+(?P<number>\d{1,2}-\d{1,3})", re.IGNORECASE)
_SESSION = re.compile(
    r"(?:session\s+(?:extraordinaire\s+)?de|(?:buitengewone\s+)?zitting)\s+\d{4}.*", re.IGNORECASE
)
_DATE = re.compile(WRITTEN_DATE, re.IGNORECASE)
_LEGEND = re.compile(r"\((?:fr|n)\.?\) ?: ?(?:question posee|vraag gesteld)")
_STATUS = {
    "questions posees par les senateurs et reponses donnees par les ministres": "answered",
    "vragen van de senatoren en antwoorden van de ministers": "answered",
    "questions auxquelles il n'a pas ete repondu dans le delai reglementaire": "unanswered",
    "vragen waarop niet werd geantwoord binnen de tijd bepaald door het reglement": "unanswered",
}
_RULES_ARTICLE = re.compile(
    r"\s*\(art\. \d+ (?:du reglement du senat|van het reglement van de senaat)\)"
)
_HEADINGS = frozenset(
    {"questions et reponses", "vragen en antwoorden", "senat de belgique", "belgische senaat"}
)
_ANSWER = re.compile(
    r"(?P<more>Réponse\s+(?:complémentaire|provisoire)|(?:Aanvullend|Voorlopig)\s+antwoord)?"
    r"(?(more)|(?:Réponse|Antwoord))\s*:\s*",
    re.IGNORECASE,
)
_SAME_TEXT = re.compile(
    r"(?:De tekst van deze vraag is dezelfde als (?:die )?van vraag nr\.\s*"
    r"|Le texte de cette question est (?:identique à|le même que) celui de la question"
    r"\s+n\s?[°ºo.]\s*)"
    r"(?P<target>(?:\d-)?\d{1,6})",
    re.IGNORECASE,
)
_LANGUAGES = {"fr": "fr", "f": "fr", "n": "nl"}


def read_bulletin(lines: Sequence[Line], draft: Draft) -> None:
    """One question of a bulletin: what stands above its header, the header, the text below."""
    printed = [line for line in lines if line.text]
    header = next((at for at, line in enumerate(printed) if _header(line)), None)
    above: Sequence[Line] = printed[: header or 0]
    below: Sequence[Line] = printed[0 if header is None else header + 1 :]
    if header is None:
        above, below = _split_headless(printed)
    unlabelled = [line for line in above if not _read_above(line, draft)]
    if header is not None:
        if unlabelled:
            _settle_addressee(_last_lines(unlabelled), draft)
        _read_header(printed[header], draft)
        below = _settle_title(printed[header], below, draft)
    _read_texts(below, draft)


def _header(line: Line) -> re.Match[str] | None:
    found = _HEADER.match(line.text) if line.may_be_label else None
    is_header = found and (found.end() == len(line.text) or found.group().endswith(":"))
    return found if is_header else None


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
    return _STATUS.get(_RULES_ARTICLE.sub("", folded).strip())


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
    """The last line and those right above it, without a blank line between."""
    first = len(lines) - 1
    while first and lines[first - 1].number == lines[first].number - 1:
        first -= 1
    return lines[first:]


def _first_lines(lines: Sequence[Line], number: int) -> Sequence[Line]:
    """The lines right below line `number`, up to the first blank line."""
    count = 0
    while count < len(lines) and lines[count].number == number + count + 1:
        count += 1
    return lines[:count]


def _settle_addressee(lines: Sequence[Line], draft: Draft) -> None:
    language = draft.languages[0]
    draft.addressee[language] = " ".join(line.text for line in lines)
    draft.mark(f"addressee/{language}", lines[0].start, lines[-1].end)
    for line in lines:
        draft.use(line, "bulletin-minister")


def _settle_title(header: Line, below: Sequence[Line], draft: Draft) -> Sequence[Line]:
    """The title, behind the header's colon or below it; gives the lines that follow.

    A title runs to the blank line below it; without one it is one line.
    """
    language = draft.languages[0]
    found = _header(header)
    start = header.start + (found.end() if found else 0)
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


def _read_header(line: Line, draft: Draft) -> None:
    found = _header(line)
    day = read_date(found["date"]) if found else None
    number = _with_legislature(found["number"], draft) if found else None
    if found is None or day is None:
        return
    at = line.start
    if number:
        draft.settle("question", number, at + found.start("number"), at + found.end("number"))
    draft.asker = Asker(found["name"], None)
    draft.mark("asker/name", at + found.start("name"), at + found.end("name"))
    draft.settle("asked_on", day, at + found.start("date"), at + found.end("date"))
    if found["language"]:
        start, end = at + found.start("language"), at + found.end("language")
        draft.settle("original_language", _LANGUAGES[found["language"].lower()], start, end)
    _settle_reminder(line, found, draft)
    draft.use(line, "bulletin-header")


def _settle_reminder(line: Line, found: re.Match[str], draft: Draft) -> None:
    for group in ("reminder", "second"):
        day = read_date(found[group]) if found[group] else None
        if day is not None:
            start, end = line.start + found.start(group), line.start + found.end(group)
            draft.add_event(Event("reminder", day), start, end)


def _with_legislature(number: str, draft: Draft) -> str | None:
    """`1265` of Bulletin 2-38 is question 2-1265; without a bulletin it stays unknown."""
    if "-" in number:
        return number
    return f"{draft.bulletin.split('-')[0]}-{number}" if draft.bulletin else None


def _read_texts(lines: Sequence[Line], draft: Draft) -> None:
    """The question, and behind `Réponse :` or `Antwoord :` the answer."""
    question: list[Cell] = []
    answer: list[Cell] | None = None
    for line in lines:
        cell = Cell(line.text, line.start, line.end, 0, line.group)
        marker = _ANSWER.match(line.text)
        if marker and (answer is None or marker["more"]):
            if answer is not None:
                draft.answers.append(read_answer(answer, None, draft))
            answer = [] if marker.end() == len(line.text) else [_behind(cell, marker.end())]
            draft.use(line, "answer-marker")
        else:
            (question if answer is None else answer).append(cell)
            draft.use(line, "question-text" if answer is None else "answer-text")
        _read_same_text(line, draft)
    if question:
        for language, cells in by_language(question, draft).items():
            draft.question_text[language] = parted_text(draft.page.text, cells)
    if answer is not None:
        draft.answers.append(read_answer(answer, None, draft))


def _behind(cell: Cell, offset: int) -> Cell:
    return Cell(cell.text[offset:], cell.start + offset, cell.end, cell.column, cell.group)


def _read_same_text(line: Line, draft: Draft) -> None:
    """`De tekst van deze vraag is dezelfde als die van vraag nr. 3-5112 …`."""
    found = _SAME_TEXT.match(line.text)
    target = _with_legislature(found["target"], draft) if found else None
    if found and target:
        relation = Relation("same-text-as", "written-question", target)
        draft.add_relation(relation, line.start, line.start + found.end())
