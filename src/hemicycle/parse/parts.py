"""The lines of a question or an answer to its numbered parts."""

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from hemicycle.parse.lines import Cell
from hemicycle.records import Part, PartedText

_NUMBERS = re.compile(
    r"(?P<label>(?:Ad\s+)?\(?(?P<numbers>\d{1,2}"
    r"(?:[).°]?\s*(?:,|et|en|und|&|à|tot|-)\s*\d{1,2}){0,8})\s?(?P<style>[).°/]))(?![\d/])"
)
_RANGES = frozenset(("à", "tot", "-"))
_LETTER = re.compile(r"(?P<label>\(?(?P<letter>[a-z])(?P<style>[).]))(?=\s|$)")
_DASH = re.compile(r"(?P<label>[-–•])\s(?=\S)")
_TOKENS = re.compile(r"\d+|à|tot|-")
_LARGEST_STEP = 5
"""`4)` after `1)` may be a list that skips; `40.` after `1)` is no part."""


class _Label(Struct, frozen=True):
    """A label found at the head of line `line`; `depth` 0 numbers, 1 letters, 2 dashes."""

    line: int
    depth: int
    label: str
    numbers: tuple[int, ...]
    start: int
    text_start: int


def parted_text(page: str, cells: Sequence[Cell]) -> PartedText:
    """The text that some lines of a page hold, with its parts."""
    start, end = cells[0].start, cells[-1].end
    return PartedText(page[start:end], start, end, read_parts(page, cells))


def read_parts(page: str, cells: Sequence[Cell]) -> tuple[Part, ...]:
    """The parts of some lines: `1)` `2)`, with `a)` and `- ` inside them."""
    labels = _find_labels(cells)
    return _nest(page, cells, labels, 0, len(labels), cells[-1].end if cells else 0)


def _find_labels(cells: Sequence[Cell]) -> list[_Label]:
    """Every label at the head of a line that goes on from the one before it."""
    found: list[_Label] = []
    last: dict[str, int] = {}
    for line in range(len(cells)):
        label = _read_label(line, cells, last)
        if label is not None:
            found.append(label)
    return found


def _read_label(line: int, cells: Sequence[Cell], last: dict[str, int]) -> _Label | None:
    cell = cells[line]
    if match := _NUMBERS.match(cell.text):
        numbers = _numbers(match["numbers"])
        if _begins_anew(numbers, match["style"], line, cells, last):
            last.clear()
        if not _goes_on(numbers, last.get(match["style"], 0)) or not _is_outer(
            match["style"], last
        ):
            return None
        last[match["style"]] = numbers[-1]
        last.pop("letter", None)
        return _label(line, 0, cell, match, numbers)
    if match := _LETTER.match(cell.text):
        position = ord(match["letter"]) - ord("a") + 1
        if position not in (1, last.get("letter", 0) + 1):
            return None
        last["letter"] = position
        return _label(line, 1, cell, match, ())
    if match := _DASH.match(cell.text):
        return _label(line, 2, cell, match, ())
    return None


def _numbers(printed: str) -> tuple[int, ...]:
    """The numbers of `1, 2 et 3` and of `1 à 3`."""
    numbers: list[int] = []
    is_range = False
    for token in _TOKENS.findall(printed):
        if token in _RANGES:
            is_range = True
        elif is_range and numbers[-1] < int(token):
            numbers.extend(range(numbers[-1] + 1, int(token) + 1))
            is_range = False
        else:
            numbers.append(int(token))
    return tuple(numbers)


def _begins_anew(
    numbers: tuple[int, ...], style: str, line: int, cells: Sequence[Cell], last: dict[str, int]
) -> bool:
    """Whether a list in another style begins below a line that announces it: `Mes questions :`."""
    if numbers[0] != 1 or line == 0 or _is_outer(style, last):
        return False
    above = cells[line - 1].text
    return above.endswith(":") and not _NUMBERS.match(above)


def _goes_on(numbers: tuple[int, ...], last: int) -> bool:
    """Whether numbers rise, and follow the last label (or begin anew at 1)."""
    rises = all(left < right for left, right in pairwise(numbers))
    return rises and (numbers[0] == 1 or 0 < numbers[0] - last <= _LARGEST_STEP)


def _is_outer(style: str, last: dict[str, int]) -> bool:
    """Whether a label has the style of the first one: `1.` inside `2)` is no part of its own."""
    styles = [known for known in last if known != "letter"]
    return not styles or styles[0] == style


def _label(
    line: int, depth: int, cell: Cell, match: re.Match[str], numbers: tuple[int, ...]
) -> _Label:
    rest = cell.text[match.end() :]
    text_start = cell.start + match.end() + len(rest) - len(rest.lstrip())
    return _Label(line, depth, match["label"], numbers, cell.start, text_start)


def _nest(
    page: str, cells: Sequence[Cell], labels: list[_Label], first: int, last: int, end: int
) -> tuple[Part, ...]:
    """The parts of labels [first, last), the deeper ones inside the ones before them."""
    parts = []
    while first < last:
        following = first + 1
        while following < last and labels[following].depth > labels[first].depth:
            following += 1
        part_end = _end_before(page, labels[following].start) if following < last else end
        if labels[first].depth == 2:
            part_end = min(part_end, cells[labels[first].line].end)
        inner = _nest(page, cells, labels, first + 1, following, part_end)
        parts.append(_part(page, labels[first], part_end, inner))
        first = following
    return tuple(parts)


def _end_before(page: str, start: int) -> int:
    """The end of what is printed before `start`."""
    while start > 0 and page[start - 1].isspace():
        start -= 1
    return start


def _part(page: str, label: _Label, end: int, inner: tuple[Part, ...]) -> Part:
    start = min(label.text_start, end)
    while start < end and page[start].isspace():
        start += 1  # a label alone on its line
    return Part(label.label, label.numbers, page[start:end], start, end, inner)
