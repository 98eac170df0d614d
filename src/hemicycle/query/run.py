"""A query and values for its parameters to rows, a yes or no, or triples."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Protocol

from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples, Variable

from hemicycle.errors import QueryError
from hemicycle.mint import Mint
from hemicycle.namespaces import PREFIXES
from hemicycle.query.columns import Quotes, shown
from hemicycle.query.guard import refuse_service, unparsed
from hemicycle.query.named import NamedQuery, parse_query
from hemicycle.query.results import Result, Rows, Triples, Truth
from hemicycle.query.terms import Term, bind_value


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
    return shown(asked, Rows(columns, tuple(tuple(row) for row in found)), texts)


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
