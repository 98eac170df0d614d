"""Rows to the columns that a query's head asks for, quotes cut from the pages among them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from pyoxigraph import Literal, NamedNode

from hemicycle.errors import QueryError
from hemicycle.query.named import NamedQuery
from hemicycle.query.quotes import Texts
from hemicycle.query.results import Rows
from hemicycle.query.terms import Term

QUOTE_COLUMN = "quote"

Place = Sequence[Term | None]
"""A page's text and two offsets in it, as a query found them."""


class Quotes(Protocol):
    """What fills the column `quote` where the pages' texts are not at hand."""

    def quotes(self, places: Sequence[Place]) -> list[Literal | None]:
        """The words at each place, None where nothing is known of it."""


def shown(query: NamedQuery, result: Rows, texts: Path | Quotes | None) -> Rows:
    """The columns a query's head asks for, its quotes cut from the pages."""
    if query.quote is not None:
        result = _with_quotes(query, result, texts)
    if not query.columns:
        return result
    places = [_place(query, result, column) for column in query.columns]
    return Rows(query.columns, tuple(tuple(row[at] for at in places) for row in result.rows))


def _with_quotes(query: NamedQuery, result: Rows, texts: Path | Quotes | None) -> Rows:
    columns = [_place(query, result, column) for column in query.quote or ()]
    places = [[row[at] for at in columns] for row in result.rows]
    if texts is None or isinstance(texts, Path):
        pages = None if texts is None else Texts(texts)
        quotes = [_cut(pages, place) for place in places]
    else:
        quotes = texts.quotes(places)
    rows = tuple((*row, quote) for row, quote in zip(result.rows, quotes, strict=True))
    return Rows((*result.columns, QUOTE_COLUMN), rows)


def _cut(pages: Texts | None, where: Place) -> Literal | None:
    source, start, end = where
    if pages is None or not isinstance(source, NamedNode):
        return None
    if not (isinstance(start, Literal) and isinstance(end, Literal)):
        return None
    key = source.value.rpartition("/")[2]
    return Literal(pages.passage(key, int(start.value), int(end.value)).sentence)


def _place(query: NamedQuery, result: Rows, column: str) -> int:
    if column not in result.columns:
        raise QueryError(f"query {query.name} has no column {column!r}", remedy="name it in SELECT")
    return result.columns.index(column)
