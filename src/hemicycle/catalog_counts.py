"""The counts of a graph to what VoID says of it."""

from collections.abc import Iterator
from typing import TypeAlias

from msgspec import Struct
from rdflib import VOID, Literal, Node, URIRef

from hemicycle.mint import Mint

Stated: TypeAlias = tuple[Node, Node, Node]
"""A triple of the catalogue."""


class TermCount(Struct, frozen=True):
    """How many things a class has, or how many triples a property."""

    term: str
    count: int


class Counts(Struct, frozen=True):
    """What the merge holds: triples, and things by class and triples by property.

    `documents` are the pages that were read; `subjects` and `objects` are distinct nodes
    and values. None of the three stands in the catalogue where it was not counted.
    """

    triples: int
    classes: tuple[TermCount, ...]
    properties: tuple[TermCount, ...]
    documents: int | None = None
    subjects: int | None = None
    objects: int | None = None


def counted(counts: Counts, dataset: URIRef, mint: Mint) -> Iterator[Stated]:
    """The numbers of a data set, its vocabularies, and its parts by class and by property."""
    numbers = (
        (VOID.triples, counts.triples),
        (VOID.documents, counts.documents),
        (VOID.distinctSubjects, counts.subjects),
        (VOID.distinctObjects, counts.objects),
        (VOID.classes, len(counts.classes)),
        (VOID.properties, len(counts.properties)),
    )
    for said, number in numbers:
        if number is not None:
            yield dataset, said, Literal(number)
    for space in dict.fromkeys(_space(row.term) for row in (*counts.classes, *counts.properties)):
        yield dataset, VOID.vocabulary, URIRef(space)
    for row in counts.classes:
        part = _partition(row, "class", mint)
        yield dataset, VOID.classPartition, part
        yield part, VOID["class"], URIRef(row.term)
        yield part, VOID.entities, Literal(row.count)
    for row in counts.properties:
        part = _partition(row, "property", mint)
        yield dataset, VOID.propertyPartition, part
        yield part, VOID.property, URIRef(row.term)
        yield part, VOID.triples, Literal(row.count)


def _space(term: str) -> str:
    """The namespace of a term.

    >>> _space("https://schema.org/text"), _space("http://www.w3.org/ns/org#Post")
    ('https://schema.org/', 'http://www.w3.org/ns/org#')
    """
    return term[: max(term.rfind("#"), term.rfind("/")) + 1]


def _partition(row: TermCount, kind: str, mint: Mint) -> URIRef:
    space = _space(row.term)
    host = space.split("/")[2]
    name = row.term.removeprefix(space)
    return URIRef(mint.thing(f"partition/{kind}-{host}-{name}").value)
