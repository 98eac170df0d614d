"""A service to its accounts by platform: languages, and the first answer that has each."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from msgspec import Struct
from pyoxigraph import NamedNode

from hemicycle.site.data import Node, Row, SiteData
from hemicycle.site.facts import code, first_iri, iris, one_text
from hemicycle.site.naming import named
from hemicycle.site.quoted import Quote, quote
from hemicycle.site.spoken import FirstClaim, first_claims, section_of


class Claim(Struct, frozen=True):
    """The first answer, by its day, that gives an account to a service, and its words."""

    question: Node | None
    received_on: str | None
    quote: Quote


class ServiceAccount(Struct, frozen=True, kw_only=True):
    """One account of a service; `role` is holder or spokesperson, `languages` are codes (FRA)."""

    account: Node
    role: str
    kind: Node | None
    languages: tuple[str, ...]
    pages: tuple[Node, ...]
    claim: Claim | None
    claims: int


class ServicePlatform(Struct, frozen=True):
    """A platform with the accounts that a service has there."""

    platform: Node | None
    accounts: tuple[ServiceAccount, ...]


def service_accounts(
    site: SiteData, service: NamedNode, language: str
) -> tuple[ServicePlatform, ...]:
    """The accounts of a service and its spokesperson, those of each platform together."""
    claims = site.once(first_claims).get(service.value, {})
    rows = site.rows("service-accounts", entity=service)
    grouped = groupby(rows, key=lambda row: row.text("platform"))
    return tuple(
        ServicePlatform(
            None if platform is None else site.node(platform, language),
            tuple(_accounts(site, list(group), claims, language)),
        )
        for platform, group in grouped
    )


def _accounts(
    site: SiteData, rows: list[Row], claims: Mapping[str, FirstClaim], language: str
) -> Iterator[ServiceAccount]:
    for row in rows:
        account, kind = row.text("account") or "", row.text("kind")
        thing = NamedNode(account)
        found = claims.get(account)
        yield ServiceAccount(
            account=named(site, account, language),
            role=row.text("role") or "",
            kind=None if kind is None else site.node(kind, language),
            languages=languages_of(site, thing),
            pages=pages_of(site, thing),
            claim=_claim(site, found, language) if found else None,
            claims=found.claims if found else 0,
        )


def languages_of(site: SiteData, account: NamedNode) -> tuple[str, ...]:
    """The languages of an account, as the codes of the EU's list."""
    return tuple(code(iri) or "" for iri in iris(site, account, "dcterms:language"))


def pages_of(site: SiteData, account: NamedNode) -> tuple[Node, ...]:
    """The addresses of an account on the web."""
    return tuple(Node(iri, None, iri) for iri in iris(site, account, "foaf:page"))


def _claim(site: SiteData, first: FirstClaim, language: str) -> Claim:
    section, mention = section_of(site, first.section), NamedNode(first.mention)
    start, end = (one_text(site, mention, curie) or "0" for curie in ("hc:start", "hc:end"))
    question = None if section is None else site.mint.thing(f"question/{section.question}").value
    return Claim(
        question=None if question is None else site.node(question, language),
        received_on=None if section is None else section.received_on,
        quote=quote(site, first_iri(site, mention, "hc:source") or "", int(start), int(end)),
    )
