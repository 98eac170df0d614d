"""A store of pages to what follows from several of them: each rule's triples, added."""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from pyoxigraph import DefaultGraph, Quad, QueryTriples, Store, Triple

from hemicycle.errors import QueryError
from hemicycle.infer.rules import Rule, all_rules
from hemicycle.mint import Mint

CHUNK = 200_000
"""Quads a bulk load takes at once: more cost memory and save no time."""


class RuleRun(Struct, frozen=True):
    """The triples that a rule added, which were not there; and the graph that took them.

    `graph` is `inferred` or `findings`.
    """

    name: str
    graph: str
    added: tuple[Triple, ...]


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
    for triple in _constructed(rule, store, mint):
        quad = Quad(triple.subject, triple.predicate, triple.object, known)
        if quad not in store:
            added[triple] = quad
    quads = list(added.values())
    if merged:
        quads += [Quad(quad.subject, quad.predicate, quad.object, graph) for quad in quads]
    for start in range(0, len(quads), CHUNK):
        store.bulk_extend(quads[start : start + CHUNK])
    return RuleRun(rule.name, rule.graph, tuple(added))


def _constructed(rule: Rule, store: Store, mint: Mint) -> QueryTriples:
    try:
        triples = store.query(rule.query, base_iri=mint.base)
    except SyntaxError as error:
        raise QueryError(error.msg, file=rule.file, line=error.lineno) from error
    if not isinstance(triples, QueryTriples):
        raise QueryError("constructs nothing", file=rule.file, remedy="write a CONSTRUCT query")
    return triples
