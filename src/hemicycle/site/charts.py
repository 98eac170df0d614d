"""Counts by year to the geometry of a chart: one bar a year, its parts on top of each other."""

from collections.abc import Iterable, Sequence
from math import ceil, log10

from msgspec import Struct

HEIGHT = 132.0
LEFT, TOP, BOTTOM = 44.0, 12.0, 24.0
STEP, BAR = 34.0, 22.0
FEWEST = 8
"""Of fewer years than these the chart is as wide as if there were so many."""


class ChartPart(Struct, frozen=True):
    """One part of a bar: its series' name, its place and its height."""

    series: str
    y: float
    height: float


class ChartBar(Struct, frozen=True):
    """One bar, from left x on; `label` stands below it, `words` say what it shows."""

    label: str
    words: str
    x: float
    middle: float
    parts: tuple[ChartPart, ...]


class ChartLine(Struct, frozen=True):
    """One line across, at a round number."""

    label: int
    y: float


class Chart(Struct, frozen=True, kw_only=True):
    """A chart as a template draws it, in units of its view box."""

    width: float
    height: float
    left: float
    bar: float
    floor: float
    bars: tuple[ChartBar, ...]
    lines: tuple[ChartLine, ...]
    series: tuple[str, ...]


class Bar(Struct, frozen=True):
    """What a bar shows: a count for each series, from the floor up; `words` for who cannot see."""

    label: str
    counts: tuple[int, ...]
    words: str


def bar_chart(series: Sequence[str], bars: Iterable[Bar]) -> Chart:
    """The chart of some bars, whose counts are in the order of the series."""
    given = tuple(bars)
    highest = max((sum(bar.counts) for bar in given), default=0)
    lines = _lines(highest)
    top = lines[-1] if lines else 1
    places = max(len(given), FEWEST)
    return Chart(
        width=LEFT + places * STEP,
        height=TOP + HEIGHT + BOTTOM,
        left=LEFT,
        bar=BAR,
        floor=TOP + HEIGHT,
        bars=tuple(_bar(bar, place, series, top) for place, bar in enumerate(given)),
        lines=tuple(ChartLine(line, round(_y(line, top), 2)) for line in lines),
        series=tuple(series),
    )


def _bar(bar: Bar, place: int, series: Sequence[str], top: int) -> ChartBar:
    x = LEFT + place * STEP + (STEP - BAR) / 2
    parts: list[ChartPart] = []
    below = 0
    for name, count in zip(series, bar.counts, strict=True):
        if count:
            y = _y(below + count, top)
            parts.append(ChartPart(name, round(y, 2), round(_y(below, top) - y, 2)))
            below += count
    return ChartBar(
        label=bar.label,
        words=bar.words,
        x=round(x, 2),
        middle=round(x + BAR / 2, 2),
        parts=tuple(parts),
    )


def _y(count: int, top: int) -> float:
    return TOP + HEIGHT * (1 - count / top)


def _lines(highest: int) -> list[int]:
    """Round numbers from 0 to the first that is not below the highest count, five at the most.

    >>> _lines(7), _lines(230), _lines(1)
    ([0, 2, 4, 6, 8], [0, 100, 200, 300], [0, 1])
    """
    if highest <= 0:
        return [0, 1]
    rough = highest / 4
    size = 10 ** int(log10(rough)) if rough >= 1 else 1
    step = next(size * factor for factor in (1, 2, 5, 10) if size * factor >= rough)
    return list(range(0, step * ceil(highest / step) + 1, step))
