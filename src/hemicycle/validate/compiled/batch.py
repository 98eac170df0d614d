"""The triples of a batch to an index of them, as checks look at it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Protocol, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple
from rdflib import RDF, RDFS

Term: TypeAlias = NamedNode | BlankNode | Literal
Statement: TypeAlias = tuple[NamedNode | BlankNode, NamedNode, Term]
"""Subject, predicate and object; the order of a batch's statements makes no difference."""


class Types(Protocol):
    """What tells the classes of nodes that stand outside a batch: a dict, or a store."""

    def get(self, node: Term, default: Collection[Term], /) -> Collection[Term]:
        """The classes of a node, or the default."""


Said: TypeAlias = dict[str, list[Term]]
"""What is said of one node: objects by predicate; one said twice may stand twice."""

TYPE = str(RDF.type)
SUBCLASS = str(RDFS.subClassOf)
_NOTHING: Said = {}


def statements(triples: Iterable[Triple | Quad]) -> Iterator[Statement]:
    """Triples of Oxigraph's taken apart; TypeError for triple terms, which no graph of ours has.

    Where terms are at hand, tuples of them are faster: each part of a Triple is a new object.
    """
    for triple in triples:
        subject, stated = triple.subject, triple.object
        if isinstance(subject, Triple) or isinstance(stated, Triple):
            raise TypeError(f"no triple of RDF 1.1: {triple}")
        yield subject, triple.predicate, stated


class Batch:
    """What each node of some triples says, and what points at it by a watched predicate."""

    __slots__ = ("_above", "_incoming", "_types", "nodes", "predicates")

    def __init__(self, triples: Iterable[Statement], watched: frozenset[str], types: Types) -> None:
        self.nodes, self.predicates = _indexed(triples)
        self._types = types
        self._incoming = _turned(self.nodes, watched)
        self._above = _superclasses(self.nodes, self._incoming.get(SUBCLASS, {}))

    def said(self, node: Term) -> Said:
        """What the batch says of a node: nothing, of one that is no subject."""
        return self.nodes.get(node, _NOTHING)

    def incoming(self, predicate: str) -> Mapping[Term, Sequence[Term]]:
        """The objects of a watched predicate, each with its subjects, once."""
        return self._incoming.get(predicate, {})

    def instances(self) -> dict[Term, dict[Term, None]]:
        """The nodes of each class in the batch, and of those above it as far as it says."""
        found: dict[Term, dict[Term, None]] = {}
        for node, said in self.nodes.items():
            kinds: Collection[Term] = said.get(TYPE, ())
            for kind in self._widened(kinds) if self._above else kinds:
                if kind in found:
                    found[kind][node] = None
                else:
                    found[kind] = {node: None}
        return found

    def speakers(self, predicates: frozenset[str]) -> dict[str, int]:
        """How many nodes say something by each of some predicates; none where nobody does."""
        found = sorted(predicates & self.predicates)
        nodes = self.nodes.values()
        return {name: sum(name in said for said in nodes) for name in found}

    def is_instance(self, node: Term, kind: Term) -> bool:
        """Whether a node is of a class, by the batch or by what is known outside it."""
        found = self.nodes.get(node)
        if found is not None and kind in found.get(TYPE, ()):
            return True
        if kind in self._types.get(node, ()):
            return True
        if not self._above:
            return False
        kinds = (*self.said(node).get(TYPE, ()), *self._types.get(node, ()))
        return kind in self._widened(kinds)

    def _widened(self, kinds: Collection[Term]) -> Collection[Term]:
        return list(
            dict.fromkeys(high for kind in kinds for high in self._above.get(kind, (kind,)))
        )


def _indexed(triples: Iterable[Statement]) -> tuple[dict[Term, Said], frozenset[str]]:
    nodes: dict[Term, Said] = {}
    names: dict[NamedNode, str] = {}  # a string keeps its hash, a node of Oxigraph does not
    last: Term | None = None
    said: Said = {}
    for subject, predicate, stated in triples:
        if subject is not last and subject != last:  # mostly one run of triples a subject
            last = subject
            said = nodes.setdefault(subject, {})
        name = names.get(predicate)
        if name is None:
            name = names[predicate] = predicate.value
        if name in said:
            said[name].append(stated)
        else:
            said[name] = [stated]
    return nodes, frozenset(names.values())


def _turned(
    nodes: Mapping[Term, Said], watched: frozenset[str]
) -> dict[str, dict[Term, list[Term]]]:
    turned: dict[str, dict[Term, list[Term]]] = {}
    for node, said in nodes.items():
        if watched.isdisjoint(said):
            continue
        for predicate in watched.intersection(said):
            found = turned.setdefault(predicate, {})
            for stated in dict.fromkeys(said[predicate]):
                found.setdefault(stated, []).append(node)
    return turned


def _superclasses(
    nodes: Mapping[Term, Said], below: Mapping[Term, Sequence[Term]]
) -> dict[Term, list[Term]]:
    """Each class that has one above it, with itself and all above, by rdfs:subClassOf."""
    starts = dict.fromkeys(kind for kinds in below.values() for kind in kinds)
    above: dict[Term, list[Term]] = {}
    for start in starts:
        found = {start: None}
        waiting: list[Term] = [start]
        while waiting:
            for kind in nodes.get(waiting.pop(), _NOTHING).get(SUBCLASS, ()):
                if kind not in found:
                    found[kind] = None
                    waiting.append(kind)
        above[start] = list(found)
    return above
