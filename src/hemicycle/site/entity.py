"""A thing of the graph to what the pages of all kinds share: names, data, what points at it."""

from collections.abc import Mapping

from msgspec import Struct
from pyoxigraph import NamedNode

from hemicycle.site.data import Node, SiteData, SitePage
from hemicycle.site.data_block import FORMS, linked_data
from hemicycle.site.facts import iris, one_text, subjects, texts
from hemicycle.site.incoming import Incoming, incoming
from hemicycle.site.naming import named


class Name(Struct, frozen=True):
    """One name of a thing, in its language, None where it has none."""

    text: str
    language: str | None


class Entity(Struct, frozen=True):
    """A thing that has a page; `thing` is what stands behind `id/`."""

    thing: str
    iri: str
    node: Node
    incoming: Incoming


def entity_of(
    site: SiteData, thing: str, language: str, parameters: Mapping[str, str]
) -> Entity | None:
    """The thing behind `id/`, None where the merge says nothing of it."""
    if not thing.partition("/")[2] or not site.is_known(thing):
        return None
    iri = site.mint.thing(thing).value
    is_account = thing.startswith("account/")
    node = named(site, iri, language) if is_account else site.node(iri, language)
    return Entity(thing, iri, node, incoming(site, thing, language, parameters))


def entity_page(
    site: SiteData,
    template: str,
    entity: Entity,
    language: str,
    said: Mapping[str, object],
    **records: object,
) -> SitePage:
    """The page of a thing; `said` is what schema.org says of it, `records` what is its own."""
    return site.render(
        template,
        language,
        path=entity.thing,
        title=entity.node.label,
        entity=entity,
        thing=entity.thing,
        incoming=entity.incoming,
        forms=FORMS,
        linked_data=linked_data(site, entity.thing, language, {"name": entity.node.label, **said}),
        **records,
    )


def names(site: SiteData, entity: Entity, *curies: str) -> tuple[Name, ...]:
    """The names that some properties give, but for the one that heads the page.

    Each once, whatever languages share it.
    """
    thing = NamedNode(entity.iri)
    found = (
        Name(each.value, each.language) for curie in curies for each in texts(site, thing, curie)
    )
    by_text: dict[str, Name] = {}
    for name in found:
        by_text.setdefault(name.text, name)
    by_text.pop(entity.node.label, None)
    return tuple(by_text.values())


def nodes(site: SiteData, entity: Entity, curie: str, language: str) -> tuple[Node, ...]:
    """The things that a property of the entity names."""
    found = iris(site, NamedNode(entity.iri), curie)
    return tuple(site.node(iri, language) for iri in found)


def nodes_to(site: SiteData, entity: Entity, curie: str, language: str) -> tuple[Node, ...]:
    """The things that name the entity by a property."""
    found = subjects(site, curie, NamedNode(entity.iri))
    return tuple(site.node(thing.value, language) for thing in found)


def web_pages(site: SiteData, entity: Entity, curie: str) -> tuple[Node, ...]:
    """The addresses on the web that a property gives, shown as they are."""
    return tuple(Node(iri, None, iri) for iri in iris(site, NamedNode(entity.iri), curie))


def text(site: SiteData, entity: Entity, curie: str) -> str | None:
    """The one text that a property gives: a day, a name without language."""
    return one_text(site, NamedNode(entity.iri), curie)
