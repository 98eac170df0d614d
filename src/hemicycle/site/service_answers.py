"""A service to the sections that speak for it, and to what it says of accounts it lacks."""

from collections.abc import Mapping

from msgspec import Struct
from pyoxigraph import NamedNode

from hemicycle.site.data import Node, Row, SiteData
from hemicycle.site.facts import text_in
from hemicycle.site.naming import cut
from hemicycle.site.paging import Paging, page_number, paging
from hemicycle.site.quoted import Quote, quote
from hemicycle.site.spoken import Section, spoken

ON_A_PAGE = 25
EXCERPT = 240
"""How many characters of a section a list shows."""


class ServiceSection(Struct, frozen=True):
    """A section that speaks for a service; `basis` says whether a heading of the page names it."""

    section: Node
    question: Node
    title: str | None
    title_language: str | None
    received_on: str | None
    excerpt: str | None
    excerpt_language: str | None
    is_printed: bool


class ServiceAnswers(Struct, frozen=True):
    """One page of the sections that speak for a service, the latest first."""

    sections: tuple[ServiceSection, ...]
    paging: Paging


class ServiceStatement(Struct, frozen=True):
    """A service says that it has no account on a platform, or that it plans one."""

    stance: Node
    platform: Node | None
    said_on: str | None
    question: Node | None
    quote: Quote | None


def service_answers(
    site: SiteData, service: NamedNode, language: str, parameters: Mapping[str, str]
) -> ServiceAnswers:
    """The page of sections that the parameter `page` asks for."""
    found = site.once(spoken).get(service.value, ())
    pages = paging(len(found), page_number(parameters), ON_A_PAGE)
    shown = found[pages.start : pages.end]
    return ServiceAnswers(tuple(_section(site, each, language) for each in shown), pages)


def _section(site: SiteData, each: Section, language: str) -> ServiceSection:
    section = site.mint.thing(each.thing)
    question = site.mint.thing(f"question/{each.question}")
    title = text_in(site, question, "dcterms:title", language)
    text = text_in(site, section, "schema:text", language)
    return ServiceSection(
        section=site.node(section.value, language),
        question=site.node(question.value, language),
        title=None if title is None else title.value,
        title_language=None if title is None else title.language,
        received_on=each.received_on,
        excerpt=None if text is None else cut(text.value, EXCERPT),
        excerpt_language=None if text is None else text.language,
        is_printed=text_in(site, section, "hc:printedService", language) is not None,
    )


def service_statements(
    site: SiteData, service: NamedNode, language: str
) -> tuple[ServiceStatement, ...]:
    """What a service says of accounts that it does not have, the earliest first."""
    rows = site.rows("service-statements", entity=service)
    return tuple(_statement(site, row, language) for row in rows)


def _statement(site: SiteData, row: Row, language: str) -> ServiceStatement:
    platform, question, source = (row.text(name) for name in ("platform", "question", "source"))
    start, end = row.number("start"), row.number("end")
    placed = source is not None and start is not None and end is not None
    return ServiceStatement(
        stance=site.node(row.text("stance") or "", language),
        platform=None if platform is None else site.node(platform, language),
        said_on=row.text("said_on"),
        question=None if question is None else site.node(question, language),
        quote=quote(site, source or "", start or 0, end or 0) if placed else None,
    )
