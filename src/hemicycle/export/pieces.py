"""Triples of some subjects to a piece of a Turtle or JSON-LD document, and pieces to the whole.

A document is its head, any number of pieces in which no subject comes again, and its end.
"""

from collections.abc import Sequence

from msgspec import Struct
from pyoxigraph import NamedNode, RdfFormat, Triple

from hemicycle.assets import asset
from hemicycle.export.context import Context, read_context
from hemicycle.export.jsonld import CONTEXT, Stated, jsonld_head, jsonld_objects
from hemicycle.namespaces import PREFIXES
from hemicycle.rdf_bytes import rdf_bytes

JSONLD_BETWEEN = b",\n"
JSONLD_END = b"\n]}\n"

_ANY = NamedNode("urn:x")


class Heads(Struct, frozen=True):
    """What every document of a build begins with."""

    turtle: bytes
    jsonld: bytes
    context: Context


def heads() -> Heads:
    """The heads, with our prefixes and our context."""
    context = read_context(asset(CONTEXT))
    return Heads(_turtle_head(), jsonld_head(context), context)


def turtle_piece(triples: Sequence[Triple], begin: Heads) -> bytes:
    """The triples as Turtle without its head; the same subject's stand together."""
    return (
        rdf_bytes(triples, RdfFormat.TURTLE, PREFIXES).removeprefix(begin.turtle)
        if triples
        else b""
    )


def jsonld_piece(triples: Sequence[Stated], begin: Heads) -> bytes:
    """An object a subject, a line each, with a comma after each."""
    return b"".join(
        b"%b%b" % (found, JSONLD_BETWEEN) for found in jsonld_objects(triples, begin.context)
    )


def _turtle_head() -> bytes:
    """The prefixes alone: a document of one triple, without it."""
    whole = rdf_bytes([Triple(_ANY, _ANY, _ANY)], RdfFormat.TURTLE, PREFIXES)
    head, mark, _ = whole.rpartition(b"<urn:x> <urn:x> <urn:x>")
    assert mark, whole
    return head
