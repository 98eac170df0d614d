"""A person to their page: questions asked, questions put to them as a minister, parties, posts."""

from collections.abc import Mapping

from msgspec import Struct
from pyoxigraph import NamedNode

from hemicycle.site.asked import QuestionList, asked, question_list
from hemicycle.site.data import Node, SiteData, SitePage
from hemicycle.site.data_block import references
from hemicycle.site.entity import Entity, entity_of, entity_page, nodes, nodes_to, text
from hemicycle.site.history import History, history
from hemicycle.site.lines import Line
from hemicycle.site.tenures import Tenure, tenures

ASKED, PUT = "asked", "put"


class PartyTime(Struct, frozen=True):
    """A party in whose name a person asked, with the days of the first and last question."""

    party: Node
    first: str | None
    last: str | None


class Record(Struct, frozen=True):
    """The questions that a person asked, or that were put to them; `role` is asked or put."""

    role: str
    history: History


class Person(Struct, frozen=True, kw_only=True):
    """What a person's page says; `records` are there for what the person did.

    `role` is that of the list of questions.
    """

    first_name: str | None
    family_name: str | None
    same: tuple[Node, ...]
    legislatures: tuple[Node, ...]
    parties: tuple[PartyTime, ...]
    tenures: tuple[Tenure, ...]
    records: tuple[Record, ...]
    role: str | None
    questions: QuestionList | None


def person_page(
    site: SiteData, reference: str, language: str, parameters: Mapping[str, str]
) -> SitePage | None:
    """The page of a senator or a minister; the parameter `role` says which questions it lists."""
    entity = entity_of(site, f"person/{reference}", language, parameters)
    if entity is None:
        return None
    person = person_of(site, entity, language, parameters)
    said = {
        "@type": "Person",
        "givenName": person.first_name,
        "familyName": person.family_name,
        "memberOf": references("Organization", (each.party for each in person.parties)),
        "jobTitle": list(dict.fromkeys(each.post.label for each in person.tenures if each.post)),
    }
    return entity_page(site, "person.html", entity, language, said, person=person)


def person_of(
    site: SiteData, entity: Entity, language: str, parameters: Mapping[str, str]
) -> Person:
    """What the page of a person says."""
    found = _questions(site, NamedNode(entity.iri))
    role = parameters.get("role", "")
    role = role if role in found else next(iter(found), "")
    same = (*nodes(site, entity, "skos:exactMatch", language),
            *nodes_to(site, entity, "skos:exactMatch", language))  # fmt: skip
    listed = found.get(role)
    return Person(
        first_name=text(site, entity, "foaf:givenName"),
        family_name=text(site, entity, "foaf:familyName"),
        same=tuple(dict.fromkeys(same)),
        legislatures=nodes(site, entity, "org:memberOf", language),
        parties=_parties(site, entity, language),
        tenures=tenures(site, "person-posts", entity, language),
        records=tuple(Record(name, history(each, language)) for name, each in found.items()),
        role=role or None,
        questions=None if listed is None else question_list(site, listed, language, parameters),
    )


def _questions(site: SiteData, person: NamedNode) -> dict[str, tuple[Line, ...]]:
    """The questions of each role that the person has had."""
    roles = ((ASKED, "hc:askedBy"), (PUT, "hc:holderWhenAsked"))
    found = {name: asked(site, relation, person) for name, relation in roles}
    return {name: questions for name, questions in found.items() if questions}


def _parties(site: SiteData, entity: Entity, language: str) -> tuple[PartyTime, ...]:
    return tuple(
        PartyTime(site.node(row.text("party") or "", language), row.text("first"), row.text("last"))
        for row in site.rows("person-parties", entity=NamedNode(entity.iri))
    )
