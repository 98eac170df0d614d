"""The merge to one JSON-LD document: our context, and one object a subject, a line each.

Values are written in the shortest way that the context reads back as the same
term; what it has no term for stands under its full IRI.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import BinaryIO

import msgspec
from msgspec import Struct
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from hemicycle.assets import asset
from hemicycle.export.context import Context, read_context
from hemicycle.export.jsonld_values import (
    BOOLEAN,
    INTEGER,
    TYPE,
    Json,
    Node,
    Written,
    node_id,
    write_value,
)
from hemicycle.export.request import Request, writing
from hemicycle.store import merged_triples

CONTEXT = "ontology/context.jsonld"
"""The published context, which every document carries whole."""

Stated = tuple[NamedNode | BlankNode | Triple, NamedNode, Node]
"""Subject, predicate and object."""


def write_jsonld(to: Request) -> None:
    """JSON-LD of the merge, sorted by subject."""
    context = read_context(asset(CONTEXT))
    with writing(to.out) as out:
        jsonld_document(statements(merged_triples(to.store)), context, out)


def statements(triples: Iterable[Triple]) -> Iterator[Stated]:
    """Triples taken apart."""
    return ((triple.subject, triple.predicate, triple.object) for triple in triples)


def jsonld_document(triples: Iterable[Stated], context: Context, out: BinaryIO) -> None:
    """Write triples, the same subject's together, as one document.

    Raises ExportError for a triple that JSON-LD cannot hold.
    """
    out.write(jsonld_head(context))
    between = b""
    for found in jsonld_objects(triples, context):
        out.write(between)
        out.write(found)
        between = b",\n"
    out.write(b"\n]}\n")


def jsonld_head(context: Context) -> bytes:
    """What a document begins with, up to its first object."""
    return b'{"@context": %b,\n"@graph": [\n' % _dump(context.raw)


def jsonld_objects(triples: Iterable[Stated], context: Context) -> Iterator[bytes]:
    """One object for each run of triples with the same subject.

    Raises ExportError for a triple that JSON-LD cannot hold.
    """
    writer = Writer(context)
    for subject, group in groupby(triples, key=itemgetter(0)):
        yield _dump(writer.object(node_id(subject, context), group))


class _Way(Struct, frozen=True):
    """How all values of one predicate and one kind are written: by their text, or their IRI."""

    key: str
    language: str | None
    is_set: bool


class Writer:
    """Writes subjects as objects of one context; what it learns of a predicate it keeps."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._ways: dict[tuple[str, str | None, str | None], _Way | None] = {}

    def object(self, subject: str, triples: Iterable[Stated]) -> dict[str, Json]:
        """One subject as a JSON object; `subject` is its id as written, its classes come next."""
        context = self._context
        values: dict[str, list[Written]] = {context.type_key: []}
        for _, predicate, found in triples:
            written = self._written(predicate.value, found)
            values.setdefault(written.key, []).append(written)
        classes = values.pop(context.type_key)
        keyed = [(context.type_key, classes)] if classes else []
        keyed += sorted(values.items())
        return {context.id_key: subject} | {key: _joined(found) for key, found in keyed}

    def _written(self, predicate: str, found: Node) -> Written:
        if isinstance(found, Literal):
            tag = found.language
            kind = (predicate, tag, None if tag else found.datatype.value)
        else:
            kind = (predicate, None, None)
        if kind not in self._ways:
            self._ways[kind] = _way(predicate, found, self._context)
        way = self._ways[kind]
        if way is None:
            return write_value(predicate, found, self._context)
        value = found.value if isinstance(found, Literal) else node_id(found, self._context)
        return Written(way.key, value, way.language, way.is_set)


def _way(predicate: str, found: Node, context: Context) -> _Way | None:
    """The way all values like this one are written; None where each must be looked at."""
    if predicate == TYPE:
        return None
    if isinstance(found, Literal):
        if found.datatype.value in (INTEGER, BOOLEAN):
            return None
        plain: str = found.value
    else:
        plain = node_id(found, context)
    written = write_value(predicate, found, context)
    is_plain = written.value == plain
    return _Way(written.key, written.language, written.is_set) if is_plain else None


def _joined(found: list[Written]) -> Json:
    if found[0].language is None:
        values = [written.value for written in found]
        return values if len(values) > 1 or found[0].is_set else values[0]
    by_language: dict[str, list[Json]] = {}
    for written in found:
        by_language.setdefault(written.language or "", []).append(written.value)
    return {tag: texts if len(texts) > 1 else texts[0] for tag, texts in by_language.items()}


def _dump(value: object) -> bytes:
    return msgspec.json.encode(value)
