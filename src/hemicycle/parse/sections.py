"""The lines of an answer to the sections that speak for one service each."""

import re
from collections.abc import Sequence

from msgspec import Struct

from hemicycle.parse.headings import Heading, read_heading
from hemicycle.parse.lines import Cell

_NUMBER = re.compile(r"\(?(\d{1,2})\s?(?:[).°/]|(?:et|en|,)\s?\d)(?!\d)")
_TEXT_END = (".", "?", "!", ":", ";", ")", "»", "”", '"')


class SectionLines(Struct, frozen=True):
    """The heading of a section, if it has one, and its lines."""

    heading: Cell | None
    cells: tuple[Cell, ...]


def split_sections(cells: Sequence[Cell]) -> list[SectionLines]:
    """Cut at headings: lines that are the name of a service alone, where text follows.

    A list of services, one a line, is no row of headings; nor are names inside a
    numbered part, below which its numbers go on.
    """
    headings = _headings(cells)
    sections: list[SectionLines] = []
    name: Cell | None = None
    begin = 0
    for line, found in headings.items():
        if line > begin:
            sections.append(SectionLines(name, tuple(cells[begin:line])))
        name, begin = _name_of(cells[line], found), line + 1
    sections.append(SectionLines(name, tuple(cells[begin:])))
    return sections


def _headings(cells: Sequence[Cell]) -> dict[int, Heading]:
    """The lines that are headings; one of a body without SPF needs a sign that it is one."""
    named = {line: found for line, cell in enumerate(cells) if (found := read_heading(cell.text))}
    if not named:
        return named
    alone = {line: own for line, own in named.items() if _stands_alone(named, line, cells)}
    numbers = [_number(cell) for cell in cells]
    above, below = _numbers_above(numbers), _numbers_below(numbers)
    outer = {
        line: own
        for line, own in alone.items()
        if below[line] is None or below[line] == 1 or not above[line]
    }
    several = sum(
        own.is_service or own.is_closed or numbers[n + 1] == 1 for n, own in outer.items()
    )
    return {
        line: own
        for line, own in outer.items()
        if own.is_service
        or numbers[line + 1] == 1
        or (_follows_text(cells, line) and (own.is_led or several > own.is_closed))
        or _is_told_of(cells, line, own)
    }


def _stands_alone(named: dict[int, Heading], line: int, cells: Sequence[Cell]) -> bool:
    """Whether text follows, and no other name or cell of the same row stands beside it."""
    if line + 1 == len(cells) or line + 1 in named or line - 1 in named:
        return False
    column = cells[line].column
    begins_row = line == 0 or cells[line - 1].column >= column
    return begins_row and cells[line + 1].column <= column


def _follows_text(cells: Sequence[Cell], line: int) -> bool:
    """Whether the line above ends as text does, not as an item of a list."""
    return line == 0 or cells[line - 1].text.endswith(_TEXT_END)


def _is_told_of(cells: Sequence[Cell], line: int, heading: Heading) -> bool:
    """Whether the line below opens with the name: `La Régie des bâtiments n'a pas …`."""
    name = cells[line].text[heading.start : heading.end]
    return (
        _follows_text(cells, line)
        and name.lower() in cells[line + 1].text[: len(name) + 20].lower()
    )


def _number(cell: Cell) -> int | None:
    head = cell.text[0]
    found = _NUMBER.match(cell.text) if head == "(" or head.isdigit() else None
    return int(found[1]) if found else None


def _numbers_above(numbers: Sequence[int | None]) -> list[int | None]:
    """For each line, the number of the last numbered line above it."""
    last: int | None = None
    found = []
    for number in numbers:
        found.append(last)
        last = number or last
    return found


def _numbers_below(numbers: Sequence[int | None]) -> list[int | None]:
    """For each line, the number of the first numbered line below it."""
    return _numbers_above(numbers[::-1])[::-1]


def _name_of(cell: Cell, found: Heading) -> Cell:
    """The heading without what leads to it and its colon."""
    start, end = cell.start + found.start, cell.start + found.end
    return Cell(cell.text[found.start : found.end], start, end, cell.column, cell.group)


def pair_sections(split: dict[str, list[SectionLines]]) -> list[dict[str, SectionLines]]:
    """The sections of two languages side by side: what has no heading beside what has none.

    Where one language has more headings than the other, they are not paired.
    """
    rows: list[dict[str, SectionLines]] = []
    leads = {x: own[0] for x, own in split.items() if own[0].heading is None}
    if leads:
        rows.append(leads)
    headed = {x: [one for one in own if one.heading] for x, own in split.items()}
    if len({len(own) for own in headed.values()}) == 1:
        count = max(len(own) for own in headed.values())
        rows.extend({x: own[n] for x, own in headed.items()} for n in range(count))
    else:
        rows.extend({x: one} for x, own in headed.items() for one in own)
    return rows
