"""An account to its page: its address and owner, its twin, and every place that names it."""

from collections.abc import Mapping

from msgspec import Struct
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from hemicycle.site.data import Node, SiteData, SitePage
from hemicycle.site.data_block import reference as referred
from hemicycle.site.entity import Entity, entity_of, entity_page, nodes, nodes_to, text
from hemicycle.site.facts import term
from hemicycle.site.named_places import Places, named_places
from hemicycle.site.service_accounts import languages_of, pages_of


class Owner(Struct, frozen=True):
    """Whose an account is; `role` is holder or spokesperson, `is_inferred` that a rule says so."""

    service: Node
    role: str
    is_inferred: bool


class Account(Struct, frozen=True, kw_only=True):
    """What an account's page says; `languages` are codes of the EU's list (FRA)."""

    name: str | None
    pages: tuple[Node, ...]
    platforms: tuple[Node, ...]
    kinds: tuple[Node, ...]
    languages: tuple[str, ...]
    owners: tuple[Owner, ...]
    twins: tuple[Node, ...]
    places: Places


def account_page(
    site: SiteData, reference: str, language: str, parameters: Mapping[str, str]
) -> SitePage | None:
    """The page of an account on a platform."""
    entity = entity_of(site, f"account/{reference}", language, parameters)
    if entity is None:
        return None
    account = account_of(site, entity, language, parameters)
    said = {
        "@type": "ProfilePage",
        "url": [page.iri for page in account.pages],
        "mainEntity": [
            referred("GovernmentOrganization", owner.service)
            for owner in account.owners
            if owner.role == "holder"
        ],
    }
    return entity_page(site, "account.html", entity, language, said, account=account)


def account_of(
    site: SiteData, entity: Entity, language: str, parameters: Mapping[str, str]
) -> Account:
    """What the page of an account says."""
    thing = NamedNode(entity.iri)
    twins = (*nodes(site, entity, "hc:languageTwin", language),
             *nodes_to(site, entity, "hc:languageTwin", language))  # fmt: skip
    owners = [
        owner
        for role, curie in (("holder", "hc:heldBy"), ("spokesperson", "hc:spokespersonOf"))
        for owner in _owners(site, thing, role, curie, language)
    ]
    return Account(
        name=text(site, entity, "foaf:accountName"),
        pages=pages_of(site, thing),
        platforms=nodes(site, entity, "hc:platform", language),
        kinds=nodes(site, entity, "hc:accountKind", language),
        languages=languages_of(site, thing),
        owners=tuple(owners),
        twins=tuple(dict.fromkeys(twins)),
        places=named_places(site, thing, language, parameters),
    )


def _owners(
    site: SiteData, account: NamedNode, role: str, curie: str, language: str
) -> list[Owner]:
    store = site.build.store
    found = list(store.quads_for_pattern(account, term(curie), None, DefaultGraph()))
    owners = [
        Owner(site.node(quad.object.value, language), role, _is_inferred(site, quad))
        for quad in found
        if isinstance(quad.object, NamedNode | Literal)
    ]
    return sorted(owners, key=lambda owner: owner.service.iri)


def _is_inferred(site: SiteData, said: Quad) -> bool:
    """Whether no page says it: it stands in the inferred graph alone."""
    store = site.build.store
    graphs = {
        quad.graph_name
        for quad in store.quads_for_pattern(said.subject, said.predicate, said.object, None)
    }
    return graphs <= {DefaultGraph(), site.mint.graph("inferred")}
