"""One statement of a shape to the constraint that it makes."""

import operator
import re
from collections.abc import Callable, Iterable, Sequence

from pyoxigraph import BlankNode, NamedNode
from pyoxigraph import Literal as OxLiteral
from rdflib import RDF, SH, BNode, Graph, Literal, Node, URIRef

from hemicycle.errors import ShapeError
from hemicycle.validate.compiled import pairs, values
from hemicycle.validate.compiled.batch import Batch, Said, Term
from hemicycle.validate.compiled.model import Constraint, Test

Maker = Callable[[Graph, Node], Constraint]
"""The shapes graph and the parameter's value to the constraint."""


def constraint(parameter: URIRef, graph: Graph, value: Node) -> Constraint | None:
    """The constraint of a parameter; None for one that has none here.

    Raises ShapeError for a value that the parameter cannot have.
    """
    maker = _MAKERS.get(parameter)
    if maker is None:
        return None
    try:
        return maker(graph, value)
    except (KeyError, TypeError, ValueError, re.error) as error:
        name = parameter.removeprefix(str(SH._NS))
        raise ShapeError(
            f"sh:{name} cannot be {value}", remedy="correct the value of the parameter"
        ) from error


def component(parameter: URIRef) -> str:
    """The IRI of the component that a parameter belongs to.

    >>> component(SH.minCount)
    'http://www.w3.org/ns/shacl#MinCountConstraintComponent'
    """
    space, _, name = parameter.rpartition("#")
    return f"{space}#{name[0].upper()}{name[1:]}ConstraintComponent"


def as_oxigraph(term: Node) -> Term:
    """An rdflib term as Oxigraph's."""
    if isinstance(term, URIRef):
        return NamedNode(term)
    if isinstance(term, BNode):
        return BlankNode(term)
    if not isinstance(term, Literal):
        raise TypeError(f"no term of RDF 1.1: {term}")
    if term.language:
        return OxLiteral(str(term), language=term.language)
    return OxLiteral(str(term), datatype=NamedNode(term.datatype) if term.datatype else None)


def property_iri(term: Node) -> str:
    """A term that must be the IRI of a property; TypeError for another."""
    if not isinstance(term, URIRef):
        raise TypeError("is no property")
    return str(term)


def by_value(parameter: URIRef, test: Test) -> Constraint:
    """A constraint that each value keeps or breaks by itself."""
    return Constraint(component=component(parameter), each=test, faults=failing(test))


def failing(test: Test) -> Callable[[Term, Sequence[Term], Batch], list[Term]]:
    """The values that do not pass a test."""
    return lambda focus, found, batch: [value for value in found if not test(value)]


def _number(value: Node) -> int:
    worth = value.value if isinstance(value, Literal) else None
    if not isinstance(worth, int) or isinstance(worth, bool) or worth < 0:
        raise ValueError("is no whole number from 0")
    return worth


def _literal(value: Node) -> Literal:
    if not isinstance(value, Literal):
        raise TypeError("is no literal")
    return value


def _members(graph: Graph, value: Node) -> list[Node]:
    if (value, RDF.first, None) not in graph:
        raise ValueError("is no list")
    return list(graph.items(value))


def _languages(graph: Graph, value: Node) -> list[str]:
    return [str(_literal(member).value) for member in _members(graph, value)]


def _min_count(graph: Graph, value: Node) -> Constraint:
    least = _number(value)

    def faults(focus: Term, found: Sequence[Term], batch: Batch) -> list[None]:
        return [None] if len(found) < least else []

    return Constraint(component=component(SH.minCount), faults=faults, at_least=least)


def _max_count(graph: Graph, value: Node) -> Constraint:
    most = _number(value)

    def faults(focus: Term, found: Sequence[Term], batch: Batch) -> list[None]:
        return [None] if len(found) > most else []

    return Constraint(component=component(SH.maxCount), faults=faults, at_most=most)


