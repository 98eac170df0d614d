"""The lines before the question marker to facts, one rule after another."""

from collections.abc import Callable, Sequence
from functools import cache

from msgspec import Struct

from hemicycle.parse import chronology, head, people, relations
from hemicycle.parse.draft import Draft
from hemicycle.parse.lines import Cell, Line, split_cells


class Rule(Struct, frozen=True):
    """A named way to read one line into a draft; `read` is False when it is not its line.

    `first` are the letters, in lower case, that its lines can begin with; empty for any.
    """

    name: str
    first: str
    read: Callable[[Line, Draft], bool]


LABELLED = (
    Rule("separator", "_", head.read_separator),
    Rule("chronology", "0123456789", chronology.read_events),
    Rule("unknown-event", "0123456789", chronology.read_unknown_event),
    Rule("print-date", "0123456789d", head.read_print_date),
    Rule("deadline", "(", chronology.read_deadline),
    Rule("relation-line", "", relations.read_relations),
    Rule("print-links", "vte", head.read_print_links),
    Rule("institution", "sb", head.read_institution),
    Rule("session", "szb", head.read_session),
    Rule("number-heading", "qs", head.read_number),
    Rule("chronology-heading", "c", chronology.read_heading),
    Rule("asker", "dv", people.read_asker),
    Rule("addressee", "aà", people.read_addressee),
)
"""The lines that say by a label what they are: of two that fit, the first one reads."""

_WITH_NEXT = frozenset("0123456789Cc")
_MOST_TITLE_LINES = 6
_MOST_KEYWORDS = 400
_PRINTS = frozenset({"unilingual-print", "bilingual-print", "pipe-table"})


def read_head(lines: Sequence[Line], draft: Draft, until: int) -> int:
    """Read the lines before line `until` (an index); gives the index where the text begins.

    Without a question marker the text begins at the first line without label
    below chronology or relations.
    """
    draft.has_body = until < len(lines)
    for at in range(until):
        line = lines[at]
        if not line.text or line.number in draft.used:
            continue
        if line.text[0] in _WITH_NEXT and _read_with_next(lines, at, until, draft):
            continue
        rule = _rule_for(line, draft)
        if rule is not None:
            draft.use(line, rule)
        elif until == len(lines) and (draft.events or draft.relations):
            return at
    return until


def _read_with_next(lines: Sequence[Line], at: int, until: int, draft: Draft) -> bool:
    """Read a line that the one below it explains.

    A date above its label; the heading `Chronologie` where the page has no title.
    """
    line = lines[at]
    if not (chronology.is_day(line) or chronology.is_heading(line)):
        return False
    following = next((own for own in lines[at + 1 : min(at + 4, until)] if own.text), None)
    if following is None or not following.may_be_label:
        return False
    if chronology.is_heading(line):
        if chronology.is_event_line(following):
            draft.is_chronology_open = True
            draft.use(line, "chronology-heading")
        return line.number in draft.used
    text = draft.page.text[line.start : following.end]
    both = Line(line.number, text, line.start, following.end, line.group)
    if not chronology.read_split_event(both, draft):
        return False
    draft.use(line, "event-day")
    draft.use(following, "event-label")
    return True


@cache
def _rules_by_first(letter: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in LABELLED if not rule.first or letter in rule.first)


def _rule_for(line: Line, draft: Draft) -> str | None:
    if line.may_be_label:
        for rule in _rules_by_first(line.text[0].lower()):
            if rule.read(line, draft):
                if rule.name == "separator":
                    draft.is_title_closed = bool(draft.title_cells)
                return rule.name
    if _read_title(line, draft):
        return "title"
    return "keyword" if _read_keyword(line, draft) else None


def _read_title(line: Line, draft: Draft) -> bool:
    """The first line without label below asker and addressee; on prints up to the next rule."""
    if not line.may_be_label or len(draft.title_cells) >= _MOST_TITLE_LINES:
        return False
    if draft.title_cells and (draft.is_title_closed or draft.layout not in _PRINTS):
        return False
    if not (draft.title_cells or draft.layout == "table" or _has_begun(draft)):
        return False
    cells = _cells(line, draft)
    draft.title_cells.extend(cells)
    draft.is_title_closed = len(cells) > 1  # a cell a language: the title is whole
    return True


def _has_begun(draft: Draft) -> bool:
    return bool(draft.question or draft.asker or draft.addressee)


def _read_keyword(line: Line, draft: Draft) -> bool:
    """A line without label between title and chronology."""
    if not draft.title_cells or draft.events or draft.relations or not line.may_be_label:
        return False
    if len(draft.keyword_cells) >= _MOST_KEYWORDS or chronology.is_day(line):
        return False
    draft.keyword_cells.extend(_cells(line, draft))
    return True


def _cells(line: Line, draft: Draft) -> tuple[Cell, ...]:
    if draft.layout in ("table", "pipe-table") or "\t" in line.text:
        return split_cells(line)
    return (Cell(line.text, line.start, line.end, 0, line.group),)
