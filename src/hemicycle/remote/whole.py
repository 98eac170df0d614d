"""Rows of a store elsewhere, and whether all came: many servers cut a result and do not say so."""

from collections.abc import Callable, Sequence

from pyoxigraph import NamedNode, QueryBoolean, QuerySolution, QuerySolutions

from hemicycle.errors import EndpointError
from hemicycle.remote.dataset import head_and_rest
from hemicycle.remote.endpoint import Endpoint

TRUSTED = 1_000
"""A result of so many rows is not cut by any server that was heard of."""

_MINE = "count"


class WholeRows:
    """Asks, and counts what it was told: a size that was whole once is not counted again."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self._trusted = TRUSTED

    def rows(
        self,
        query: str,
        default: Sequence[NamedNode] = (),
        named: Sequence[NamedNode] = (),
        look: Callable[[QuerySolution], None] | None = None,
    ) -> QuerySolutions | QueryBoolean:
        """What SELECT or ASK finds; `look` sees each row once.

        Raises EndpointError where the server gives fewer rows than it counts.
        """
        found, came = self._endpoint.counted(query, default, named, look)
        if came > self._trusted:
            self._check(query, default, named, came)
            self._trusted = came
        return found

    def _check(
        self, query: str, default: Sequence[NamedNode], named: Sequence[NamedNode], came: int
    ) -> None:
        head, rest = head_and_rest(query)
        text = f"{head}SELECT (COUNT(*) AS ?{_MINE}) WHERE {{ {{ {rest}\n}} }}"
        counted = self._endpoint.rows(text, default, named)
        there = [row[_MINE] for row in counted] if isinstance(counted, QuerySolutions) else []
        number = int(getattr(there[0], "value", 0)) if there else 0
        if number > came:
            raise EndpointError(
                f"gives {came} rows of {number}",
                file=self._endpoint.name,
                remedy="let it give more rows (Virtuoso: ResultSetMaxRows), or ask for fewer",
            )
