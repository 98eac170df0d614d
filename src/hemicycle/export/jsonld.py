"""The merge to one JSON-LD document: our context, and one object a subject, a line each.

Values are written in the shortest way that the context reads back as the same
term; what it has no term for stands under its full IRI.
"""

import json
from collections.abc import Iterable
from itertools import groupby
from typing import BinaryIO

from msgspec import Struct
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from hemicycle.assets import asset
from hemicycle.errors import ExportError
from hemicycle.export.context import Context, Term, read_context
from hemicycle.export.request import Request, writing
from hemicycle.namespaces import PREFIXES
from hemicycle.store import merged_triples

CONTEXT = "ontology/context.jsonld"
"""The published context, which every document carries whole."""

Node = NamedNode | BlankNode | Literal | Triple
Json = str | int | bool | dict[str, "Json"] | list["Json"]

_TYPE = f"{PREFIXES['rdf']}type"
_STRING = f"{PREFIXES['xsd']}string"
_INTEGER = f"{PREFIXES['xsd']}integer"
_BOOLEAN = f"{PREFIXES['xsd']}boolean"
_EXACT_DIGITS = 15
"""Integers that every JSON reader keeps exactly; longer ones are written as strings."""


def write_jsonld(to: Request) -> None:
    """JSON-LD of the merge, sorted by subject."""
    context = read_context(asset(CONTEXT))
    with writing(to.out) as out:
        jsonld_document(merged_triples(to.store), context, out)


def jsonld_document(triples: Iterable[Triple], context: Context, out: BinaryIO) -> None:
    """Write triples, the same subject's together, as one document.

    Raises ExportError for a triple that JSON-LD cannot hold.
    """
    out.write(b'{"@context": ')
    out.write(_dump(context.raw))
    out.write(b',\n"@graph": [')
    between = b"\n"
    for subject, group in groupby(triples, key=lambda triple: triple.subject):
        out.write(between)
        out.write(_dump(as_object(_id(subject, context), group, context)))
        between = b",\n"
    out.write(b"\n]}\n")


def as_object(subject: str, triples: Iterable[Triple], context: Context) -> dict[str, Json]:
    """One subject as a JSON object; `subject` is its id as written, its classes come next."""
    values: dict[str, list[_Written]] = {context.type_key: []}
    for triple in triples:
        written = _write(triple, context)
        values.setdefault(written.key, []).append(written)
    classes = values.pop(context.type_key)
    keyed = [(context.type_key, classes)] if classes else []
    keyed += sorted(values.items())
    return {context.id_key: subject} | {key: _joined(found) for key, found in keyed}


class _Written(Struct, frozen=True):
    """One value under its key; with a language where it goes into a language map."""

    key: str
    value: Json
    language: str | None = None
    is_set: bool = False


def _write(triple: Triple, context: Context) -> _Written:
    """One triple by the first term that reads it back; else by a value object."""
    predicate, found = triple.predicate.value, triple.object
    if predicate == _TYPE and isinstance(found, NamedNode):
        classes = context.terms.get(found.value)
        return _Written(
            context.type_key, classes[0].name if classes else context.short(found.value)
        )
    terms = context.terms.get(predicate, ())
    for term in terms:
        value = _native(found, term, context)
        if value is not None:
            tag = found.language if isinstance(found, Literal) else None
            mapped = tag if term.container == "@language" else None
            return _Written(term.name, value, mapped, term.container == "@set")
    for term in terms:
        if term.container != "@language":
            return _Written(term.name, _expanded(found, context), is_set=term.container == "@set")
    return _Written(context.short(predicate), _expanded(found, context))


def _native(found: Node, term: Term, context: Context) -> Json | None:
    """The value as a string, number or boolean that this term reads back; None where it cannot."""
    if not isinstance(found, Literal):
        plain_id = term.type == "@id" and term.container != "@language"
        return _id(found, context) if plain_id else None
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
    if datatype == _BOOLEAN and text in ("true", "false"):
        return text == "true"
    digits = text.removeprefix("-")
    small = digits.isascii() and digits.isdigit() and len(digits) <= _EXACT_DIGITS
    if datatype == _INTEGER and small and str(int(text)) == text:
        return int(text)
    return None


def _expanded(found: Node, context: Context) -> Json:
    if not isinstance(found, Literal):
        return {"@id": _id(found, context)}
    if found.language:
        return {"@value": found.value, "@language": found.language}
    if found.datatype.value == _STRING:
        return {"@value": found.value}
    return {"@value": found.value, "@type": context.short(found.datatype.value)}


def _id(node: Node, context: Context) -> str:
    if isinstance(node, NamedNode):
        return context.short(node.value)
    if isinstance(node, BlankNode):
        return str(node)
    raise ExportError("JSON-LD cannot hold a triple in a triple", remedy="export ttl or nt")


def _joined(found: list[_Written]) -> Json:
    if found[0].language is None:
        values = [written.value for written in found]
        return values if len(values) > 1 or found[0].is_set else values[0]
    by_language: dict[str, list[Json]] = {}
    for written in found:
        by_language.setdefault(written.language or "", []).append(written.value)
    return {tag: texts if len(texts) > 1 else texts[0] for tag, texts in by_language.items()}


def _dump(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8")
