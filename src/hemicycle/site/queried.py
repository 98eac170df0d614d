"""The name of a query and its values to what a build answers: rows of terms, or words alone."""

import csv
import io
from collections.abc import Iterator, Mapping
from functools import lru_cache

from pyoxigraph import Literal, NamedNode, QueryResultsFormat, QuerySolutions, Variable

from hemicycle.assets import asset
from hemicycle.errors import HemicycleError, QueryError
from hemicycle.namespaces import PREFIXES
from hemicycle.opened import OpenBuild
from hemicycle.query import Term
from hemicycle.site.basics import Row


def rows(build: OpenBuild, query: str, bound: Mapping[str, Term]) -> list[Row]:
    """The rows of site/queries/{query}.rq; a bound variable must be named in its SELECT.

    Raises QueryError where the query cannot be asked.
    """
    found = _solutions(build, query, bound)
    names = [variable.value for variable in found.variables]
    return [
        Row(
            (name, value if isinstance(value, Literal) else value.value)
            for name, value in zip(names, solution, strict=True)
            if isinstance(value, Literal | NamedNode)
        )
        for solution in found
    ]


def cells(build: OpenBuild, query: str, bound: Mapping[str, Term]) -> Iterator[list[str]]:
    """The rows as words alone, in the order of the SELECT: for whole archives.

    The store writes them out itself, which takes half the time. Raises QueryError where
    the query cannot be asked.
    """
    text = _solutions(build, query, bound).serialize(format=QueryResultsFormat.CSV)
    found = csv.reader(io.StringIO((text or b"").decode(), newline=""))
    next(found, None)
    yield from found


def _solutions(build: OpenBuild, query: str, bound: Mapping[str, Term]) -> QuerySolutions:
    values = {Variable(name): value for name, value in bound.items()}
    try:
        found = build.store.query(
            query_text(query), base_iri=build.mint.base, prefixes=PREFIXES, substitutions=values
        )
    except (SyntaxError, RuntimeError) as error:
        raise QueryError(f"site query {query}: {error}") from error
    if not isinstance(found, QuerySolutions):
        raise QueryError(f"site query {query} has no rows")
    return found


@lru_cache(maxsize=256)
def query_text(name: str) -> str:
    """The text of site/queries/{name}.rq; raises QueryError where there is none."""
    try:
        return asset(f"site/queries/{name}.rq").read_text(encoding="utf-8")
    except (HemicycleError, OSError) as error:
        raise QueryError(f"there is no site query {name}") from error
