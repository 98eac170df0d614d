"""What `link` hands to `triples`: a record, with its names tied to nodes, and the proof.

A *path* is the part of an IRI behind `id/`: `service/spf-emploi`. Only `mint`
makes IRIs of paths.
"""

from typing import Literal

from msgspec import Struct

from hemicycle.records import Record

Stance = Literal["claimed", "mentioned", "denied", "planned"]
Basis = Literal["printed", "authority", "inferred"]


class Attribution(Struct, frozen=True, gc=False):
    """Whose account the page says this is, and how we know.

    `printed`: heading, sentence or pattern says so; `inferred`: the account's
    own name does.
    """

    service: str
    role: Literal["holder", "spokesperson"]
    basis: Basis


class Mention(Struct, frozen=True, kw_only=True, gc=False):
    """One place in a page that names a node: `exact == page[start:end]`.

    `kind` says what is named (account, service, platform, question, person,
    party, post, concept, event …), `rule` which rule read it, `within` the path
    of the question or answer section whose text holds it. `stance` is given in
    texts alone: an answer claims, a question mentions.
    """

    kind: str
    body: str
    start: int
    end: int
    exact: str
    rule: str
    basis: Basis
    stance: Stance | None = None
    within: str | None = None
    attribution: Attribution | None = None
    languages: tuple[str, ...] = ()


class Account(Struct, frozen=True, kw_only=True, gc=False):
    """One account on a platform, the same on every page that names it.

    `handle` is canonical as far as the platform folds it, `printed` as the page
    has it; an account without address has a `name` or, unnamed, neither.
    `platform` and `kind` are keys: `twitter`, `company-page`.
    """

    path: str
    platform: str
    kind: str
    handle: str | None = None
    name: str | None = None
    url: str | None = None


class AccountStatement(Struct, frozen=True, kw_only=True, gc=False):
    """A service says that it has no account on a platform, or plans one."""

    path: str
    service: str | None
    platform: str
    stance: Literal["denied", "planned"]
    within: str
    start: int
    end: int


class LocalNode(Struct, frozen=True, gc=False):
    """A node that pages share and no authority file has: a person, a post, a concept …"""

    path: str
    labels: tuple[tuple[str | None, str], ...]
    """(language or None, label) pairs."""


class Finding(Struct, frozen=True, kw_only=True, gc=False):
    """Something odd or not linked, for a person to look at.

    `about` is a path, or None for the page itself; `words` are the page's own,
    at [start, end) where they stand in one place.
    """

    kind: str
    about: str | None
    words: str
    start: int | None = None
    end: int | None = None


class Linked(Struct, frozen=True, kw_only=True, gc=False):
    """One record and what its names mean.

    `concepts[n]` are the nodes of keyword n (one, or one a language);
    `section_services` gives the service of each section whose heading names it.
    """

    record: Record
    question: str
    asker: str | None
    party: str | None
    posts: tuple[str, ...]
    concepts: tuple[tuple[str, ...], ...]
    section_services: dict[str, str]
    mentions: tuple[Mention, ...]
    accounts: tuple[Account, ...]
    statements: tuple[AccountStatement, ...]
    local_nodes: tuple[LocalNode, ...]
    findings: tuple[Finding, ...]
