"""A thing to its data as a page offers it: schema.org in the page, and the files beside it."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from hemicycle.site.data import Node, SiteData

CONTEXT = "https://schema.org"


class DataForm(Struct, frozen=True):
    """One file of a thing's data: its suffix, its media type and what people call it."""

    suffix: str
    media_type: str
    name: str


FORMS = (
    DataForm("ttl", "text/turtle", "Turtle"),
    DataForm("jsonld", "application/ld+json", "JSON-LD"),
    DataForm("nt", "application/n-triples", "N-Triples"),
    DataForm("rdf", "application/rdf+xml", "RDF/XML"),
)
"""What `doc/…` has of every thing."""


def linked_data(
    site: SiteData, thing: str, language: str, said: Mapping[str, object]
) -> dict[str, object]:
    """What schema.org can say of the thing behind `id/`; `said` has its @type, name and more.

    What is None or empty is left out. The filter `jsonld` writes it into a page, with no
    sign left that could end the script element.
    """
    about: dict[str, object] = {
        "@context": CONTEXT,
        "@id": site.mint.thing(thing).value,
        "mainEntityOfPage": site.addresses.to(f"/{language}/{thing}"),
    }
    return about | {name: value for name, value in said.items() if value not in (None, "", [], {})}


def reference(kind: str, node: Node) -> dict[str, object]:
    """Another thing, as schema.org names it inside the first."""
    return {"@type": kind, "@id": node.iri, "name": node.label}


def references(kind: str, nodes: Iterable[Node]) -> list[dict[str, object]]:
    """Other things, each once, in their order."""
    return [reference(kind, node) for node in dict.fromkeys(nodes)]
