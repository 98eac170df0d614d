"""A service to its accounts by platform: languages, and the first answer that has each."""

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct
from pyoxigraph import NamedNode

from hemicycle.site.data import Node, Row, SiteData
from hemicycle.site.facts import code, iris
from hemicycle.site.naming import named
from hemicycle.site.quoted import Quote, quote


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
    claims = _claims(site, service)
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
    site: SiteData, rows: list[Row], claims: dict[str, list[Row]], language: str
) -> Iterator[ServiceAccount]:
    for row in rows:
        account, kind = row.text("account") or "", row.text("kind")
        thing = NamedNode(account)
        found = claims.get(account, [])
        yield ServiceAccount(
            account=named(site, account, language),
            role=row.text("role") or "",
            kind=None if kind is None else site.node(kind, language),
            languages=languages_of(site, thing),
            pages=pages_of(site, thing),
            claim=_claim(site, found[0], language) if found else None,
            claims=len(found),
        )


def languages_of(site: SiteData, account: NamedNode) -> tuple[str, ...]:
    """The languages of an account, as the codes of the EU's list."""
    return tuple(code(iri) or "" for iri in iris(site, account, "dcterms:language"))


def pages_of(site: SiteData, account: NamedNode) -> tuple[Node, ...]:
    """The addresses of an account on the web."""
    return tuple(Node(iri, None, iri) for iri in iris(site, account, "foaf:page"))


def _claims(site: SiteData, service: NamedNode) -> dict[str, list[Row]]:
    """The places that give each account to the service, the earliest answer first."""
    found: dict[str, list[Row]] = {}
    rows = site.rows("service-claims", entity=service)
    claims = [row for row in rows if code(row.text("stance")) == "claimed"]
    for row in sorted(claims, key=_claim_order):
        found.setdefault(row.text("account") or "", []).append(row)
    return found


def _claim_order(row: Row) -> tuple[str, str, int]:
    return row.text("received_on") or "9999", row.text("source") or "", row.number("start") or 0


def _claim(site: SiteData, row: Row, language: str) -> Claim:
    question = row.text("question")
    return Claim(
        question=None if question is None else site.node(question, language),
        received_on=row.text("received_on"),
        quote=quote(
            site, row.text("source") or "", row.number("start") or 0, row.number("end") or 0
        ),
    )
