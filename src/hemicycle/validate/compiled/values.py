"""Parameters of SHACL to tests of one value, each as pySHACL decides.

Terms are Oxigraph's; where a literal's worth matters, rdflib's is asked, unless the form
of the literal leaves no doubt.
"""

import re
from collections.abc import Callable, Collection
from datetime import date, datetime, time
from decimal import Decimal

from pyoxigraph import BlankNode, Literal, NamedNode
from rdflib import RDF, RDFS, SH, XSD, Node
from rdflib import Literal as Worth

from hemicycle.graphs import as_term
from hemicycle.validate.compiled.batch import Term
from hemicycle.validate.compiled.model import Test

_KINDS: dict[Node, tuple[type, ...]] = {
    SH.IRI: (NamedNode,),
    SH.BlankNode: (BlankNode,),
    SH.Literal: (Literal,),
    SH.BlankNodeOrIRI: (BlankNode, NamedNode),
    SH.BlankNodeOrLiteral: (BlankNode, Literal),
    SH.IRIOrLiteral: (NamedNode, Literal),
}
_PYTHON: dict[Node, type | tuple[type, ...]] = {
    XSD.string: (str, bytes),
    RDF.langString: (str, bytes),
    XSD.integer: int,
    XSD.float: float,
    XSD.decimal: Decimal,
    XSD.boolean: bool,
    XSD.date: date,
    XSD.time: time,
    XSD.dateTime: datetime,
}
"""What rdflib makes of a literal that is well-formed; other datatypes are not looked into."""

_FORCED = (datetime, time)
_DIGITS = 18
_DAY = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])", re.ASCII)
"""A day that every month has."""


def node_kind(kind: Node) -> Test:
    """Whether a term is of a kind; KeyError for a kind that there is not."""
    types = _KINDS[kind]
    return lambda value: isinstance(value, types)


def one_of(members: Collection[Term]) -> Test:
    """Whether a term is one of some."""
    known = frozenset(members)
    return lambda value: value in known


def pattern(expression: str) -> Test:
    """Whether an expression is found in an IRI or a literal; re.error for none."""
    search = re.compile(expression).search
    return lambda value: not isinstance(value, BlankNode) and search(value.value) is not None


def length(accepts: Callable[[int], bool]) -> Test:
    """Whether the length of an IRI or a literal, in code points, is accepted."""
    return lambda value: not isinstance(value, BlankNode) and accepts(len(value.value))


def language_in(languages: Collection[str]) -> Test:
    """Whether a literal has one of some languages, or a variety of one."""
    known = frozenset(code.lower() for code in languages)
    any_one = "*" in known

    def test(value: Term) -> bool:
        code = value.language if isinstance(value, Literal) else None
        if not code:
            return False
        return code in known or any_one or code.partition("-")[0].lower() in known

    return test


def datatype(kind: Node) -> Test:
    """Whether a literal is of a datatype, and well-formed."""
    name = str(kind)
    sure = _SURE.get(kind)

    def test(value: Term) -> bool:
        if not isinstance(value, Literal):
            return False
        if sure is not None and value.datatype.value == name and sure(value.value):
            return True
        return _is_of(as_term(value), kind)

    return test


def _is_integer(text: str) -> bool:
    return len(text) <= _DIGITS and text.isascii() and text.isdigit()


_SURE: dict[Node, Callable[[str], bool]] = {
    XSD.integer: _is_integer,
    XSD.date: lambda text: _DAY.fullmatch(text) is not None,
}


def _is_of(value: Node, kind: Node) -> bool:
    if not isinstance(value, Worth):
        return False
    if value.datatype == kind:
        return value.ill_typed is not True and _is_python(value, kind)
    if kind == RDFS.Literal or (kind == RDFS.Datatype and value.datatype):
        return True
    if kind == XSD.string:
        return value.datatype is None and value.language is None and _is_python(value, kind)
    return kind == RDF.langString and bool(value.language) and _is_python(value, kind)


def _is_python(value: Worth, kind: Node) -> bool:
    return kind not in _PYTHON or isinstance(value.value, _PYTHON[kind])


def in_range(bound: Worth, accepts: Callable[[int], bool]) -> Test:
    """Whether a literal has an order with a bound, and that order (-1, 0, 1) is accepted."""
    whole = bound.value if bound.datatype == XSD.integer else None

    def test(value: Term) -> bool:
        if not isinstance(value, Literal):
            return False
        if whole is not None and value.datatype.value == _INTEGER and _is_integer(value.value):
            number = int(value.value)
            return accepts((number > whole) - (number < whole))
        term = as_term(value)
        return isinstance(term, Worth) and _compares(term, bound, accepts)

    return test


_INTEGER = str(XSD.integer)


def _compares(value: Worth, bound: Worth, accepts: Callable[[int], bool]) -> bool:
    if isinstance(value.value, str) != isinstance(bound.value, str):
        return False
    try:
        return accepts(_compared(value, bound))
    except (TypeError, NotImplementedError):
        return False


def _compared(value: Worth, bound: Worth) -> int:
    if value.eq(bound):
        return 0
    if isinstance(value.value, _FORCED):  # rdflib orders even those that have no order
        return 0 if value.value == bound.value else 1 if value.value > bound.value else -1
    return 1 if value > bound else -1
