"""A thing to the places in pages that name it: each with its sentence, its day and its question."""

from collections.abc import Callable, Mapping
from functools import lru_cache

from msgspec import Struct
from pyoxigraph import DefaultGraph, NamedNode

from hemicycle.site.data import Node, SiteData
from hemicycle.site.facts import code, file_of, iris, one_text, subjects, term
from hemicycle.site.paging import Paging, page_number, paging
from hemicycle.site.quoted import Quote, quote
from hemicycle.site.said import Said
from hemicycle.site.spoken import section_of

ON_A_PAGE = 25
_NO_DAY = "9999"
KEPT = 64
"""Of how many things the places are kept: their lists have many pages, in three languages."""


class Place(Struct, frozen=True, kw_only=True):
    """One place that names a thing; `in_answer` tells an answer from a question.

    `key` names the page and `anchor` the place on the page about its text; `said_on` is the
    day of the answer or the question, `basis` is a code.
    """

    quote: Quote
    key: str
    anchor: str
    file: str | None
    question: Node | None
    in_answer: bool
    said_on: str | None
    stance: Node | None
    basis: str | None
    rule: str | None
    owners: tuple[Node, ...]


class Places(Struct, frozen=True):
    """One page of the places that name a thing, the first day first."""

    places: tuple[Place, ...]
    paging: Paging


def named_places(
    site: SiteData, thing: NamedNode, language: str, parameters: Mapping[str, str]
) -> Places:
    """The page of places that the parameter `page` asks for."""
    mentions = site.once(_kept)(thing)
    pages = paging(len(mentions), page_number(parameters), ON_A_PAGE)
    shown = mentions[pages.start : pages.end]
    return Places(tuple(_place(site, mention, language) for mention in shown), pages)


def _kept(site: SiteData) -> Callable[[NamedNode], tuple[NamedNode, ...]]:
    """The mentions of a thing, by the day on which it was named, then by page and place."""

    @lru_cache(maxsize=KEPT)
    def found(thing: NamedNode) -> tuple[NamedNode, ...]:
        quads = site.build.store.quads_for_pattern(None, term("hc:body"), thing, DefaultGraph())
        nodes = (quad.subject for quad in quads if isinstance(quad.subject, NamedNode))
        days: dict[str | None, str] = {}
        return tuple(sorted(nodes, key=lambda node: (_day(site, node, days), *_order(node))))

    return found


def _day(site: SiteData, mention: NamedNode, known: dict[str | None, str]) -> str:
    """The day of the answer or the question that it stands in; of no known day it is the last."""
    within = next(iter(iris(site, mention, "hc:within")), None)
    if within is None:
        return _NO_DAY
    if within not in known:
        known[within] = _said(site, within, "")[1] or _NO_DAY
    return known[within]


def _order(mention: NamedNode) -> tuple[str, int, str]:
    """By page and start, which its name holds: `mention/{page}-{start}-{end}-{kind}`."""
    page, start, *_ = (*mention.value.rpartition("/")[2].split("-"), "")
    return page, int(start) if start.isdigit() else 0, mention.value


def _place(site: SiteData, mention: NamedNode, language: str) -> Place:
    said = Said(site, mention)
    source, start, end = said.iri("hc:source") or "", said.number("hc:start"), said.number("hc:end")
    question, said_on, in_answer = _said(site, said.iri("hc:within"), source)
    stance = said.iri("hc:stance")
    return Place(
        quote=quote(site, source, start or 0, end or 0),
        key=code(source) or "",
        anchor=f"c{start}-{end}",
        file=file_of(site, source),
        question=None if question is None else site.node(question, language),
        in_answer=in_answer,
        said_on=said_on,
        stance=None if stance is None else site.node(stance, language),
        basis=code(said.iri("hc:basis")),
        rule=said.text("hc:rule"),
        owners=tuple(site.node(owner, language) for owner in said.iris("hc:attributedTo")),
    )


def _said(site: SiteData, within: str | None, source: str) -> tuple[str | None, str | None, bool]:
    """The question of a place, the day on which it was said, and whether an answer says it."""
    section = None if within is None else section_of(site, within)
    if section is not None:
        return site.mint.thing(f"question/{section.question}").value, section.received_on, True
    question = within or _question(site, NamedNode(source))
    if question is None:
        return None, None, False
    return question, one_text(site, NamedNode(question), "hc:askedOn"), False


def _question(site: SiteData, text: NamedNode) -> str | None:
    derived = subjects(site, "prov:wasDerivedFrom", text)
    is_question = site.mint.thing("question/").value
    return next((each.value for each in derived if each.value.startswith(is_question)), None)
