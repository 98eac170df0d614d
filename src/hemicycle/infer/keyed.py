"""A rule and some values of its key to what it constructs for these alone."""

from collections.abc import Iterable, Iterator

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store, Triple, Variable
from rdflib import RDF

from hemicycle.infer.premises import premises
from hemicycle.infer.rules import Key, Rule
from hemicycle.infer.run import Bound, rule_triples
from hemicycle.mint import Mint

_TYPE = NamedNode(RDF.type)
_MERGE = DefaultGraph()


def key_values(key: Key, triples: Iterable[Triple]) -> tuple[Bound, ...]:
    """The values of a key that some triples have, each once, in an order of their own."""
    found = list(triples)
    of_kind = {one.subject for one in found if _is(one, _TYPE, key.kind)}
    values = (
        one.object
        for one in found
        if one.predicate.value == key.via and (key.kind is None or one.subject in of_kind)
    )
    return tuple(sorted(dict.fromkeys(values), key=str))


def keyed_triples(rule: Rule, values: Iterable[Bound], store: Store, mint: Mint) -> set[Triple]:
    """What a rule constructs in a store for some values of its key.

    It is asked of what it reads for them, in memory: a store on disk reads all that has some
    property before it looks at a value. ValueError for a rule without key.
    """
    if rule.key is None:
        raise ValueError(f"{rule.name} has no key")
    wanted, name = premises([rule]), Variable(rule.key.variable)
    found: set[Triple] = set()
    for value in values:
        near = Store()
        near.bulk_extend(_near(rule.key, value, wanted, store))
        found.update(rule_triples(rule, near, mint, {name: value}))
    return found


def _near(key: Key, value: Bound, wanted: frozenset[str], store: Store) -> Iterator[Quad]:
    """All that a rule may read for one value."""
    subjects = dict.fromkeys(_saying(NamedNode(key.via), value, store))
    if key.kind is not None:
        kind = NamedNode(key.kind)
        subjects = {one: None for one in subjects if Quad(one, _TYPE, kind) in store}
    for name in key.beside:
        beside = NamedNode(name)
        groups = {
            quad.object: None
            for one in subjects
            for quad in store.quads_for_pattern(one, beside, None, _MERGE)
        }
        subjects |= {one: None for group in groups for one in _saying(beside, group, store)}
    read = [NamedNode(name) for name in sorted(wanted)]
    for one in subjects:
        for predicate in read:
            yield from store.quads_for_pattern(one, predicate, None, _MERGE)


def _saying(by: NamedNode, value: Bound, store: Store) -> Iterator[NamedNode]:
    for quad in store.quads_for_pattern(None, by, value, _MERGE):
        if isinstance(quad.subject, NamedNode):
            yield quad.subject


def _is(one: Triple, predicate: NamedNode, name: str | None) -> bool:
    stated = one.object
    return one.predicate == predicate and isinstance(stated, NamedNode) and stated.value == name