def _class(graph: Graph, value: Node) -> Constraint:
    kind = as_oxigraph(value)

    def faults(focus: Term, found: Sequence[Term], batch: Batch) -> list[Term]:
        return [value for value in found if not batch.is_instance(value, kind)]

    def rest(found: Sequence[Term], said: Said, batch: Batch) -> bool:
        return all(batch.is_instance(value, kind) for value in found)

    return Constraint(component=component(SH["class"]), faults=faults, rest=rest)


def _has_value(graph: Graph, value: Node) -> Constraint:
    wanted = as_oxigraph(value)

    def faults(focus: Term, found: Sequence[Term], batch: Batch) -> list[None]:
        return [] if wanted in found else [None]

    def rest(found: Sequence[Term], said: Said, batch: Batch) -> bool:
        return wanted in found

    return Constraint(component=component(SH.hasValue), faults=faults, rest=rest, at_least=1)


def _unique_lang(graph: Graph, value: Node) -> Constraint:
    if value != Literal(True):
        raise ValueError("is not true")
    return Constraint(
        component=component(SH.uniqueLang),
        faults=pairs.distinct_languages,
        rest=pairs.surely_distinct_languages,
    )


def _disjoint(graph: Graph, value: Node) -> Constraint:
    other = property_iri(value)
    return Constraint(
        component=component(SH.disjoint),
        faults=pairs.disjoint(other),
        rest=pairs.surely_apart(other),
    )


def _equals(graph: Graph, value: Node) -> Constraint:
    faults = pairs.equals(property_iri(value))
    return Constraint(component=component(SH.equals), faults=faults, rest=_never, at_least=1)


def _never(found: Sequence[Term], said: Said, batch: Batch) -> bool:
    return False


def _before(parameter: URIRef, precedes: pairs.Before) -> Maker:
    def make(graph: Graph, value: Node) -> Constraint:
        other = property_iri(value)
        return Constraint(
            component=component(parameter),
            faults=pairs.before(other, precedes),
            rest=pairs.surely_before(other, precedes),
        )

    return make


def _tested(parameter: URIRef, read: Callable[[Graph, Node], Test]) -> Maker:
    return lambda graph, value: by_value(parameter, read(graph, value))


def _range(accepts: Callable[[int], bool]) -> Callable[[Graph, Node], Test]:
    return lambda graph, value: values.in_range(_literal(value), accepts)


def _length(compare: Callable[[int, int], bool]) -> Callable[[Graph, Node], Test]:
    def read(graph: Graph, value: Node) -> Test:
        bound = _number(value)
        if compare is operator.ge and bound == 0:
            return lambda value: True  # even a blank node
        return values.length(lambda signs: compare(signs, bound))

    return read


def _one_of(graph: Graph, value: Node) -> Test:
    members: Iterable[Node] = _members(graph, value)
    return values.one_of([as_oxigraph(member) for member in members])


_TESTS: dict[URIRef, Callable[[Graph, Node], Test]] = {
    SH.datatype: lambda graph, value: values.datatype(value),
    SH["in"]: _one_of,
    SH.languageIn: lambda graph, value: values.language_in(_languages(graph, value)),
    SH.maxExclusive: _range(lambda order: order < 0),
    SH.maxInclusive: _range(lambda order: order <= 0),
    SH.maxLength: _length(operator.le),
    SH.minExclusive: _range(lambda order: order > 0),
    SH.minInclusive: _range(lambda order: order >= 0),
    SH.minLength: _length(operator.ge),
    SH.nodeKind: lambda graph, value: values.node_kind(value),
    SH.pattern: lambda graph, value: values.pattern(str(_literal(value))),
}

_MAKERS: dict[URIRef, Maker] = {
    **{parameter: _tested(parameter, read) for parameter, read in _TESTS.items()},
    SH["class"]: _class,
    SH.disjoint: _disjoint,
    SH.equals: _equals,
    SH.hasValue: _has_value,
    SH.lessThan: _before(SH.lessThan, operator.lt),
    SH.lessThanOrEquals: _before(SH.lessThanOrEquals, operator.le),
    SH.maxCount: _max_count,
    SH.minCount: _min_count,
    SH.uniqueLang: _unique_lang,
}
