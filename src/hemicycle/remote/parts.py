"""A graph of a server that cuts its results to the same triples, asked for in parts.

A part is the triples of one property, or those of them whose subjects' MD5 lies in a range: a
store finds the triples of a property at once, and looks at no others. Where a part is as
large as what the server gives at most, it is halved.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from pyoxigraph import Literal, NamedNode, Triple

from hemicycle.mint import Mint
from hemicycle.remote.endpoint import Endpoint
from hemicycle.remote.published import published_query, solutions
from hemicycle.remote.sparql_text import Term

_ALL = 0x10000
"""So many values have the four digits of an MD5 that parts are told apart by."""

_NEARLY = 0.95
"""A part of nearly as many triples as are given at most counts as cut: Virtuoso 7.2 gives one
triple more of a graph than of a part of it."""


class _Range(Struct, frozen=True):
    """The subjects whose MD5 begins with `first` to `last`, both of them among it."""

    first: int
    last: int

    def halves(self) -> "tuple[_Range, _Range]":
        """Two ranges of the same subjects."""
        middle = (self.first + self.last) // 2
        return _Range(self.first, middle), _Range(middle + 1, self.last)


def in_parts(endpoint: Endpoint, graph: NamedNode, most: int, mint: Mint) -> Iterator[Triple]:
    """The triples of a graph, where a server gives so many of them at most in one answer."""
    rows = solutions(endpoint, "predicates", mint, (graph,))
    sizes = {row["predicate"]: row["triples"] for row in rows}
    for predicate, size in sizes.items():
        assert isinstance(predicate, NamedNode)  # what stands there in any triple
        assert isinstance(size, Literal)  # it is a count
        for wanted in _ranges(int(size.value), most):
            yield from _part(endpoint, graph, predicate, wanted, most, mint)


def _ranges(size: int, most: int) -> Iterator[_Range]:
    """As many ranges as are wanted for parts that are a little smaller than what is given."""
    count = min(-(-size * 5 // (most * 4)), _ALL)
    borders = [_ALL * number // count for number in range(count + 1)]
    for first, end in pairwise(borders):
        yield _Range(first, end - 1)


def _part(
    endpoint: Endpoint,
    graph: NamedNode,
    predicate: NamedNode,
    wanted: _Range,
    most: int,
    mint: Mint,
) -> Iterator[Triple]:
    values: dict[str, Term | Sequence[Term]] = {
        "predicate": predicate,
        "first": Literal(f"{wanted.first:04x}"),
        "last": Literal(f"{wanted.last:04x}"),
    }
    query = published_query("part-of-graph", mint, values)
    with endpoint.triples(query, (graph,)) as triples:
        found = list(triples)
    if len(found) < most * _NEARLY or wanted.first == wanted.last:
        yield from found
        return
    for half in wanted.halves():
        yield from _part(endpoint, graph, predicate, half, most, mint)
