"""Rows that end in a quote to text: a heading a group, a line a row, the quote below it."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from textwrap import wrap

INDENT = "      "
WIDEST = 34
"""A cell longer than this pushes its row apart, not the others."""


def quoted_text(columns: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> str:
    """Rows of readable cells, the last one a quote, grouped by their first cell.

    `width` is in columns of the terminal; a quote is wrapped, a row is not.

    >>> print(quoted_text(["service", "account", "quote"], [["SPF X", "@x", "Suivez @x."]], 40))
    SPF X
      @x
          «Suivez @x.»
    <BLANKLINE>
    """
    inner = [row[1:-1] for row in rows]
    widths = [min(WIDEST, max(map(len, column))) for column in zip(*inner, strict=True)]
    lines: list[str] = []
    for heading, group in groupby(rows, key=lambda row: row[0]):
        lines.append(heading)
        for row in group:
            lines.extend(_row_lines(row, widths, width))
    return "\n".join(lines) + "\n"


def _row_lines(row: Sequence[str], widths: Sequence[int], width: int) -> Iterator[str]:
    cells = (cell.ljust(own) for cell, own in zip(row[1:-1], widths, strict=True))
    yield f"  {'  '.join(cells)}".rstrip()
    if row[-1]:
        quote = f"«{row[-1]}»"
        yield from wrap(
            quote,
            max(width, 40),
            initial_indent=INDENT,
            subsequent_indent=INDENT,
            break_long_words=False,
            break_on_hyphens=False,
        )
