"""A store to the classes of its nodes, looked up one by one."""

from collections.abc import Iterator, Mapping

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Store, Triple
from rdflib import RDF

Term = NamedNode | BlankNode | Literal

_TYPE = NamedNode(RDF.type)


class StoreTypes(Mapping[Term, list[Term]]):
    """The classes of each node, as the merge has them; of one without a class, none."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __getitem__(self, node: Term) -> list[Term]:
        if isinstance(node, Literal):
            return []
        quads = self._store.quads_for_pattern(node, _TYPE, None, DefaultGraph())
        return [quad.object for quad in quads if not isinstance(quad.object, Triple)]

    def __iter__(self) -> Iterator[Term]:
        quads = self._store.quads_for_pattern(None, _TYPE, None, DefaultGraph())
        seen = dict.fromkeys(quad.subject for quad in quads)
        return (node for node in seen if not isinstance(node, Triple))

    def __len__(self) -> int:
        return sum(1 for _ in self)
