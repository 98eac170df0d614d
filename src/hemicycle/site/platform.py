"""A platform to its page: its names and days, the accounts on it, who says to have none."""

from collections.abc import Mapping
from itertools import groupby

from msgspec import Struct
from pyoxigraph import NamedNode

from hemicycle.site.data import Node, Row, SiteData, SitePage
from hemicycle.site.entity import Entity, Name, entity_of, entity_page, names, text, web_pages
from hemicycle.site.naming import named
from hemicycle.site.paging import Paging, page_number, paging
from hemicycle.site.said import Said
from hemicycle.site.service_accounts import languages_of
from hemicycle.site.spoken import section_of

ON_A_PAGE = 50


class PlatformAccount(Struct, frozen=True):
    """An account on a platform; `is_spokespersons` that it is a spokesperson's own."""

    account: Node
    kind: Node | None
    languages: tuple[str, ...]
    owners: tuple[Node, ...]
    is_spokespersons: bool


class PlatformStatement(Struct, frozen=True):
    """A service says that it has no account here, or plans one."""

    service: Node | None
    stance: Node
    said_on: str | None
    question: Node | None


class Platform(Struct, frozen=True, kw_only=True):
    """What a platform's page says: one page of its accounts, those with an owner first."""

    names: tuple[Name, ...]
    home_pages: tuple[Node, ...]
    founded: str | None
    dissolved: str | None
    accounts: tuple[PlatformAccount, ...]
    paging: Paging
    owned: int
    services: int
    statements: tuple[PlatformStatement, ...]
    statement_paging: Paging


def platform_page(
    site: SiteData, reference: str, language: str, parameters: Mapping[str, str]
) -> SitePage | None:
    """The page of a social platform."""
    entity = entity_of(site, f"platform/{reference}", language, parameters)
    if entity is None:
        return None
    platform = platform_of(site, entity, language, parameters)
    said = {
        "@type": "WebSite",
        "alternateName": [name.text for name in platform.names],
        "url": [page.iri for page in platform.home_pages],
    }
    return entity_page(site, "platform.html", entity, language, said, platform=platform)


def platform_of(
    site: SiteData, entity: Entity, language: str, parameters: Mapping[str, str]
) -> Platform:
    """What the page of a platform says."""
    rows = site.rows("platform-accounts", entity=NamedNode(entity.iri))
    grouped = [list(group) for _, group in groupby(rows, key=lambda row: row.text("account"))]
    grouped.sort(key=lambda group: group[0].text("owner") is None)
    pages = paging(len(grouped), page_number(parameters), ON_A_PAGE)
    shown = grouped[pages.start : pages.end]
    statements, statement_pages = _statements(site, entity, language, parameters)
    return Platform(
        names=names(site, entity, "skos:prefLabel", "skos:altLabel"),
        home_pages=web_pages(site, entity, "foaf:homepage"),
        founded=text(site, entity, "schema:foundingDate"),
        dissolved=text(site, entity, "schema:dissolutionDate"),
        accounts=tuple(_account(site, group, language) for group in shown),
        paging=pages,
        owned=sum(group[0].text("owner") is not None for group in grouped),
        services=len({owner for row in rows if (owner := row.text("owner"))}),
        statements=statements,
        statement_paging=statement_pages,
    )


def _account(site: SiteData, rows: list[Row], language: str) -> PlatformAccount:
    account, kind = rows[0].text("account") or "", rows[0].text("kind")
    owners = dict.fromkeys(owner for row in rows if (owner := row.text("owner")))
    return PlatformAccount(
        account=named(site, account, language),
        kind=None if kind is None else site.node(kind, language),
        languages=languages_of(site, NamedNode(account)),
        owners=tuple(site.node(owner, language) for owner in owners),
        is_spokespersons=any(row.text("role") == "spokesperson" for row in rows),
    )


def _statements(
    site: SiteData, entity: Entity, language: str, parameters: Mapping[str, str]
) -> tuple[tuple[PlatformStatement, ...], Paging]:
    """The page of statements that the parameter `said` asks for, the first said first."""
    rows = site.rows("platform-statements", entity=NamedNode(entity.iri))
    found = sorted({(row.text("said_on") or "", row.text("statement") or "") for row in rows})
    size = max(1, len(found)) if site.addresses.folders else ON_A_PAGE  # files have one page
    pages = paging(len(found), page_number(parameters, "said"), size)
    shown = (iri for _, iri in found[pages.start : pages.end])
    told = (_statement(site, Said(site, NamedNode(iri)), language) for iri in shown)
    return tuple(dict.fromkeys(told)), pages


def _statement(site: SiteData, said: Said, language: str) -> PlatformStatement:
    service, within = said.iri("hc:attributedTo"), said.iri("hc:within")
    section = None if within is None else section_of(site, within)
    question = None if section is None else site.mint.thing(f"question/{section.question}").value
    return PlatformStatement(
        service=None if service is None else site.node(service, language),
        stance=site.node(said.iri("hc:stance") or "", language),
        said_on=said.text("dcterms:date"),
        question=None if question is None else site.node(question, language),
    )
