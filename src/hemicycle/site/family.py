"""A family to its page: whom one question was put to, who answered and when, and who did not."""

from collections.abc import Mapping, Sequence

from msgspec import Struct
from pyoxigraph import NamedNode

from hemicycle.site.data import Node, SiteData, SitePage
from hemicycle.site.entity import entity_of, entity_page
from hemicycle.site.facts import code, subjects
from hemicycle.site.family_network import Network, network
from hemicycle.site.family_points import FamilyPoint, family_points
from hemicycle.site.question_points import sections_of
from hemicycle.site.question_ties import Title, titles
from hemicycle.site.said import Said


class Member(Struct, frozen=True):
    """One question of a family; of one that was not read the number alone is known."""

    node: Node
    is_read: bool
    addressee: Node | None
    holder: Node | None
    asker: Node | None
    asked_on: str | None
    reminders: int | None
    answered_on: str | None
    days: int | None
    status: str | None
    services: tuple[Node, ...]
    titles: tuple[Title, ...]


class Agreement(Struct, frozen=True):
    """Whether the members say the same of one thing; None where fewer than two say it."""

    name: str
    value: bool | None


class Family(Struct, frozen=True):
    """What a family's page shows."""

    number: str
    titles: tuple[Title, ...]
    members: tuple[Member, ...]
    counts: Mapping[str, int]
    first_answer_on: str | None
    last_answer_on: str | None
    spread: int | None
    agreements: tuple[Agreement, ...]
    points: tuple[FamilyPoint, ...]
    network: Network


COUNTS = (
    "memberCount", "readCount", "answeredCount", "remindedCount", "pendingCount",
    "closedCount", "lapsedCount", "requalifiedCount", "unknownCount",
)  # fmt: skip
_AGREEMENTS = ("textsAgree", "titlesAgree", "daysAgree", "askersAgree")


def family_page(
    site: SiteData, reference: str, language: str, parameters: Mapping[str, str]
) -> SitePage | None:
    """The page of a family, given its lowest number; None where none is known."""
    entity = entity_of(site, f"family/{reference}", language, parameters)
    if entity is None:
        return None
    record = read_family(site, Said(site, NamedNode(entity.iri)), reference, language)
    said = {
        "@type": "Collection",
        "name": record.titles[0].text if record.titles else reference,
        "identifier": reference,
        "collectionSize": len(record.members),
        "hasPart": [{"@type": "Question", "@id": each.node.iri} for each in record.members],
    }
    return entity_page(site, "family.html", entity, language, said, family=record)


def read_family(site: SiteData, family: Said, number: str, language: str) -> Family:
    """The family as a language shows it, its members by number."""
    questions = [Said(site, thing) for thing in subjects(site, "hc:memberOf", family.thing)]
    questions.sort(key=_by_number)
    sections = {each.thing.value: sections_of(site, each.thing) for each in questions}
    members = tuple(
        _member(site, question, sections[question.thing.value], language) for question in questions
    )
    read = [each for each in questions if each.iris("prov:wasDerivedFrom")]
    named = [each.titles for each in members if each.titles]
    own = [found for found in named if found[0].language == language]
    return Family(
        number=number,
        titles=next(iter(own or named), ()),
        members=members,
        counts={name: family.number(f"hc:{name}") or 0 for name in COUNTS},
        first_answer_on=family.text("hc:firstAnswerOn"),
        last_answer_on=family.text("hc:lastAnswerOn"),
        spread=family.number("hc:answerSpread"),
        agreements=tuple(_agreement(family, name) for name in _AGREEMENTS),
        points=family_points(site, read, sections, language),
        network=_network(members),
    )


def _by_number(question: Said) -> tuple[str, int, str]:
    legislature = question.iri("hc:legislature") or ""
    return legislature, question.number("hc:number") or 0, question.thing.value


def _agreement(family: Said, name: str) -> Agreement:
    value = family.text(f"hc:{name}")
    return Agreement(name, None if value is None else value == "true")


def _member(site: SiteData, question: Said, sections: Sequence[Said], language: str) -> Member:
    answers = [Said(site, thing) for thing in subjects(site, "hc:answers", question.thing)]
    answers.sort(key=lambda answer: (answer.text("hc:receivedOn") or "9", answer.thing.value))
    first = answers[0] if answers else None
    services = dict.fromkeys(iri for each in sections for iri in each.iris("hc:onBehalfOf"))
    return Member(
        node=site.node(question.thing.value, language),
        is_read=bool(question.iris("prov:wasDerivedFrom")),
        addressee=_addressee(site, question, language),
        holder=_node(site, question.iri("hc:holderWhenAsked"), language),
        asker=_node(site, question.iri("hc:askedBy"), language),
        asked_on=question.text("hc:askedOn"),
        reminders=question.number("hc:reminderCount"),
        answered_on=first.text("hc:receivedOn") if first else None,
        days=first.number("hc:daysToAnswer") if first else None,
        status=code(question.iri("hc:status")),
        services=tuple(site.node(iri, language) for iri in services),
        titles=titles(question, language),
    )


def _node(site: SiteData, iri: str | None, language: str) -> Node | None:
    return None if iri is None else site.node(iri, language)


def _addressee(site: SiteData, question: Said, language: str) -> Node | None:
    """The post a question is put to, else the words that are printed for it."""
    post = question.iri("hc:addressedTo")
    if post is not None:
        return site.node(post, language)
    printed = question.in_language("hc:printedAddressee", language)
    if printed is None:
        return None
    return Node(question.thing.value, "", printed.value, printed.language)


def _network(members: Sequence[Member]) -> Network:
    return network(
        [
            (
                each.node,
                each.holder or each.addressee,
                each.status if each.is_read else None,
                each.services,
                each.asker,
            )
            for each in members
        ]
    )
