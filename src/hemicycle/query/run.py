"""A query and values for its parameters to rows, a yes or no, or triples."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct
from pyoxigraph import (
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    Store,
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


def run_query(
    store: Store,
    query: NamedQuery | str,
    mint: Mint,
    bindings: Mapping[str, str] | None = None,
    *,
    texts: Path | None = None,
) -> Result:
    """The result of a query on the store's merge; relative IRIs are below the base.

    `bindings` gives parameters as a user types them; `texts` is the folder of page
    texts a `quote` column is cut from (without it that column stays empty).

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


def iterate_rows(
    store: Store, query: NamedQuery, mint: Mint, bindings: Mapping[str, str] | None = None
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
    store: Store, query: NamedQuery, mint: Mint, bindings: Mapping[str, str]
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
        if value is None:
            raise QueryError(
                f"query {query.name} needs a value for {parameter.name!r}: {parameter.description}"
            )
        if value or parameter.kind == "string":
            yield Variable(parameter.name), bind_value(parameter.kind, value, mint)


def _shown(query: NamedQuery, result: Rows, texts: Path | None) -> Rows:
    """The columns a query's head asks for, its quotes cut from the pages."""
    if query.quote is not None:
        result = _with_quotes(query, result, texts)
    if not query.columns:
        return result
    places = [_place(query, result, column) for column in query.columns]
    return Rows(query.columns, tuple(tuple(row[at] for at in places) for row in result.rows))


def _with_quotes(query: NamedQuery, result: Rows, texts: Path | None) -> Rows:
    places = [_place(query, result, column) for column in query.quote or ()]
    pages = None if texts is None else Texts(texts)
    rows = tuple((*row, _cut(pages, [row[at] for at in places])) for row in result.rows)
    return Rows((*result.columns, QUOTE_COLUMN), rows)


def _cut(pages: Texts | None, where: list[Term | None]) -> Literal | None:
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
