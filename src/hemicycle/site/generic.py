"""Any other thing of the graph to its page: what is said of it, and what points at it."""

from collections.abc import Callable, Mapping
from itertools import groupby

from msgspec import Struct
from pyoxigraph import Literal, NamedNode, Quad

from hemicycle.namespaces import PREFIXES
from hemicycle.site.data import Node, SiteData, SitePage
from hemicycle.site.entity import Entity, entity_page
from hemicycle.site.facts import own_quads
from hemicycle.site.incoming import incoming
from hemicycle.site.naming import named
from hemicycle.site.property_words import shortened, term_words

PageOf = Callable[[SiteData, str, str, Mapping[str, str]], SitePage | None]

_TYPE = f"{PREFIXES['rdf']}type"
_DAY = f"{PREFIXES['xsd']}date"


class FactValue(Struct, frozen=True):
    """One value: a thing, or a text with its language or a day."""

    node: Node | None
    text: str | None
    language: str | None
    is_day: bool


class FactGroup(Struct, frozen=True):
    """One property: its short name, what the language calls it, its values."""

    name: str
    label: str
    values: tuple[FactValue, ...]


class Thing(Struct, frozen=True):
    """What a page says of a thing without a page of its own kind."""

    kinds: tuple[str, ...]
    facts: tuple[FactGroup, ...]


def generic_page(
    site: SiteData, reference: str, language: str, parameters: Mapping[str, str]
) -> SitePage | None:
    """The page of any thing; `reference` is all that stands behind `id/`.

    None for a thing of which neither the merge nor provenance or findings say anything.
    """
    kind, _, key = reference.partition("/")
    if not kind or not key:
        return None
    try:
        thing = site.mint.thing(reference)
    except ValueError:
        return None
    quads = own_quads(site, thing)
    if not quads:
        return None
    points_at_it = incoming(site, reference, language, parameters)
    entity = Entity(reference, thing.value, named(site, thing.value, language), points_at_it)
    found = thing_of(site, quads, language)
    said = {"@type": "Thing", "description": ", ".join(found.kinds)}
    return entity_page(site, "generic.html", entity, language, said, facts=found)


def thing_of(site: SiteData, quads: list[Quad], language: str) -> Thing:
    """What the page of any thing says, given the statements about it."""
    kinds = tuple(
        term_words(quad.object.value, language)
        for quad in quads
        if quad.predicate.value == _TYPE and isinstance(quad.object, NamedNode)
    )
    said = [quad for quad in quads if quad.predicate.value != _TYPE]
    groups = groupby(said, key=lambda quad: quad.predicate.value)
    facts = tuple(
        FactGroup(
            shortened(name),
            term_words(name, language),
            tuple(_value(site, quad, language) for quad in group),
        )
        for name, group in groups
    )
    return Thing(tuple(dict.fromkeys(kinds)), facts)


def _value(site: SiteData, quad: Quad, language: str) -> FactValue:
    value = quad.object
    if isinstance(value, NamedNode):
        return FactValue(named(site, value.value, language), None, None, False)
    if isinstance(value, Literal):
        return FactValue(None, value.value, value.language, value.datatype.value == _DAY)
    return FactValue(None, str(value), None, False)


def generic_kind(kind: str) -> PageOf:
    """The function that makes the pages of the things whose path begins with this word."""

    def page(
        site: SiteData, reference: str, language: str, parameters: Mapping[str, str]
    ) -> SitePage | None:
        return generic_page(site, f"{kind}/{reference}", language, parameters)

    return page
