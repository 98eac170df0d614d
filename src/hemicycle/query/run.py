"""A query and values for its parameters to rows, a yes or no, or triples."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from msgspec import Struct
from pyoxigraph import (
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    Triple,
    Variable,
)

from hemicycle.errors import QueryError
from hemicycle.mint import Mint
from hemicycle.namespaces import PREFIXES
from hemicycle.query.guard import refuse_service, unparsed
from hemicycle.query.named import NamedQuery, parse_query
from hemicycle.query.quotes import Texts
from hemicycle.query.terms import Term, bind_value

QUOTE_COLUMN = "quote"


class Rows(Struct, frozen=True):
    """What SELECT finds; a cell is None where its column is unbound."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]


class Truth(Struct, frozen=True):
    """What ASK finds."""

    value: bool


class Triples(Struct, frozen=True):
    """What CONSTRUCT and DESCRIBE find: each triple once, sorted."""

    triples: tuple[Triple, ...]


Result = Rows | Truth | Triples

Place = Sequence[Term | None]
"""A page's text and two offsets in it, as a query found them."""


class Asked(Protocol):
    """What queries are put to: a store of ours, or one elsewhere."""

    def query(
        self,
        query: str,
        *,
        base_iri: str | None = None,
        prefixes: dict[str, str] | None = None,
        substitutions: dict[Variable, Term] | None = None,
    ) -> QuerySolutions | QueryBoolean | QueryTriples:
        """What a query finds; raises SyntaxError for one that does not parse."""


class Quotes(Protocol):
    """What fills the column `quote` where the pages' texts are not at hand."""

    def quotes(self, places: Sequence[Place]) -> list[Literal | None]:
        """The words at each place, None where nothing is known of it."""


def run_query(
    store: Asked,
    query: NamedQuery | str,
    mint: Mint,
    bindings: Mapping[str, str] | None = None,
    *,
    texts: Path | Quotes | None = None,
) -> Result:
    """The result of a query on the store's merge; relative IRIs are below the base.

    `bindings` gives parameters as a user types them; `texts` is the folder of page
    texts a `quote` column is cut from, or what cuts it (without it that column stays empty).

    Raises QueryError with line and column where the query does not parse, for an
    update, for SERVICE, and for a value that is missing, unknown or of another kind.
    """
    asked = query if isinstance(query, NamedQuery) else parse_query("query", query)
    found = _evaluate(store, asked, mint, bindings or {})
    if isinstance(found, QueryBoolean):
        return Truth(bool(found))
    if isinstance(found, QueryTriples):
        return Triples(tuple(sorted(set(found), key=str)))
    columns = tuple(variable.value for variable in found.variables)
    return _shown(asked, Rows(columns, tuple(tuple(row) for row in found)), texts)


def cut_note(query: NamedQuery, result: Result) -> str | None:
    """What to tell a user where a query stopped at the most rows it gives; else None.

    >>> from hemicycle.query.named import parse_query
    >>> rows = Rows(("x",), ((None,), (None,)))
    >>> cut_note(parse_query("q", "# most: 2"), rows)
    'q stopped at 2 rows, the most it gives: there may be more'
    """
    if query.most is None or not isinstance(result, Rows) or len(result.rows) < query.most:
        return None
    return f"{query.name} stopped at {query.most} rows, the most it gives: there may be more"


def iterate_rows(
    store: Asked, query: NamedQuery, mint: Mint, bindings: Mapping[str, str] | None = None
) -> Iterator[tuple[Term | None, ...]]:
    """The rows of a SELECT one by one, all its columns; for results too large to hold.

    Raises QueryError as `run_query` does, and for a query that is no SELECT.
    """
    found = _evaluate(store, query, mint, bindings or {})
    if not isinstance(found, QuerySolutions):
        raise QueryError(f"query {query.name} has no rows", remedy="write it as SELECT")
    for row in found:
        yield tuple(row)


def _evaluate(
    store: Asked, query: NamedQuery, mint: Mint, bindings: Mapping[str, str]
) -> QuerySolutions | QueryBoolean | QueryTriples:
    refuse_service(query.text, mint)
    try:
        return store.query(
            query.text,
            base_iri=mint.base,
            prefixes=PREFIXES,
            substitutions=dict(_values(query, bindings, mint)),
        )
    except SyntaxError as error:
        raise unparsed(query.text, str(error)) from error
    except RuntimeError as error:
        raise QueryError(
            f"query {query.name}: {error}",
            remedy="name every parameter in SELECT, as hemicycle's own queries do",
        ) from error


def _values(
    query: NamedQuery, bindings: Mapping[str, str], mint: Mint
) -> Iterator[tuple[Variable, Term]]:
    names = {parameter.name for parameter in query.parameters}
    for name in bindings:
        if name not in names:
            known = f"it has {', '.join(sorted(names))}" if names else "it has none"
            raise QueryError(f"query {query.name} has no parameter {name!r}", remedy=known)
    for parameter in query.parameters:
        value = bindings.get(parameter.name, parameter.default)
        if value is None or not (value or parameter.is_open or parameter.kind == "string"):
            raise QueryError(
                f"query {query.name} needs a value for {parameter.name!r}: {parameter.description}"
            )
        if value or parameter.kind == "string":
            yield Variable(parameter.name), bind_value(parameter.kind, value, mint)


def _shown(query: NamedQuery, result: Rows, texts: Path | Quotes | None) -> Rows:
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
