"""Patterns to the quads of a store elsewhere: a few first, all where somebody wants more."""

from collections.abc import Iterator, Sequence
from itertools import islice

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QuerySolution,
    QuerySolutions,
    Triple,
)

from hemicycle.mint import Mint
from hemicycle.remote.described import Descriptions
from hemicycle.remote.graphs import MERGE, is_of_build
from hemicycle.remote.memory import Memory
from hemicycle.remote.published import published_query
from hemicycle.remote.reading import row_triple
from hemicycle.remote.whole import WholeRows

Term = NamedNode | BlankNode | Literal | Triple
Where = NamedNode | DefaultGraph
Pattern = tuple[Term | None, Term | None, Term | None, Where | None]

FEW = 100
"""So many rows are asked for at first: most who look take one, or few."""

KEPT = 20_000
"""Of how many patterns with few quads these are kept."""

_PARAMETERS = ("subject", "predicate", "object")


class Patterns:
    """Looks patterns up in a published build; what was found is kept: a build does not change."""

    def __init__(self, rows: WholeRows, mint: Mint) -> None:
        self._rows = rows
        self._mint = mint
        self._kept: Memory[Pattern, tuple[Quad, ...]] = Memory(KEPT)
        self._descriptions = Descriptions(rows, mint)

    def quads(self, pattern: Pattern) -> Iterator[Quad]:
        """The quads of a pattern, each once; without a graph those of all the build's graphs."""
        subject, _, _, graph = pattern
        if isinstance(subject, NamedNode) and isinstance(graph, DefaultGraph):
            return self._described(pattern)
        kept = self._kept.get(pattern)
        return self._asked(pattern) if kept is None else iter(kept)

    def expect(self, things: Sequence[str]) -> None:
        """Remember that these were seen together: who asks for one will ask for others."""
        self._descriptions.expect(things)

    def _described(self, pattern: Pattern) -> Iterator[Quad]:
        subject, predicate, value, graph = pattern
        assert isinstance(subject, NamedNode)  # the caller has seen it
        for one in self._descriptions.of(subject.value):
            if predicate in (None, one.predicate) and value in (None, one.object):
                yield Quad(one.subject, one.predicate, one.object, graph)

    def _asked(self, pattern: Pattern) -> Iterator[Quad]:
        few = list(self._found(pattern, f"\nLIMIT {FEW}"))
        ours = tuple(quad for quad in few if quad is not None)
        if len(few) < FEW:
            self._kept.put(pattern, ours)
        if isinstance(pattern[3], DefaultGraph):
            self._descriptions.expect(_subjects(ours))
        yield from ours
        if len(few) == FEW:
            told = set(ours)
            yield from (
                quad for quad in self._found(pattern) if quad is not None and quad not in told
            )

    def _found(self, pattern: Pattern, limit: str = "") -> Iterator[Quad | None]:
        """Row by row the quad, None where it stands in a graph that is none of the build's."""
        *terms, graph = pattern
        given = zip(_PARAMETERS, terms, strict=True)
        values = {name: term for name, term in given if isinstance(term, Term)}
        merge = self._mint.graph(MERGE)
        if graph is None:
            text = published_query("pattern-anywhere", self._mint, values)
            found = self._rows.rows(text + limit)
        else:
            place = merge if isinstance(graph, DefaultGraph) else graph
            text = published_query("pattern", self._mint, values)
            found = self._rows.rows(text + limit, (place,))
        assert isinstance(found, QuerySolutions)  # both are SELECT
        for row in found:
            where = row["graph"] if graph is None else graph
            if isinstance(where, NamedNode) and graph is None:
                where = self._place(where)
            triple = row_triple(row)
            yield (
                Quad(triple.subject, triple.predicate, triple.object, where)
                if isinstance(where, Where)
                else None
            )

    def _place(self, graph: NamedNode) -> Where | None:
        """Where a build of our own has what stands in a graph there; None: it has no such."""
        if graph == self._mint.graph(MERGE):
            return DefaultGraph()
        return graph if is_of_build(graph.value, self._mint) else None


class Seen:
    """The things that the first rows of a result name, column by column."""

    def __init__(self) -> None:
        self._columns: list[list[str]] = []
        self._rows = 0

    def look(self, row: QuerySolution) -> None:
        """Take notice of a row."""
        self._rows += 1
        if self._rows > FEW:
            return
        cells = list(row)
        if not self._columns:
            self._columns = [[] for _ in cells]
        for column, cell in zip(self._columns, cells, strict=True):
            if isinstance(cell, NamedNode):
                column.append(cell.value)

    def things(self) -> list[str]:
        """Each thing once."""
        return list(dict.fromkeys(thing for column in self._columns for thing in column))


def _subjects(quads: Sequence[Quad]) -> list[str]:
    found = (quad.subject for quad in islice(quads, FEW))
    return list(dict.fromkeys(each.value for each in found if isinstance(each, NamedNode)))
