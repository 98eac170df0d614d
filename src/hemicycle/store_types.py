"""A store to the classes of its nodes, looked up one by one."""

from collections.abc import Collection

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Store, Triple
from rdflib import RDF

Term = NamedNode | BlankNode | Literal

_TYPE = NamedNode(RDF.type)


class StoreTypes:
    """The classes of each node, as the merge has them.

    It can be asked of one node, not for all: a store has millions.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, node: Term, default: Collection[Term], /) -> Collection[Term]:
        """The classes of a node; `default` for what can have none."""
        if isinstance(node, Literal):
            return default
        quads = self._store.quads_for_pattern(node, _TYPE, None, DefaultGraph())
        return [quad.object for quad in quads if not isinstance(quad.object, Triple)]
