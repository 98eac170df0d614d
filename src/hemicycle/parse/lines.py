"""A page's text to its lines, and a line to the cells that its markup kept apart."""

import re
from collections.abc import Iterator

from msgspec import Struct

LONGEST_LABEL = 2_000
"""A longer line is running text: no rule for labels looks at it (code points)."""

_CELL = re.compile(r"[^\t|]+")
_GAP = " \t|\u00a0"
_RULE = f"_{_GAP}"


class Cell(Struct, frozen=True, gc=False):
    """One stretch of a line, without white space at either end.

    `start` and `end` are offsets in the page; `column` counts the cells of its
    line from 0; `group` the stretches of the page between lines that hold
    nothing but a no-break space.
    """

    text: str
    start: int
    end: int
    column: int
    group: int


class Line(Struct, frozen=True, gc=False):
    """One line of the page, without white space at either end; lines count from 1."""

    number: int
    text: str
    start: int
    end: int
    group: int

    @property
    def may_be_label(self) -> bool:
        """Whether something is printed, short enough to be a labelled line."""
        return 0 < len(self.text) <= LONGEST_LABEL

    @property
    def is_separator(self) -> bool:
        """Whether the line is runs of underscores alone, as prints draw their rules."""
        return is_separator(self.text)


def is_separator(text: str) -> bool:
    """Whether a text is runs of underscores alone.

    >>> is_separator("________ | ________"), is_separator("Schritte ______ Belgique")
    (True, False)
    """
    return text.startswith("____") and not text.strip(_RULE)


def split_lines(text: str) -> Iterator[Line]:
    r"""The lines of a page, blank ones too.

    >>> [(line.text, line.start) for line in split_lines(" a\n\nb")]
    [('a', 1), ('', 3), ('b', 4)]
    """
    start = group = 0
    for number, content in enumerate(text.split("\n"), 1):
        inner, size = content.strip(), len(content)
        if inner[:1] == "|" and not inner.strip(_GAP):
            inner = ""  # the bars of an empty row
        if not inner and "\u00a0" in content:
            group += 1
        begin, length = start, len(inner)
        if 0 < length < size:
            begin += size - len(content.lstrip())
        yield Line(number, inner, begin, begin + length, group)
        start += size + 1


def split_cells(line: Line) -> tuple[Cell, ...]:
    """The cells of a line: a tab or a vertical bar stands between two of them.

    >>> [cell.text for cell in split_cells(next(split_lines("a | b |")))]
    ['a', 'b']
    """
    cells = []
    for column, match in enumerate(_CELL.finditer(line.text)):
        inner = match.group().strip()
        if inner:
            start = line.start + match.start() + len(match.group()) - len(match.group().lstrip())
            cells.append(Cell(inner, start, start + len(inner), column, line.group))
    return tuple(cells)


def units(pattern: re.Pattern[str], text: str, start: int = 0) -> list[re.Match[str]] | None:
    r"""The matches of which a whole text consists, one after another; None if it does not.

    Bilingual pages print two labels on one line, with blanks, a tab or a bar between.

    >>> [unit[1] for unit in units(re.compile(r"nr (\d)"), "nr 1 nr 2 |") or ()]
    ['1', '2']
    """
    found, end = leading_units(pattern, text, start)
    return found if found and end == len(text) else None


def leading_units(
    pattern: re.Pattern[str], text: str, start: int = 0
) -> tuple[list[re.Match[str]], int]:
    """The matches at the head of a text, and the offset behind them and their blanks."""
    found: list[re.Match[str]] = []
    at, size = start, len(text)
    while True:
        while at < size and text[at] in _GAP:
            at += 1
        match = pattern.match(text, at) if at < size else None
        if match is None:
            return found, at
        found.append(match)
        at = match.end()
