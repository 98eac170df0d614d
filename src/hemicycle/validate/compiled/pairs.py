"""Two properties of one node to how the values of the one stand to those of the other."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode
from rdflib import XSD, URIRef
from rdflib import Literal as Worth

from hemicycle.graphs import as_term
from hemicycle.validate.compiled.batch import Batch, Said, Term
from hemicycle.validate.compiled.model import Faults, Rest

Before: TypeAlias = Callable[[Any, Any], bool]
"""The operator < or <=."""

_DIGITS = 18
_INTEGER = NamedNode(XSD.integer)


def disjoint(other: str) -> Faults:
    """The values that are values of the other property too."""

    def faults(focus: Term, values: Sequence[Term], batch: Batch) -> Iterator[Term]:
        others = set(batch.said(focus).get(other, ()))
        return (value for value in values if value in others)

    return faults


def equals(other: str) -> Faults:
    """The values that one of the two properties has alone."""

    def faults(focus: Term, values: Sequence[Term], batch: Batch) -> Iterator[Term]:
        others = batch.said(focus).get(other, [])
        yield from (value for value in values if value not in set(others))
        yield from (value for value in dict.fromkeys(others) if value not in set(values))

    return faults


def before(other: str, precedes: Before) -> Faults:
    """The values that do not precede every value of the other property.

    What has no order precedes nothing: https://www.w3.org/TR/shacl/#LessThanConstraintComponent.
    pySHACL refuses such a graph, or falls over it.
    """

    def faults(focus: Term, values: Sequence[Term], batch: Batch) -> Iterator[Term]:
        others = batch.said(focus).get(other, ())
        for value in values:
            worth = _worth(value)
            if any(not _precedes(worth, _worth(compared), precedes) for compared in others):
                yield value

    return faults


def surely_before(other: str, precedes: Before) -> Rest:
    """Whether one whole number plainly precedes one other."""

    def rest(values: Sequence[Term], said: Said, batch: Batch) -> bool:
        others = said.get(other)
        if others is None:
            return not any(isinstance(value, BlankNode) for value in values)
        if len(values) != 1 or len(others) != 1:
            return False
        return _plainly(values[0], others[0], precedes)

    return rest


def surely_apart(other: str) -> Rest:
    """Whether the other property is not there."""
    return lambda values, said, batch: other not in said


def _plainly(first: Term, second: Term, precedes: Before) -> bool:
    if not isinstance(first, Literal) or not isinstance(second, Literal):
        return False
    one, two = first.value, second.value
    if not (one.isdecimal() and two.isdecimal()) or len(one) > _DIGITS or len(two) > _DIGITS:
        return False
    return first.datatype == second.datatype == _INTEGER and precedes(int(one), int(two))


def _worth(value: Term) -> str | Worth | None:
    """What is compared: the text of an IRI or a string, else rdflib's literal; None has no order.

    A blank node has none, nor has a literal whose words its datatype does not know.
    """
    term = as_term(value)
    if isinstance(term, Worth):
        return term.value if isinstance(term.value, str) else None if term.ill_typed else term
    return str(term) if isinstance(term, URIRef) else None


def _precedes(first: str | Worth | None, second: str | Worth | None, precedes: Before) -> bool:
    if first is None or second is None or isinstance(first, Worth) != isinstance(second, Worth):
        return False
    try:
        return precedes(first, second)
    except TypeError:  # a day and a moment
        return False


def distinct_languages(focus: Term, values: Sequence[Term], batch: Batch) -> Iterable[None]:
    """One fault for each language that two values have."""
    seen: set[str] = set()
    doubled: set[str] = set()
    for value in values:
        language = value.language if isinstance(value, Literal) else None
        if language:
            (doubled if language in seen else seen).add(language)
    return [None for _ in doubled]


def surely_distinct_languages(values: Sequence[Term], said: Said, batch: Batch) -> bool:
    """Whether no two values share a language."""
    return len(values) < 2 or not distinct_languages(values[0], values, batch)
