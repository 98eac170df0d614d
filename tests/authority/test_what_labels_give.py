"""What is printed gives what it names: a title and a day the holder, a name the service."""

from itertools import combinations

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import ORG, RDF, RDFS, SDO, SKOS
from rdflib.term import Node

from hemicycle.mint import slug
from hemicycle.namespaces import BASE, HC

SHARED_POSTS: set[URIRef] = set()
"""Posts that two persons may hold on one day, each with its reason; so far there is none."""


def thing(path: str) -> URIRef:
    return URIRef(f"{BASE}id/{path}")


def holding(graph: Graph, membership: Node) -> tuple[str, str]:
    """The days [start, end) of a membership, within those of its government."""
    government = graph.value(membership, ORG.organization)
    assert government is not None
    starts = [str(graph.value(m, SDO.startDate) or "0000") for m in (membership, government)]
    ends = [str(graph.value(m, SDO.endDate) or "9999") for m in (membership, government)]
    return max(starts), min(ends)


def labelled(graph: Graph, label: Literal) -> set[Node]:
    return {
        subject
        for name in (SKOS.prefLabel, SKOS.altLabel, RDFS.label)
        for subject in graph.subjects(name, label)
    }


def test_two_persons_never_hold_one_post_on_one_day(authority: Graph) -> None:
    shared = set()
    for post in authority.subjects(RDF.type, ORG.Post):
        for a, b in combinations(authority.subjects(HC.post, post), 2):
            (start_a, end_a), (start_b, end_b) = holding(authority, a), holding(authority, b)
            other = authority.value(a, ORG.member) != authority.value(b, ORG.member)
            if other and start_a < end_b and start_b < end_a:
                shared.add(post)
    assert shared == SHARED_POSTS


def test_a_post_is_named_by_its_title(authority: Graph) -> None:
    for post in authority.subjects(RDF.type, ORG.Post):
        titles = {
            t.language: t for t in authority.objects(post, RDFS.label) if isinstance(t, Literal)
        }
        key = slug(titles["nl"]) if "nl" in titles else f"fr-{slug(titles['fr'])}"
        assert post == thing(f"post/{key}")


HEALTH = (
    "vice-première ministre et ministre des Affaires sociales et de la Santé publique, "
    "chargée de Beliris et des Institutions culturelles fédérales"
)
PENSIONS = "vice-eersteminister en minister van Pensioenen"


@pytest.mark.parametrize(
    ("title", "day", "holder"),
    [
        (Literal("ministre de l'Emploi", "fr"), "2013-04-30", "monica-de-coninck"),
        (Literal("minister van Werk", "nl"), "2013-07-15", "monica-de-coninck"),
        (Literal(HEALTH, "fr"), "2013-04-30", "laurette-onkelinx"),
        (Literal(PENSIONS, "nl"), "2012-10-21", "vincent-van-quickenborne"),
        (Literal(PENSIONS, "nl"), "2012-10-22", "alexander-de-croo"),
    ],
)
def test_a_title_and_a_day_give_the_holder(
    authority: Graph, title: Literal, day: str, holder: str
) -> None:
    (post,) = labelled(authority, title)
    memberships = list(authority.subjects(HC.post, post))
    current = [m for m in memberships if (span := holding(authority, m))[0] <= day < span[1]]
    assert [authority.value(m, ORG.member) for m in current] == [thing(f"person/{holder}")]


@pytest.mark.parametrize(
    ("label", "language", "key"),
    [
        ("SPF Emploi", "fr", "spf-emploi"),
        ("FOD Werkgelegenheid", "nl", "spf-emploi"),
        ("Service public fédéral (SPF) Santé Publique", "fr", "spf-sante"),
        ("SPF Securité Sociale", "fr", "spf-securite-sociale"),
        ("SPF Finances", "fr", "spf-finances"),
    ],
)
def test_a_printed_name_gives_the_service(
    authority: Graph, label: str, language: str, key: str
) -> None:
    assert labelled(authority, Literal(label, language)) == {thing(f"service/{key}")}
