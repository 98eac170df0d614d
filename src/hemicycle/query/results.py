"""What a query finds, by its form: rows, a yes or no, or triples."""

from msgspec import Struct
from pyoxigraph import Triple

from hemicycle.query.named import NamedQuery
from hemicycle.query.terms import Term


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
