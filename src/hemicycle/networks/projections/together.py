"""What stands together: ministers in one family, concepts in one question, questions in theirs."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from hemicycle.networks.facts import Facts
from hemicycle.networks.intervals import ALWAYS, Interval, hull, interval
from hemicycle.networks.projections.projection import Projection
from hemicycle.networks.records import Described, Edge


def _pairs(found: Iterable[str], kind: str, when: Interval) -> Iterator[Edge]:
    for one, other in combinations(sorted(set(found)), 2):
        yield Edge(one, kind, other, 1, when=when)


def minister_ties(facts: Facts) -> Iterator[Edge]:
    """Two ministers for each family that both were asked in."""
    ministers: dict[str, set[str]] = {}
    days: dict[str, Interval] = {}
    for question, family in facts.said("hc:memberOf"):
        ministers.setdefault(family, set()).update(facts.ministers(question))
        day = facts.asked_on(question)
        if day:
            asked = interval(day, day)
            days[family] = hull(days.get(family, asked), asked)
    for family, found in ministers.items():
        yield from _pairs(found, "asked-together", days.get(family, ALWAYS))


def concept_ties(facts: Facts) -> Iterator[Edge]:
    """Two concepts for each question that is about both."""
    concepts = facts.reader.values("dcterms:subject")
    for question in facts.questions:
        found = concepts.get(question, ())
        if len(found) > 1:
            yield from _pairs(found, "about-both", _asking_day(facts, question))


def _asking_day(facts: Facts, question: str) -> Interval:
    day = facts.asked_on(question)
    return interval(day, day)


def subject_ties(facts: Facts) -> Iterator[Edge]:
    """Question → concept."""
    for question, concept in facts.said("dcterms:subject"):
        yield Edge(question, "about", concept, 1, when=facts.when(question))


def family_ties(facts: Facts) -> Iterator[Edge]:
    """Question → family."""
    for question, family in facts.said("hc:memberOf"):
        yield Edge(question, "member-of", family, 1, when=facts.when(question))


MINISTERS = Projection(
    described=Described(
        name="minister-minister",
        title={
            "fr": "Les ministres interrogés ensemble",
            "nl": "Ministers die samen ondervraagd worden",
            "en": "Ministers asked together",
        },
        description={
            "fr": "Les ministres à qui la même question est posée ; le poids est le nombre de "
            "familles de questions",
            "nl": "Ministers aan wie dezelfde vraag is gesteld; het gewicht is het aantal "
            "families van vragen",
            "en": "Ministers to whom the same question is put; the weight is the number of "
            "families of questions",
        },
        is_directed=False,
        node_kinds={
            "minister": "who held the post on the day of asking",
            "post": "the post itself, where its holder is not known",
        },
        edge_kinds={"asked-together": "minister – minister; weight: families"},
    ),
    ties=minister_ties,
    source_person="minister",
    target_person="minister",
)
"""Minister – minister."""

CONCEPTS = Projection(
    described=Described(
        name="concept-concept",
        title={
            "fr": "Les mots-clés qui vont ensemble",
            "nl": "Trefwoorden die samengaan",
            "en": "Keywords that go together",
        },
        description={
            "fr": "Les mots-clés qui portent sur une même question ; le poids est le nombre de "
            "questions",
            "nl": "Trefwoorden van eenzelfde vraag; het gewicht is het aantal vragen",
            "en": "Keywords of one question; the weight is the number of questions",
        },
        is_directed=False,
        node_kinds={"concept": "what a question is about"},
        edge_kinds={"about-both": "concept – concept; weight: questions"},
    ),
    ties=concept_ties,
)
"""Concept – concept."""

SUBJECTS = Projection(
    described=Described(
        name="question-concept",
        title={
            "fr": "Les questions et leurs mots-clés",
            "nl": "De vragen en hun trefwoorden",
            "en": "Questions and their keywords",
        },
        description={
            "fr": "Chaque question et ce dont elle traite",
            "nl": "Elke vraag en waarover ze gaat",
            "en": "Each question and what it is about",
        },
        is_directed=True,
        node_kinds={"question": "a written question", "concept": "what a question is about"},
        edge_kinds={"about": "question → concept"},
    ),
    ties=subject_ties,
)
"""Question → concept."""

FAMILIES = Projection(
    described=Described(
        name="family-stars",
        title={
            "fr": "Les familles de questions",
            "nl": "De families van vragen",
            "en": "Families of questions",
        },
        description={
            "fr": "Chaque famille, une question posée à plusieurs ministres, et ses membres",
            "nl": "Elke familie, één vraag aan verscheidene ministers, en haar leden",
            "en": "Each family, one question put to several ministers, and its members",
        },
        is_directed=True,
        node_kinds={"question": "a written question", "family": "the family it belongs to"},
        edge_kinds={"member-of": "question → family"},
    ),
    ties=family_ties,
)
"""Question → family."""
