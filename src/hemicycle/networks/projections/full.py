"""The whole graph as one network: questions, who asks and answers them, what they are about."""

from collections.abc import Iterable, Iterator

from hemicycle.networks.facts import Facts
from hemicycle.networks.projections.accounts import account_ties, owner_ties
from hemicycle.networks.projections.projection import Projection
from hemicycle.networks.projections.relations import RELATION_KINDS, relation_ties
from hemicycle.networks.records import Described, Edge

_PROPERTIES = (
    ("hc:askedBy", "asked-by"),
    ("hc:askedInNameOf", "asked-in-name-of"),
    ("hc:addressedTo", "addressed-to"),
    ("hc:holderWhenAsked", "holder-when-asked"),
    ("dcterms:subject", "about"),
    ("hc:memberOf", "member-of"),
)


def ties(facts: Facts) -> Iterator[Edge]:
    """What is said of questions, their answers and the accounts these name.

    hc:alsoAskedAs is left out: between the n questions of a family it would draw
    n × n edges, and their family says the same.
    """
    for curie, kind in _PROPERTIES:
        for question, value in facts.said(curie):
            yield Edge(question, kind, value, 1, when=facts.when(question))
    yield from relation_ties(facts)
    for question in facts.questions:
        yield from _answer_ties(facts, question)
    yield from account_ties(facts)
    yield from owner_ties(facts)


def _answer_ties(facts: Facts, question: str) -> Iterator[Edge]:
    answered_by = facts.reader.values("hc:answeredBy")
    when = facts.when(question)
    for answer in facts.answers(question):
        for person in answered_by.get(answer, ()):
            yield Edge(question, "answered-by", person, 1, when=when)
    for service, sections in facts.services(question).items():
        yield Edge(question, "answered-for", service, sections, when=when)


def alone(facts: Facts) -> Iterable[str]:
    """Every chosen question; where all are chosen, every family and account too."""
    yield from facts.questions
    if facts.is_everything:
        yield from facts.reader.instances("hc:QuestionFamily")
        yield from facts.reader.instances("foaf:OnlineAccount")


PROJECTION = Projection(
    described=Described(
        name="full",
        title={
            "fr": "Tout le graphe",
            "nl": "De hele graaf",
            "en": "The whole graph",
        },
        description={
            "fr": "Les questions, ceux qui les posent et y répondent, ce dont elles traitent et "
            "les comptes que nomment leurs réponses",
            "nl": "De vragen, wie ze stelt en beantwoordt, waarover ze gaan en de accounts die de "
            "antwoorden noemen",
            "en": "Questions, who asks and answers them, what they are about, and the accounts "
            "their answers name",
        },
        is_directed=True,
        node_kinds={
            "question": "a written question, read or known by reference",
            "oral-question": "an oral question that a written one is tied to",
            "request-for-explanations": "a request for explanations that one is tied to",
            "person": "who asks, is asked or answers",
            "party": "in whose name a question is asked",
            "post": "whom a question is addressed to",
            "concept": "what a question is about",
            "family": "one question put to several ministers",
            "service": "what an answer speaks for",
            "account": "an account that a page names",
        },
        edge_kinds={
            "asked-by": "question → person",
            "asked-in-name-of": "question → party",
            "addressed-to": "question → post",
            "holder-when-asked": "question → person who held the post on the day of asking",
            "about": "question → concept",
            "member-of": "question → family",
            "answered-by": "question → person; weight: answers",
            "answered-for": "question → service; weight: sections of answers",
            "claims": "question → account that its answer says is the service's; weight: mentions",
            "mentions": "question → account that its page names otherwise; weight: mentions",
            "held-by": "account → service; weight: questions whose answers claim it, at least 1",
            "spokesperson-of": "account → service whose spokesperson it is; weight as held-by",
            **RELATION_KINDS,
        },
    ),
    ties=ties,
    alone=alone,
)
"""The network of everything."""
