"""A thing to what rules say of it and no page: each inferred fact, and what its rule read."""

from collections.abc import Iterator, Mapping

from msgspec import Struct
from pyoxigraph import NamedNode, Store

from hemicycle.mint import Mint
from hemicycle.query import (
    NamedQuery,
    Rows,
    Term,
    internal_query,
    named_queries,
    plain,
    run_query,
    shorten,
)

_PREMISES = "internal/premises"
Row = tuple[Term | None, ...]


class Statement(Struct, frozen=True):
    """One triple, its IRIs shortened as people read them."""

    subject: str
    predicate: str
    object: str


class Inference(Struct, frozen=True):
    """What a rule says and no page; `rule` in words by language.

    `premises` are the statements it goes by; of a rule that wants something not to be
    there, those beside which it is missing.
    """

    statement: Statement
    rule: dict[str, str]
    premises: tuple[Statement, ...]


def inferences(store: Store, thing: NamedNode, mint: Mint) -> Iterator[Inference]:
    """The inferred facts about a thing, in the order of their properties.

    What they go by is asked anew of the merge by queries/internal/premises: a file for
    what one rule gives, its head naming the properties.
    """
    grounds = {curie: one for one in named_queries(_PREMISES) for curie in one.explains}
    for subject, predicate, found in _rows(
        store, internal_query("internal/why-inferred"), mint, {"thing": thing.value}
    ):
        said = _statement((subject, predicate, found), mint)
        ground = grounds.get(said.predicate)
        if ground is None:
            yield Inference(said, {}, ())
            continue
        bindings = {
            "subject": plain(subject),
            "object": found.value if isinstance(found, NamedNode) else "",
            "property": plain(predicate),
        }
        known = {parameter.name for parameter in ground.parameters}
        asked = {name: value for name, value in bindings.items() if name in known}
        rows = _rows(store, ground, mint, asked)
        yield Inference(said, ground.title, tuple(_statement(row, mint) for row in rows))


def _rows(
    store: Store, query: NamedQuery, mint: Mint, bindings: Mapping[str, str]
) -> tuple[Row, ...]:
    found = run_query(store, query, mint, bindings)
    assert isinstance(found, Rows)  # all of them are SELECT queries
    return found.rows


def _statement(row: Row, mint: Mint) -> Statement:
    subject, predicate, found = (
        shorten(term.value, mint) if isinstance(term, NamedNode) else plain(term) for term in row
    )
    return Statement(subject, predicate, found)
