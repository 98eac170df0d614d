"""One triple to its JSON-LD value: in the shortest way that the context reads back."""

from typing import TypeAlias

from msgspec import Struct
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from hemicycle.errors import ExportError
from hemicycle.export.context import Context, Term
from hemicycle.namespaces import PREFIXES

Node: TypeAlias = NamedNode | BlankNode | Literal | Triple
Json: TypeAlias = str | int | bool | dict[str, "Json"] | list["Json"]

TYPE = f"{PREFIXES['rdf']}type"
BOOLEAN = f"{PREFIXES['xsd']}boolean"
INTEGER = f"{PREFIXES['xsd']}integer"
_STRING = f"{PREFIXES['xsd']}string"
_EXACT_DIGITS = 15
"""Integers that every JSON reader keeps exactly; longer ones are written as strings."""


class Written(Struct, frozen=True):
    """One value under its key; with a language where it goes into a language map."""

    key: str
    value: Json
    language: str | None = None
    is_set: bool = False


def write_value(predicate: str, found: Node, context: Context) -> Written:
    """A value of a property by the first term that reads it back; else as a value object.

    Raises ExportError for a triple, which JSON-LD cannot hold.
    """
    if predicate == TYPE and isinstance(found, NamedNode):
        classes = context.terms.get(found.value)
        return Written(context.type_key, classes[0].name if classes else context.short(found.value))
    terms = context.terms.get(predicate, ())
    for term in terms:
        value = _native(found, term, context)
        if value is not None:
            tag = found.language if isinstance(found, Literal) else None
            mapped = tag if term.container == "@language" else None
            return Written(term.name, value, mapped, term.container == "@set")
    for term in terms:
        if term.container != "@language":
            return Written(term.name, _expanded(found, context), is_set=term.container == "@set")
    return Written(context.short(predicate), _expanded(found, context))


def _native(found: Node, term: Term, context: Context) -> Json | None:
    """The value as a string, number or boolean that this term reads back; None where it cannot."""
    if not isinstance(found, Literal):
        plain_id = term.type == "@id" and term.container != "@language"
        return node_id(found, context) if plain_id else None
    if found.language:
        fits = term.container == "@language" or term.language == found.language
        return found.value if fits and term.type is None else None
    if term.container == "@language":
        return None
    if found.datatype.value == term.type:
        return found.value
    return _untyped(found, term) if term.type is None else None


def _untyped(found: Literal, term: Term) -> Json | None:
    datatype, text = found.datatype.value, found.value
    if datatype == _STRING:
        return text if term.language is None else None
    if datatype == BOOLEAN and text in ("true", "false"):
        return text == "true"
    digits = text.removeprefix("-")
    small = digits.isascii() and digits.isdigit() and len(digits) <= _EXACT_DIGITS
    if datatype == INTEGER and small and str(int(text)) == text:
        return int(text)
    return None


def _expanded(found: Node, context: Context) -> Json:
    if not isinstance(found, Literal):
        return {"@id": node_id(found, context)}
    if found.language:
        return {"@value": found.value, "@language": found.language}
    if found.datatype.value == _STRING:
        return {"@value": found.value}
    return {"@value": found.value, "@type": context.short(found.datatype.value)}


def node_id(node: Node, context: Context) -> str:
    """A node as JSON-LD names it; raises ExportError for a triple."""
    if isinstance(node, NamedNode):
        return context.short(node.value)
    if isinstance(node, BlankNode):
        return str(node)
    raise ExportError("JSON-LD cannot hold a triple in a triple", remedy="export ttl or nt")
