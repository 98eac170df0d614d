"""The graph to CSV tables: one SELECT of queries/tables a file, one line a thing."""

import io
import re
from collections.abc import Iterator

from pyoxigraph import Store

from hemicycle.export.pivot import pivot
from hemicycle.export.request import Request, make_folder, writing
from hemicycle.mint import Mint
from hemicycle.query import NamedQuery, named_queries, plain, write_rows

BETWEEN_VALUES = " | "
"""Between several values of one cell."""

_DIGITS = re.compile(r"(\d+)")


def write_tables(to: Request) -> None:
    """Write every table into the folder `to.out`: UTF-8, comma, newline, a header."""
    make_folder(to.out)
    for query in named_queries("tables"):
        with writing(to.out / f"{query.name}.csv") as out:
            text = io.TextIOWrapper(out, encoding="utf-8", newline="")
            write_rows(query.columns, table_rows(to.store, query, to.mint), text)
            text.detach()


def table_rows(store: Store, query: NamedQuery, mint: Mint) -> Iterator[list[str]]:
    """The lines of one table; several values of one cell stand in natural order."""
    for iri, values in pivot(store, query, mint):
        cells = [
            BETWEEN_VALUES.join(sorted({plain(value) for value in found}, key=natural_key))
            for column, found in values.items()
            if column != "iri"
        ]
        yield [iri, *cells]


def natural_key(text: str) -> tuple[tuple[str, int], ...]:
    """What sorts numbers inside a text as numbers.

    >>> sorted(["5-10000", "5-900"], key=natural_key)
    ['5-900', '5-10000']
    """
    parts = _DIGITS.split(text)
    numbers = (int(digits) for digits in parts[1::2])
    return (*zip(parts[::2], (*numbers, -1), strict=True),)
