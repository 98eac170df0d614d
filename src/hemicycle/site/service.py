"""A service to its page: its names, its accounts, the answers that speak for it, what it denies."""

from collections.abc import Mapping

from msgspec import Struct
from pyoxigraph import NamedNode

from hemicycle.site.data import Node, SiteData, SitePage
from hemicycle.site.entity import (
    Entity,
    Name,
    entity_of,
    entity_page,
    names,
    nodes,
    nodes_to,
    text,
    web_pages,
)
from hemicycle.site.service_accounts import ServicePlatform, service_accounts
from hemicycle.site.service_answers import (
    ServiceAnswers,
    ServiceStatement,
    service_answers,
    service_statements,
)


class Service(Struct, frozen=True, kw_only=True):
    """What a service's page says."""

    names: tuple[Name, ...]
    kinds: tuple[Node, ...]
    founded: str | None
    dissolved: str | None
    home_pages: tuple[Node, ...]
    followed_by: tuple[Node, ...]
    follows: tuple[Node, ...]
    platforms: tuple[ServicePlatform, ...]
    statements: tuple[ServiceStatement, ...]
    answers: ServiceAnswers


def service_page(
    site: SiteData, reference: str, language: str, parameters: Mapping[str, str]
) -> SitePage | None:
    """The page of a federal service."""
    entity = entity_of(site, f"service/{reference}", language, parameters)
    if entity is None:
        return None
    service = service_of(site, entity, language, parameters)
    said = {
        "@type": "GovernmentOrganization",
        "alternateName": [name.text for name in service.names],
        "foundingDate": service.founded,
        "dissolutionDate": service.dissolved,
        "url": [page.iri for page in service.home_pages],
        "sameAs": [
            page.iri
            for platform in service.platforms
            for account in platform.accounts
            if account.role == "holder"
            for page in account.pages
        ],
    }
    return entity_page(site, "service.html", entity, language, said, service=service)


def service_of(
    site: SiteData, entity: Entity, language: str, parameters: Mapping[str, str]
) -> Service:
    """What the page of a service says."""
    thing = NamedNode(entity.iri)
    return Service(
        names=names(site, entity, "skos:prefLabel", "skos:altLabel"),
        kinds=nodes(site, entity, "hc:serviceKind", language),
        founded=text(site, entity, "schema:foundingDate"),
        dissolved=text(site, entity, "schema:dissolutionDate"),
        home_pages=web_pages(site, entity, "foaf:homepage"),
        followed_by=nodes(site, entity, "dcterms:isReplacedBy", language),
        follows=nodes_to(site, entity, "dcterms:isReplacedBy", language),
        platforms=service_accounts(site, thing, language),
        statements=service_statements(site, thing, language),
        answers=service_answers(site, thing, language, parameters),
    )
