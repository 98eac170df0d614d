"""A store of pages to what follows from several of them: each rule's triples, added."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from msgspec import Struct
from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryTriples,
    Store,
    Triple,
    Variable,
)

from hemicycle.errors import QueryError
from hemicycle.infer.rules import Rule, all_rules
from hemicycle.mint import Mint

Bound: TypeAlias = NamedNode | BlankNode | Literal | Triple
"""What a variable may be bound to."""

CHUNK = 200_000
"""Quads a bulk load takes at once: more cost memory and save no time."""


class RuleRun(Struct, frozen=True):
    """The triples that a rule added, which were not there; and the graph that took them.

    `graph` is `inferred` or `findings`; `known` counts the triples that were there.
    """

    name: str
    graph: str
    added: tuple[Triple, ...]
    known: int = 0


def infer(store: Store, mint: Mint, among: Iterable[Rule] | None = None) -> Iterator[RuleRun]:
    """Run some rules, all when none are given, in their order; tell of each when it is done.

    The store's default graph is the merge. What rules construct stands in graph/inferred
    and in the merge, as far as the merge did not say it; what finding rules construct
    stands in graph/findings alone.
    """
    for rule in all_rules() if among is None else among:
        yield apply_rule(rule, store, mint)


def apply_rule(rule: Rule, store: Store, mint: Mint) -> RuleRun:
    """Run one rule and add what it constructs to its graph.

    Raises QueryError when its query is no CONSTRUCT query that SPARQL 1.1 knows.
    """
    graph = mint.graph(rule.graph)
    merged = rule.graph == "inferred"
    known = DefaultGraph() if merged else graph
    added: dict[Triple, Quad] = {}
    constructed = dict.fromkeys(rule_triples(rule, store, mint))
    for triple in constructed:
        quad = Quad(triple.subject, triple.predicate, triple.object, known)
        if quad not in store:
            added[triple] = quad
    quads = list(added.values())
    if merged:
        quads += [Quad(quad.subject, quad.predicate, quad.object, graph) for quad in quads]
    for start in range(0, len(quads), CHUNK):
        store.bulk_extend(quads[start : start + CHUNK])
    return RuleRun(rule.name, rule.graph, tuple(added), len(constructed) - len(added))


def rule_triples(
    rule: Rule, store: Store, mint: Mint, bound: dict[Variable, Bound] | None = None
) -> QueryTriples:
    """What a rule constructs in a store, some more than once; where some of it is `bound`, that.

    Raises QueryError as `apply_rule` does.
    """
    try:
        triples = store.query(rule.query, base_iri=mint.base, substitutions=bound)
    except SyntaxError as error:
        raise QueryError(error.msg, file=rule.file, line=error.lineno) from error
    if not isinstance(triples, QueryTriples):
        raise QueryError("constructs nothing", file=rule.file, remedy="write a CONSTRUCT query")
    return triples
