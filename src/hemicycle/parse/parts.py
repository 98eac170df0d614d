"""The lines of a question or an answer to its numbered parts."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from hemicycle.parse.lines import Cell
from hemicycle.parse.part_labels import FIGURES, Label, read_label, read_labels
from hemicycle.records import Part, PartedText

_LARGEST_STEP = 5
"""`4)` after `1)` may be a list that skips; `40.` after `1)` is no part."""

_STRICT = ("roman", "capital", "-", "words")
"""Styles that are labels only where they count from the first on, without a gap."""

_ALONE = frozenset({"words"})
"""Of these, one that counts to 1 alone is a list as well: `Réponse à la question 1 :`."""

_INNER = ("roman", "capital", "small", "dash")


def parted_text(page: str, cells: Sequence[Cell]) -> PartedText:
    """The text that some lines of a page hold, with its parts."""
    start, end = cells[0].start, cells[-1].end
    return PartedText(page[start:end], start, end, read_parts(page, cells))


def read_parts(page: str, cells: Sequence[Cell]) -> tuple[Part, ...]:
    """The parts of some lines: `1)` `2)`, with `a)` and `- ` inside them."""
    found = [own for line, cell in enumerate(cells) for own in read_labels(line, cell)]
    if not found:
        return ()
    styles = {label.style for label in found}
    for style in _STRICT:
        if style in styles:
            found = _without_broken_lists(found, style)
    found = _without_quoted_law(found)
    depths = _depths(found)
    labels = _in_lists(found, cells, depths)
    return _nest(page, cells, labels, depths, cells[-1].end)


def _without_broken_lists(labels: list[Label], style: str) -> list[Label]:
    """The labels without those of a style that do not count I, II, III … on this text."""
    kept: set[int] = set()
    last = 0
    for label in labels:
        if label.style != style:
            continue
        if label.places[0] == last + 1 or (label.places[0] == 1 and last > 1):
            kept.add(label.line)
            last = label.places[-1]
    if last < 2 and len(kept) < 2 and style not in _ALONE:
        kept.clear()
    return [label for label in labels if label.style != style or label.line in kept]


def _without_quoted_law(labels: list[Label]) -> list[Label]:
    """The labels without `1°`, `2°` of a law, where the text's own list follows below them."""
    last = max((own.line for own in labels if own.style == "°"), default=None)
    if last is None:
        return labels
    below = [own for own in labels if own.line > last and own.style in (")", ".")]
    is_list = len(below) > 1 and below[0].places[0] == 1 and below[1].places[0] == 2
    return [own for own in labels if own.style != "°"] if is_list else labels


def _depths(labels: Sequence[Label]) -> dict[str, int]:
    """How deep each style of labels lies: `I.` around `1)` around `a)`.

    Numerals and letters lie around figures where they begin before them and go on
    after them; dashes lie deepest.
    """
    styles = dict.fromkeys(label.style for label in labels if label.style not in FIGURES)
    first = next((n for n, label in enumerate(labels) if label.style in FIGURES), None)
    outer = [style for style in styles if first is not None and _goes_around(labels, style, first)]
    inner = [style for style in (_INNER if first is not None else styles) if style not in outer]
    inner.sort(key=lambda style: style == "dash")
    depths = {style: depth for depth, style in enumerate(outer)}
    depths |= dict.fromkeys(FIGURES, len(outer))
    return depths | {style: len(outer) + 1 + depth for depth, style in enumerate(inner)}


def _goes_around(labels: Sequence[Label], style: str, first: int) -> bool:
    """Whether a list that begins before the first figure, label `first`, goes on below it."""
    if style == "dash":
        return False
    before = [label.places[0] for label in labels[:first] if label.style == style]
    after = next((n for n in range(first, len(labels)) if labels[n].style == style), None)
    if not before or after is None or labels[after].places[0] != before[-1] + 1:
        return False
    figure = next((label for label in labels[after:] if label.style in FIGURES), None)
    return figure is None or figure.places[0] == 1 or style == "roman"


def _in_lists(
    labels: Sequence[Label], cells: Sequence[Cell], depths: dict[str, int]
) -> list[Label]:
    """The labels that go on from the ones before them in their own list."""
    found: list[Label] = []
    last: dict[str, int] = {}
    for label in labels:
        if label.style in FIGURES:
            if _begins_anew(label, cells, last):
                for style in FIGURES:
                    last.pop(style, None)
            if not _goes_on(label, last):
                continue
        elif label.style != "dash" and label.places[0] not in (1, last.get(label.style, 0) + 1):
            continue
        _close_inner(last, depths, depths[label.style])
        last[label.style] = label.places[-1] if label.places else 0
        found.append(label)
    return found


def _close_inner(last: dict[str, int], depths: dict[str, int], depth: int) -> None:
    """Forget lists inside the one that goes on; figures may go on where they left off."""
    for style in [own for own in last if depths[own] > depth and own not in FIGURES]:
        del last[style]


def _begins_anew(label: Label, cells: Sequence[Cell], last: dict[str, int]) -> bool:
    """Whether a list in another style begins below a line that announces it: `Mes questions :`."""
    if label.places[0] != 1 or label.line == 0 or _has_style(label.style, last):
        return False
    above = read_label(0, cells[label.line - 1])
    is_figure = above is not None and above.style in FIGURES
    return cells[label.line - 1].text.endswith(":") and not is_figure


def _goes_on(label: Label, last: dict[str, int]) -> bool:
    """Whether numbers rise, and follow the last label of the text's style (or begin anew at 1)."""
    step = label.places[0] - last.get(label.style, 0)
    places = label.places
    rises = len(places) == 1 or all(left < right for left, right in pairwise(places))
    follows = label.places[0] == 1 or 0 < step <= _LARGEST_STEP
    return rises and follows and _has_style(label.style, last)


def _has_style(style: str, last: Iterable[str]) -> bool:
    """Whether figures have the style of the first ones: `1.` inside `2)` is no part of its own."""
    known = next((own for own in last if own in FIGURES), style)
    return known == style


def _nest(
    page: str, cells: Sequence[Cell], labels: Sequence[Label], depths: dict[str, int], end: int
) -> tuple[Part, ...]:
    """The parts of some labels, the deeper ones inside the ones before them."""
    parts = []
    first = 0
    while first < len(labels):
        label = labels[first]
        last = first + 1
        while last < len(labels) and depths[labels[last].style] > depths[label.style]:
            last += 1
        part_end = _end_before(page, labels[last].start) if last < len(labels) else end
        if label.style == "dash":
            part_end = min(part_end, cells[label.line].end)
        own = labels[first + 1 : last]
        inner = _nest(page, cells, own, depths, part_end) if own else ()
        parts.append(_part(page, label, part_end, inner))
        first = last
    return tuple(parts)


def _end_before(page: str, start: int) -> int:
    """The end of what is printed before `start`."""
    while start > 0 and page[start - 1].isspace():
        start -= 1
    return start


def _part(page: str, label: Label, end: int, inner: tuple[Part, ...]) -> Part:
    start = min(label.text_start, end)
    while start < end and page[start].isspace():
        start += 1  # a label alone on its line
    return Part(label.label, label.numbers, page[start:end], start, end, inner)
