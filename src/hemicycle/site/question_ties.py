"""A question to what it is tied to: its family, its chain, the questions it is related to."""

from msgspec import Struct
from pyoxigraph import Literal, NamedNode

from hemicycle.site.data import Node, SiteData
from hemicycle.site.facts import code, subjects
from hemicycle.site.said import Said

RELATIONS = (
    "reintroducedAs", "reintroductionOf", "requalifiedAs", "requalificationOf",
    "linkedTo", "sameTextAs", "relatedTo",
)  # fmt: skip
"""The properties that tie a question to another, but for those of a family."""


class Title(Struct, frozen=True):
    """One title in its language, None where the page does not tell."""

    text: str
    language: str | None


class Related(Struct, frozen=True):
    """Another question, how it is tied to this one, and what became of it."""

    relation: str
    node: Node
    title: Title | None
    status: str | None


class ChainLink(Struct, frozen=True):
    """One question of a chain, in its place."""

    position: int
    node: Node
    asked_on: str | None
    status: str | None
    is_this: bool


class FamilyLink(Struct, frozen=True):
    """The family of a question: how many members, how many read, how many answered."""

    node: Node
    members: int
    read: int
    answered: int


def titles(question: Said, language: str) -> tuple[Title, ...]:
    """The titles of a question, that of the language first."""
    return printed_texts(question, "dcterms:title", language)


def printed_texts(question: Said, curie: str, language: str) -> tuple[Title, ...]:
    """The texts of a property, those of the language first."""
    found = question.literals(curie)
    found.sort(
        key=lambda each: ((each.language or "") != language, each.language or "", each.value)
    )
    return tuple(Title(each.value, each.language) for each in found)


def family_link(site: SiteData, question: Said, language: str) -> FamilyLink | None:
    """The family that a question is in, None where it is in none."""
    iri = question.iri("hc:memberOf")
    if iri is None:
        return None
    family = Said(site, NamedNode(iri))
    return FamilyLink(
        node=site.node(iri, language),
        members=family.number("hc:memberCount") or 0,
        read=family.number("hc:readCount") or 0,
        answered=family.number("hc:answeredCount") or 0,
    )


def chain_links(site: SiteData, question: Said, language: str) -> tuple[ChainLink, ...]:
    """The questions of the chain that a question is in, by their places."""
    iri = question.iri("hc:inChain")
    if iri is None:
        return ()
    members = [Said(site, each) for each in subjects(site, "hc:inChain", NamedNode(iri))]
    links = (
        ChainLink(
            position=member.number("hc:chainPosition") or 0,
            node=site.node(member.thing.value, language),
            asked_on=member.text("hc:askedOn"),
            status=code(member.iri("hc:status")),
            is_this=member.thing == question.thing,
        )
        for member in members
    )
    return tuple(sorted(links, key=lambda link: (link.position, link.node.label)))


def related_questions(site: SiteData, question: Said, language: str) -> list[Related]:
    """The questions that relations tie to a question, but for those of its family."""
    found = []
    for relation in RELATIONS:
        for iri in question.iris(f"hc:{relation}"):
            other = Said(site, NamedNode(iri))
            title = other.in_language("dcterms:title", language)
            status = code(other.iri("hc:status"))
            named = None if title is None else _title(title)
            found.append(Related(relation, site.node(iri, language), named, status))
    return found


def _title(literal: Literal) -> Title:
    return Title(literal.value, literal.language)
