"""A question to the facts at the head of its page, each with its node where it has one."""

from msgspec import Struct
from pyoxigraph import NamedNode

from hemicycle.site.data import Node, SiteData
from hemicycle.site.facts import code, subjects
from hemicycle.site.question_ties import (
    ChainLink,
    FamilyLink,
    Related,
    Title,
    chain_links,
    family_link,
    printed_texts,
    related_questions,
    titles,
)
from hemicycle.site.said import Said


class Head(Struct, frozen=True):
    """What stands at the head of a question's page."""

    number: str
    titles: tuple[Title, ...]
    is_read: bool
    kind: str
    status: str | None
    asked_on: str | None
    asker: Node | None
    party: Node | None
    addressees: tuple[Node, ...]
    printed_addressees: tuple[Title, ...]
    holders: tuple[Node, ...]
    legislature: Node | None
    session: str | None
    bulletin: str | None
    original_language: str | None
    deadline: str | None
    reminders: int | None
    keywords: tuple[Node, ...]
    family: FamilyLink | None
    chain: tuple[ChainLink, ...]
    related: tuple[Related, ...]


LANGUAGE_CODES = {"FRA": "fr", "NLD": "nl", "DEU": "de"}


def head(site: SiteData, question: Said, thing: str, language: str) -> Head:
    """The facts of a question as a language shows them."""
    kind, _, number = thing.partition("/")
    legislature = question.iri("hc:legislature")
    return Head(
        number=number,
        titles=titles(question, language),
        is_read=bool(question.iris("prov:wasDerivedFrom")),
        kind=kind,
        status=code(question.iri("hc:status")),
        asked_on=question.text("hc:askedOn"),
        asker=_one(site, question, "hc:askedBy", "hc:printedAsker", language),
        party=_one(site, question, "hc:askedInNameOf", "hc:printedParty", language),
        addressees=_nodes(site, question, "hc:addressedTo", language),
        printed_addressees=printed_texts(question, "hc:printedAddressee", language),
        holders=_nodes(site, question, "hc:holderWhenAsked", language),
        legislature=site.node(legislature, language) if legislature else None,
        session=question.text("hc:session"),
        bulletin=question.text("hc:bulletin"),
        original_language=LANGUAGE_CODES.get(code(question.iri("hc:originalLanguage")) or ""),
        deadline=question.text("hc:answerDeadline"),
        reminders=question.number("hc:reminderCount"),
        keywords=_keywords(site, question, language),
        family=family_link(site, question, language),
        chain=chain_links(site, question, language),
        related=tuple(related_questions(site, question, language)),
    )


def _nodes(site: SiteData, question: Said, curie: str, language: str) -> tuple[Node, ...]:
    return tuple(site.node(iri, language) for iri in question.iris(curie))


def _one(site: SiteData, question: Said, curie: str, printed: str, language: str) -> Node | None:
    """The thing that a property names, else the words that are printed for it."""
    iri, words = question.iri(curie), question.text(printed)
    if iri is not None:
        return site.node(iri, language)
    return None if words is None else Node(question.thing.value, "", words)


def _keywords(site: SiteData, question: Said, language: str) -> tuple[Node, ...]:
    """The keywords; of two that a bilingual page pairs, the one in the page's language."""
    found = {iri: site.node(iri, language) for iri in question.iris("dcterms:subject")}
    hidden: set[str] = set()
    for iri, node in found.items():
        if node.language in (None, language):
            continue
        twins = [*Said(site, NamedNode(iri)).iris("skos:exactMatch")]
        twins += [each.value for each in subjects(site, "skos:exactMatch", NamedNode(iri))]
        if any(twin in found and twin not in hidden for twin in twins):
            hidden.add(iri)
    shown = [node for iri, node in found.items() if iri not in hidden]
    return tuple(sorted(shown, key=lambda node: (node.label.casefold(), node.iri)))
