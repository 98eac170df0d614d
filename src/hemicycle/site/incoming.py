"""A thing to all that points at it: by property, counted, some of each or one page of one."""

from collections.abc import Iterator, Mapping
from itertools import islice

from msgspec import Struct
from pyoxigraph import DefaultGraph, NamedNode, Quad

from hemicycle.site.data import Node, SiteData
from hemicycle.site.facts import term
from hemicycle.site.naming import named
from hemicycle.site.overview import overview
from hemicycle.site.paging import Paging, page_number, paging
from hemicycle.site.property_words import shortened, term_words, tying_properties

SHOWN = 10
"""How many things a group shows unless it is asked for alone."""

ON_A_PAGE = 100
MOST = 10_000
"""What is counted exactly; a code that more things point at is said to have more than that."""

FEW = 100
"""Of no more ties than these all are looked at together."""

SORTED = 100
"""Of more things than these the first come in the store's order: it is fixed, but no alphabet's."""


class IncomingGroup(Struct, frozen=True):
    """The things that one property ties to a thing.

    `name` is the property's short name, `label` what the language calls it; `has_more` that
    there are more than were counted. `things` are some of them, or all of a page.
    """

    name: str
    label: str
    count: int
    has_more: bool
    things: tuple[Node, ...]


class Incoming(Struct, frozen=True):
    """What points at a thing; `chosen` is one group alone, where the visitor asked for it."""

    groups: tuple[IncomingGroup, ...]
    chosen: IncomingGroup | None = None
    paging: Paging | None = None


def incoming(site: SiteData, thing: str, language: str, parameters: Mapping[str, str]) -> Incoming:
    """All that points at the thing behind `id/`: in the merge, and findings about it.

    The parameters `links` and `at` ask for one property and a page of it.
    """
    entity = site.mint.thing(thing)
    groups = [*_groups(site, entity, language), *_findings(site, entity, language)]
    wanted = parameters.get("links")
    found = next((group for group in groups if group.name == wanted), None)
    if found is None:
        return Incoming(tuple(groups))
    pages = paging(found.count, page_number(parameters, "at"), ON_A_PAGE)
    things = _things(site, _quads(site, entity, found.name), pages.start, pages.end, found.count)
    nodes = tuple(named(site, each, language) for each in things)
    chosen = IncomingGroup(found.name, found.label, found.count, found.has_more, nodes)
    return Incoming(tuple(groups), chosen, pages)


def _groups(site: SiteData, entity: NamedNode, language: str) -> Iterator[IncomingGroup]:
    """The groups of the merge: of few ties by one look at them all, else property by property."""
    quads = site.build.store.quads_for_pattern(None, None, entity, DefaultGraph())
    few = list(islice(quads, FEW + 1))
    if len(few) > FEW:
        for tie in tying_properties():
            if _is_tied(site, entity, tie):
                yield _group(site, entity, tie, language)
        return
    found: dict[str, list[Quad]] = {}
    for quad in few:
        found.setdefault(quad.predicate.value, []).append(quad)
    for tie in tying_properties():
        if tie in found:
            iris = sorted(_iris(iter(found[tie])))
            nodes = tuple(named(site, iri, language) for iri in iris[:SHOWN])
            yield IncomingGroup(shortened(tie), term_words(tie, language), len(iris), False, nodes)


def _is_tied(site: SiteData, entity: NamedNode, tie: str) -> bool:
    found = site.build.store.quads_for_pattern(None, NamedNode(tie), entity, DefaultGraph())
    return next(found, None) is not None


def _group(site: SiteData, entity: NamedNode, tie: str, language: str) -> IncomingGroup:
    name = shortened(tie)
    return _counted(
        site, entity, name, _count(site, entity, name), term_words(tie, language), language
    )


def _count(site: SiteData, entity: NamedNode, name: str) -> int:
    """How many things a property ties to a thing; those of questions are counted already."""
    tied = site.once(overview).tied.get(name)
    if tied is not None:
        return len(tied.get(site.mint.path(entity.value) or "", ()))
    (row,) = site.rows("incoming-count", entity=entity, property=term(name))
    return row.number("count") or 0


FINDINGS = "findings"


def _findings(site: SiteData, entity: NamedNode, language: str) -> Iterator[IncomingGroup]:
    count = len(list(islice(_quads(site, entity, FINDINGS), FEW + 1)))
    if count > FEW:
        (row,) = site.rows("incoming-findings", entity=entity)
        count = row.number("count") or 0
    if count:
        label = term_words(term("hc:Finding").value, language)
        yield _counted(site, entity, FINDINGS, count, label, language)


def _counted(
    site: SiteData, entity: NamedNode, name: str, count: int, label: str, language: str
) -> IncomingGroup:
    """A group of so many things with the first of them."""
    things = _things(site, _quads(site, entity, name), 0, SHOWN, count)
    nodes = tuple(named(site, thing, language) for thing in things)
    return IncomingGroup(name, label, min(count, MOST), count > MOST, nodes)


def _quads(site: SiteData, entity: NamedNode, name: str) -> Iterator[Quad]:
    store = site.build.store
    if name == FINDINGS:
        graph = site.mint.graph("findings")
        return store.quads_for_pattern(None, term("dcterms:subject"), entity, graph)
    return store.quads_for_pattern(None, term(name), entity, DefaultGraph())


def _things(site: SiteData, quads: Iterator[Quad], start: int, end: int, count: int) -> list[str]:
    if count > SORTED:
        return list(islice(_iris(quads), start, end))
    return sorted(_iris(quads))[start:end]


def _iris(quads: Iterator[Quad]) -> Iterator[str]:
    return (quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode))
