"""A store of pages to what follows from several of them: each rule's triples, added."""

from collections.abc import Iterator

from msgspec import Struct
from pyoxigraph import DefaultGraph, Quad, QueryTriples, Store

from hemicycle.errors import QueryError
from hemicycle.infer.rules import Rule, finding_rules, rules
from hemicycle.mint import Mint

CHUNK = 200_000
"""Quads a bulk load takes at once: more cost memory and save no time."""


class RuleRun(Struct, frozen=True):
    """How many triples a rule added that were not there."""

    name: str
    added: int


def infer(store: Store, mint: Mint) -> Iterator[RuleRun]:
    """Run every rule on the store, whose default graph is the merge; tell of each when it is done.

    What rules construct stands in graph/inferred and in the merge, as far as the merge
    did not say it; what finding rules construct stands in graph/findings alone.
    """
    for rule in (*rules(), *finding_rules()):
        yield apply_rule(rule, store, mint)


def apply_rule(rule: Rule, store: Store, mint: Mint) -> RuleRun:
    """Run one rule and add what it constructs to its graph.

    Raises QueryError when its query is no CONSTRUCT query that SPARQL 1.1 knows.
    """
    graph = mint.graph(rule.graph)
    merged = rule.graph == "inferred"
    known = DefaultGraph() if merged else graph
    added: dict[Quad, None] = {}
    for triple in _constructed(rule, store, mint):
        quad = Quad(triple.subject, triple.predicate, triple.object, known)
        if quad not in store:
            added[quad] = None
    quads = list(added)
    if merged:
        quads += [Quad(quad.subject, quad.predicate, quad.object, graph) for quad in added]
    for start in range(0, len(quads), CHUNK):
        store.bulk_extend(quads[start : start + CHUNK])
    return RuleRun(rule.name, len(added))


def _constructed(rule: Rule, store: Store, mint: Mint) -> QueryTriples:
    try:
        triples = store.query(rule.query, base_iri=mint.base)
    except SyntaxError as error:
        raise QueryError(error.msg, file=rule.file, line=error.lineno) from error
    if not isinstance(triples, QueryTriples):
        raise QueryError("constructs nothing", file=rule.file, remedy="write a CONSTRUCT query")
    return triples
