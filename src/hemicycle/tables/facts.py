"""A graph, on disk or in memory, to the few questions that tables ask of it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Store, Triple

from hemicycle.namespaces import PREFIXES

Node = NamedNode | BlankNode
Term = NamedNode | BlankNode | Literal | Triple

_TYPE = NamedNode(f"{PREFIXES['rdf']}type")
_DEFAULT = DefaultGraph()
_MANY = 4096
_LONG = 1000


class Facts(Protocol):
    """What is said of a node, and of what it is said; each once, in any order."""

    def objects(self, subject: Node, predicate: NamedNode) -> Sequence[Term]:
        """What a subject has for a property."""

    def subjects(self, predicate: NamedNode, value: Term) -> Sequence[Term]:
        """What has this value for a property."""

    def about(self, subject: Node) -> Mapping[NamedNode, Sequence[Term]]:
        """All that is said of a subject, by property: cheaper than five properties or more."""

    def instances(self, kind: NamedNode) -> Iterable[NamedNode]:
        """The things of a class that have an IRI."""


class StoreFacts:
    """The facts of a store's default graph: the merge, each triple once."""

    def __init__(self, store: Store) -> None:
        self._find = store.quads_for_pattern

    def objects(self, subject: Node, predicate: NamedNode) -> Sequence[Term]:
        """What a subject has for a property."""
        return [quad.object for quad in self._find(subject, predicate, None, _DEFAULT)]

    def subjects(self, predicate: NamedNode, value: Term) -> Sequence[Term]:
        """What has this value for a property."""
        return [quad.subject for quad in self._find(None, predicate, value, _DEFAULT)]

    def about(self, subject: Node) -> Mapping[NamedNode, Sequence[Term]]:
        """All that is said of a subject, by property."""
        said: dict[NamedNode, list[Term]] = {}
        for quad in self._find(subject, None, None, _DEFAULT):
            said.setdefault(quad.predicate, []).append(quad.object)
        return said

    def instances(self, kind: NamedNode) -> Iterable[NamedNode]:
        """The things of a class that have an IRI."""
        for quad in self._find(None, _TYPE, kind, _DEFAULT):
            if isinstance(quad.subject, NamedNode):
                yield quad.subject


class TripleFacts:
    """The facts of some triples, in memory; one that is given twice counts once."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self._about: dict[object, dict[NamedNode, list[Term]]] = {}
        self._subjects: dict[tuple[object, object], list[Term]] = {}
        for triple in dict.fromkeys(triples):
            subject, predicate, value = triple.subject, triple.predicate, triple.object
            self._about.setdefault(subject, {}).setdefault(predicate, []).append(value)
            self._subjects.setdefault((predicate, value), []).append(subject)

    def objects(self, subject: Node, predicate: NamedNode) -> Sequence[Term]:
        """What a subject has for a property."""
        return self.about(subject).get(predicate, ())

    def subjects(self, predicate: NamedNode, value: Term) -> Sequence[Term]:
        """What has this value for a property."""
        return self._subjects.get((predicate, value), ())

    def about(self, subject: Node) -> Mapping[NamedNode, Sequence[Term]]:
        """All that is said of a subject, by property."""
        return self._about.get(subject, {})

    def instances(self, kind: NamedNode) -> Iterable[NamedNode]:
        """The things of a class that have an IRI."""
        return (node for node in self.subjects(_TYPE, kind) if isinstance(node, NamedNode))


class RememberedFacts:
    """Other facts, the last few thousand short answers kept: neighbouring rows ask the same.

    Long texts are not kept, so that memory does not grow with them. `told` takes what
    is known of one subject already.
    """

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._known: dict[tuple[object, object], Sequence[Term]] = {}
        self._subject: Node | None = None
        self._said: Mapping[NamedNode, Sequence[Term]] = {}

    def told(self, subject: Node) -> None:
        """Ask all of one subject at once, until the next one."""
        self._subject, self._said = subject, self._facts.about(subject)

    def objects(self, subject: Node, predicate: NamedNode) -> Sequence[Term]:
        """What a subject has for a property."""
        if subject is self._subject:
            return self._said.get(predicate, ())
        known = self._known.get((subject, predicate))
        if known is None:
            known = self._facts.objects(subject, predicate)
            self._keep((subject, predicate), known)
        return known

    def subjects(self, predicate: NamedNode, value: Term) -> Sequence[Term]:
        """What has this value for a property."""
        known = self._known.get((predicate, value))
        if known is None:
            known = self._facts.subjects(predicate, value)
            self._keep((predicate, value), known)
        return known

    def _keep(self, key: tuple[object, object], found: Sequence[Term]) -> None:
        if len(self._known) >= _MANY:
            self._known.clear()
        if len(found) < _LONG and not any(_is_long(term) for term in found):
            self._known[key] = found


def _is_long(term: Term) -> bool:
    return isinstance(term, Literal) and len(term.value) > _LONG
