"""How many lines each rule read, by layout: what `hemicycle parse --coverage` prints."""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

UNREAD = "unread"


class LineCount(Struct, frozen=True, order=True):
    """How many lines of a layout's pages one rule consumed; `unread` stands for no rule."""

    layout: str
    rule: str
    lines: int


class PageLines(Struct, frozen=True):
    """One page's layout, the rule of each line that one consumed, and how many none did."""

    layout: str
    rules: tuple[str, ...]
    unread: int


def count_lines(pages: Iterable[PageLines]) -> tuple[LineCount, ...]:
    """The lines of all pages by layout and rule, sorted; every layout has a row of unread ones.

    >>> count_lines([PageLines("web", ("title", "keyword", "keyword"), 0)])[0]
    LineCount(layout='web', rule='keyword', lines=2)
    """
    counts: Counter[tuple[str, str]] = Counter()
    for page in pages:
        counts.update((page.layout, rule) for rule in page.rules)
        counts[page.layout, UNREAD] += page.unread
    return tuple(sorted(LineCount(layout, rule, n) for (layout, rule), n in counts.items()))


def coverage_text(counts: Iterable[LineCount]) -> str:
    """The counts as lines of text, a layout at a time."""
    rows = []
    layout = None
    for count in counts:
        if count.layout != layout:
            layout = count.layout
            rows.append(layout)
        rows.append(f"{count.lines:>8}  {count.rule}")
    return "\n".join(rows)
