"""A keyword to its page: its names, its neighbours in EuroVoc, the questions on it and below it."""

from collections.abc import Mapping

from msgspec import Struct
from pyoxigraph import NamedNode

from hemicycle.site.asked import QuestionList, asked, question_list
from hemicycle.site.data import Node, SiteData, SitePage
from hemicycle.site.entity import Entity, Name, entity_of, entity_page, names, nodes, nodes_to
from hemicycle.site.facts import first_iri
from hemicycle.site.history import History, history
from hemicycle.site.overview import KEYWORD

HIGHEST = 12
"""How many steps up a page shows; a vocabulary that goes in a circle ends there too."""


class Keyword(Struct, frozen=True, kw_only=True):
    """What a keyword's page says; `above` is the way up, the widest concept first.

    `elsewhere` are concepts of other vocabularies that mean the same, `same` those of ours.
    `narrower` counts the questions on each; `wide` says that the list takes them along.
    """

    names: tuple[Name, ...]
    other_names: tuple[Name, ...]
    schemes: tuple[Node, ...]
    above: tuple[Node, ...]
    broader: tuple[Node, ...]
    narrower: tuple[Node, ...]
    same: tuple[Node, ...]
    elsewhere: tuple[Node, ...]
    own: int
    below: int
    wide: bool
    history: History
    questions: QuestionList


def keyword_page(
    site: SiteData, reference: str, language: str, parameters: Mapping[str, str]
) -> SitePage | None:
    """The page of a keyword; the parameter `below` leaves out (`no`) what is on narrower ones."""
    entity = entity_of(site, f"concept/{reference}", language, parameters)
    if entity is None:
        return None
    keyword = keyword_of(site, entity, language, parameters)
    said = {
        "@type": "DefinedTerm",
        "alternateName": [name.text for name in (*keyword.names, *keyword.other_names)],
        "inDefinedTermSet": [scheme.iri for scheme in keyword.schemes],
        "sameAs": [node.iri for node in keyword.elsewhere],
    }
    return entity_page(site, "keyword.html", entity, language, said, keyword=keyword)


def keyword_of(
    site: SiteData, entity: Entity, language: str, parameters: Mapping[str, str]
) -> Keyword:
    """What the page of a keyword says."""
    same = dict.fromkeys((*nodes(site, entity, "skos:exactMatch", language),
                          *nodes_to(site, entity, "skos:exactMatch", language)))  # fmt: skip
    thing = NamedNode(entity.iri)
    own = asked(site, KEYWORD, thing)
    every = asked(site, KEYWORD, thing, *_below(site, entity))
    wide = parameters.get("below") != "no"
    questions = every if wide else own
    return Keyword(
        names=names(site, entity, "skos:prefLabel"),
        other_names=names(site, entity, "skos:altLabel"),
        schemes=nodes(site, entity, "skos:inScheme", language),
        above=_above(site, entity, language),
        broader=nodes(site, entity, "skos:broader", language),
        narrower=tuple(sorted(nodes_to(site, entity, "skos:broader", language), key=_label)),
        same=tuple(node for node in same if node.path is not None),
        elsewhere=tuple(node for node in same if node.path is None),
        own=len(own),
        below=len(every) - len(own),
        wide=wide,
        history=history(questions, language),
        questions=question_list(site, questions, language, parameters),
    )


def _below(site: SiteData, entity: Entity) -> list[NamedNode]:
    rows = site.rows("keyword-narrower", entity=NamedNode(entity.iri))
    return [NamedNode(row.text("narrower") or "") for row in rows]


def _above(site: SiteData, entity: Entity, language: str) -> tuple[Node, ...]:
    """The way up by the first broader concept of each, the widest first."""
    way: list[str] = []
    here = first_iri(site, NamedNode(entity.iri), "skos:broader")
    while here is not None and here not in way and here != entity.iri and len(way) < HIGHEST:
        way.append(here)
        here = first_iri(site, NamedNode(here), "skos:broader")
    return tuple(site.node(iri, language) for iri in reversed(way))


def _label(node: Node) -> str:
    return node.label.casefold()
