"""A party to its page: its names and days, its senators, the questions asked in its name."""

from collections import Counter
from collections.abc import Iterable, Mapping

from msgspec import Struct
from pyoxigraph import NamedNode

from hemicycle.site.asked import QuestionList, asked, question_list
from hemicycle.site.data import Node, SiteData, SitePage
from hemicycle.site.entity import Entity, Name, entity_of, entity_page, names, nodes, nodes_to, text
from hemicycle.site.history import History, history
from hemicycle.site.lines import Line


class PartySenator(Struct, frozen=True):
    """Who asked in a party's name: how many questions, and the days of the first and the last."""

    person: Node
    questions: int
    first: str | None
    last: str | None


class Party(Struct, frozen=True, kw_only=True):
    """What a party's page says."""

    names: tuple[Name, ...]
    founded: str | None
    dissolved: str | None
    followed_by: tuple[Node, ...]
    follows: tuple[Node, ...]
    senators: tuple[PartySenator, ...]
    history: History
    questions: QuestionList


def party_page(
    site: SiteData, reference: str, language: str, parameters: Mapping[str, str]
) -> SitePage | None:
    """The page of a party."""
    entity = entity_of(site, f"party/{reference}", language, parameters)
    if entity is None:
        return None
    party = party_of(site, entity, language, parameters)
    said = {
        "@type": "Organization",
        "alternateName": [name.text for name in party.names],
        "foundingDate": party.founded,
        "dissolutionDate": party.dissolved,
    }
    return entity_page(site, "party.html", entity, language, said, party=party)


def party_of(site: SiteData, entity: Entity, language: str, parameters: Mapping[str, str]) -> Party:
    """What the page of a party says."""
    questions = asked(site, "hc:askedInNameOf", NamedNode(entity.iri))
    return Party(
        names=names(site, entity, "dcterms:title", "skos:prefLabel", "skos:altLabel"),
        founded=text(site, entity, "schema:foundingDate"),
        dissolved=text(site, entity, "schema:dissolutionDate"),
        followed_by=nodes(site, entity, "dcterms:isReplacedBy", language),
        follows=nodes_to(site, entity, "dcterms:isReplacedBy", language),
        senators=_senators(site, entity, questions, language),
        history=history(questions, language),
        questions=question_list(site, questions, language, parameters),
    )


def _senators(
    site: SiteData, entity: Entity, questions: Iterable[Line], language: str
) -> tuple[PartySenator, ...]:
    """Those who asked in its name, the busiest first."""
    thing = NamedNode(entity.iri)
    times = {row.text("person"): row for row in site.rows("party-senators", entity=thing)}
    found = []
    askers = Counter(line.asker for line in questions if line.asker)
    for asker, count in askers.items():
        person = site.mint.thing(f"person/{asker}").value
        time = times.get(person)
        found.append(
            PartySenator(
                person=site.node(person, language),
                questions=count,
                first=None if time is None else time.text("first"),
                last=None if time is None else time.text("last"),
            )
        )
    return tuple(sorted(found, key=lambda each: (-each.questions, each.person.label)))
