"""A declared table and the facts of a graph to its rows, one at a time.

Rows stand in the natural order of their IRIs, which begin with legislature and
number where a thing is of one question. Their IRIs are all that is in memory.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from pyoxigraph import BlankNode, Literal, NamedNode

from hemicycle.mint import Mint
from hemicycle.tables.cells import Cell, Row, Value, make_cell, natural_key
from hemicycle.tables.declaration import Table
from hemicycle.tables.facts import Facts, RememberedFacts, Term
from hemicycle.tables.paths import Hop, Step, parse_path, term_iri

_MUCH = 5
"""So many properties of one subject cost as much as all of them: about 15 µs a lookup, 7 a fact."""


class _Route(Struct, frozen=True):
    """What is left of a path, and the column that its terms are for."""

    steps: tuple[Step, ...]
    column: int
    language: str | None


class _Branch(Struct, frozen=True):
    """One step, the routes that end behind it, and those that go on from there."""

    step: Step
    ends: tuple[_Route, ...]
    branches: tuple["_Branch", ...]


def table_rows(table: Table, facts: Facts, mint: Mint) -> Iterator[Row]:
    """The rows of a table; raises ExportError where a path of it is none."""
    needed = _branches(_routes([(path,) for path in table.where], mint))
    branches = _branches(_routes([column.paths for column in table.columns], mint))
    asks_much = sum(_is_onward(branch.step) for branch in branches) >= _MUCH
    near = RememberedFacts(facts)
    for iri in sorted({node.value for node in facts.instances(term_iri(table.rows))}, key=_place):
        node = NamedNode(iri)
        if asks_much:
            near.told(node)
        if all(_found(node, needed, len(table.where), near)):
            yield _row(table, iri, _found(node, branches, len(table.columns), near))


def _is_onward(step: Step) -> bool:
    return isinstance(step, Hop) and not step.is_inverse


def _place(iri: str) -> str:
    return "\0".join(natural_key(iri))  # one text is smaller than a tuple of two


def _routes(paths: Sequence[Iterable[str]], mint: Mint) -> list[_Route]:
    read = [(column, parse_path(path, mint)) for column, of in enumerate(paths) for path in of]
    return [_Route(path.steps, column, path.language) for column, path in read]


def _branches(routes: Iterable[_Route]) -> tuple[_Branch, ...]:
    """A tree of the routes: what several begin with is walked once."""
    after: dict[Step, list[_Route]] = {}
    for route in routes:
        rest = _Route(route.steps[1:], route.column, route.language)
        after.setdefault(route.steps[0], []).append(rest)
    return tuple(
        _Branch(
            step,
            tuple(route for route in rest if not route.steps),
            _branches(route for route in rest if route.steps),
        )
        for step, rest in after.items()
    )


def _found(
    node: NamedNode, branches: Sequence[_Branch], columns: int, facts: RememberedFacts
) -> list[list[Term]]:
    terms: list[list[Term]] = [[] for _ in range(columns)]
    for branch in branches:
        _follow(node, branch, facts, terms)
    return terms


def _follow(
    node: NamedNode | BlankNode, branch: _Branch, facts: RememberedFacts, terms: list[list[Term]]
) -> None:
    for term in _reached(node, branch.step, facts):
        for end in branch.ends:
            if end.language is None or _language(term) == end.language:
                terms[end.column].append(term)
        if branch.branches and isinstance(term, NamedNode | BlankNode):
            for following in branch.branches:
                _follow(term, following, facts, terms)


def _reached(node: NamedNode | BlankNode, step: Step, facts: RememberedFacts) -> Iterable[Term]:
    if not isinstance(step, Hop):
        return (node,) if step.value in facts.objects(node, step.predicate) else ()
    if step.is_inverse:
        return facts.subjects(step.predicate, node)
    return facts.objects(node, step.predicate)


def _language(term: Term) -> str | None:
    return term.language if isinstance(term, Literal) else None


def _row(table: Table, iri: str, terms: list[list[Term]]) -> Row:
    made = [make_cell(*pair) for pair in zip(table.columns, terms, strict=True)]
    cells: list[tuple[Value, ...]] = [(iri,), *(cell.values for cell in made)]
    if len(table.all_columns) > len(cells):
        cells.append(tuple(_disagreements(table, made)))
    return Row(tuple(cells))


def _disagreements(table: Table, cells: Iterable[Cell]) -> Iterator[str]:
    """`asked_on: 2013-04-30, 2013-05-02`, for each column that holds not all that is said."""
    for column, cell in zip(table.columns, cells, strict=True):
        if cell.left_out:
            yield f"{column.name}: {', '.join(cell.left_out)}"
