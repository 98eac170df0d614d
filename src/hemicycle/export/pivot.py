"""Rows of (thing, column, value) to one line a thing, in the order of its query."""

from collections.abc import Iterator
from itertools import groupby

from pyoxigraph import NamedNode, Store

from hemicycle.mint import Mint
from hemicycle.query import NamedQuery, Term, iterate_rows


def pivot(
    store: Store, query: NamedQuery, mint: Mint
) -> Iterator[tuple[str, dict[str, list[Term]]]]:
    """Each IRI with the values of each column that the query's head names, sorted, each once.

    The query selects ?iri, ?column and ?value, rows of one IRI together. Its own
    long form keeps it linear: a question with 5 keywords and 18 relations is 23
    rows, not 90.
    """
    for node, rows in groupby(iterate_rows(store, query, mint), key=lambda row: row[0]):
        if not isinstance(node, NamedNode):
            continue
        values: dict[str, dict[str, Term]] = {column: {} for column in query.columns}
        for _, column, value in rows:
            if column is not None and value is not None:
                values[getattr(column, "value", "")][str(value)] = value
        yield node.value, {name: _in_order(found) for name, found in values.items()}


def _in_order(found: dict[str, Term]) -> list[Term]:
    return [found[key] for key in sorted(found)]
