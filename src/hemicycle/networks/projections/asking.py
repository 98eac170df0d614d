"""Who asks whom: senators and parties to ministers, weighted by questions."""

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from hemicycle.networks.facts import Facts
from hemicycle.networks.intervals import Interval, interval
from hemicycle.networks.projections.projection import Projection
from hemicycle.networks.records import Described, Edge, Value

_MINISTER = "who held the post on the day of asking"
_POST = "the post itself, where its holder is not known"


class Asked(Struct, frozen=True):
    """Who put a question, and to whom."""

    source: str
    minister: str


def _asked(facts: Facts, curie: str) -> dict[Asked, list[str]]:
    """The chosen questions of each pair."""
    found: dict[Asked, list[str]] = {}
    for question, source in facts.said(curie):
        for minister in facts.ministers(question):
            found.setdefault(Asked(source, minister), []).append(question)
    return found


def asking_ties(facts: Facts, curie: str) -> Iterator[Edge]:
    """One tie a pair, its weight the questions, its days those of the first and the last."""
    for pair, questions in _asked(facts, curie).items():
        days = sorted(day for one in questions if (day := facts.asked_on(one)))
        when = interval(days[0], days[-1]) if days else Interval()
        values = _values(facts, questions, days)
        yield Edge(pair.source, "asked", pair.minister, len(questions), values, when)


def _values(facts: Facts, questions: list[str], days: list[str]) -> dict[str, Value]:
    waits = [wait for one in questions if (wait := facts.days_to_answer(one)) is not None]
    values: dict[str, Value] = {"answered": sum(bool(facts.answers(one)) for one in questions)}
    if days:
        values |= {"first_year": int(days[0][:4]), "last_year": int(days[-1][:4])}
        values["years"] = tuple(sorted({day[:4] for day in days}))
    if waits:
        values["mean_days_to_answer"] = round(sum(waits) / len(waits), 1)
    return values


def senator_ties(facts: Facts) -> Iterator[Edge]:
    """Senator → minister."""
    yield from asking_ties(facts, "hc:askedBy")


def party_ties(facts: Facts) -> Iterator[Edge]:
    """Party → minister."""
    yield from asking_ties(facts, "hc:askedInNameOf")


def yearly_ties(facts: Facts) -> Iterator[Edge]:
    """Senator → minister, a tie a year: each year is a kind, so Gephi keeps them apart."""
    for pair, questions in _asked(facts, "hc:askedBy").items():
        years = Counter(day[:4] for one in questions if (day := facts.asked_on(one)))
        for year, times in years.items():
            when = Interval(f"{year}-01-01", f"{year}-12-31")
            values: dict[str, Value] = {"year": int(year)}
            yield Edge(pair.source, f"asked-{year}", pair.minister, times, values, when)


SENATORS = Projection(
    described=Described(
        name="senator-minister",
        title={
            "fr": "Qui interroge qui : sénateurs et ministres",
            "nl": "Wie ondervraagt wie: senatoren en ministers",
            "en": "Who asks whom: senators and ministers",
        },
        description={
            "fr": "Chaque sénateur et les ministres qu'il interroge ; le poids est le nombre de "
            "questions",
            "nl": "Elke senator en de ministers die hij ondervraagt; het gewicht is het aantal "
            "vragen",
            "en": "Each senator and the ministers they ask; the weight is the number of questions",
        },
        is_directed=True,
        node_kinds={"senator": "who asks", "minister": _MINISTER, "post": _POST},
        edge_kinds={"asked": "senator → minister; weight: questions"},
    ),
    ties=senator_ties,
    source_person="senator",
    target_person="minister",
)
"""Senator → minister, one edge a pair."""

YEARS = Projection(
    described=Described(
        name="senator-minister-by-year",
        title={
            "fr": "Qui interroge qui, par année",
            "nl": "Wie ondervraagt wie, per jaar",
            "en": "Who asks whom, by year",
        },
        description={
            "fr": "Chaque sénateur et les ministres qu'il interroge, une arête par année ; le "
            "poids est le nombre de questions de l'année",
            "nl": "Elke senator en de ministers die hij ondervraagt, één verbinding per jaar; het "
            "gewicht is het aantal vragen van dat jaar",
            "en": "Each senator and the ministers they ask, an edge a year; the weight is the "
            "number of questions of that year",
        },
        is_directed=True,
        node_kinds={"senator": "who asks", "minister": _MINISTER, "post": _POST},
        edge_kinds={"asked-YEAR": "senator → minister; weight: questions asked in that year"},
    ),
    ties=yearly_ties,
    source_person="senator",
    target_person="minister",
)
"""Senator → minister, one edge a pair and year."""

PARTIES = Projection(
    described=Described(
        name="party-minister",
        title={
            "fr": "Les partis et les ministres qu'ils interrogent",
            "nl": "De partijen en de ministers die ze ondervragen",
            "en": "Parties and the ministers they ask",
        },
        description={
            "fr": "Chaque parti au nom duquel on interroge des ministres ; le poids est le nombre "
            "de questions",
            "nl": "Elke partij namens welke ministers ondervraagd worden; het gewicht is het "
            "aantal vragen",
            "en": "Each party in whose name ministers are asked; the weight is the number of "
            "questions",
        },
        is_directed=True,
        node_kinds={
            "party": "in whose name a question is asked",
            "minister": _MINISTER,
            "post": _POST,
        },
        edge_kinds={"asked": "party → minister; weight: questions"},
    ),
    ties=party_ties,
    target_person="minister",
)
"""Party → minister."""
