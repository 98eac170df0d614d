"""Services, platforms and accounts: who holds which, where, and what answers deny."""

from collections.abc import Iterator
from functools import reduce

from hemicycle.networks.facts import Facts
from hemicycle.networks.intervals import ALWAYS, Interval, hull
from hemicycle.networks.projections.projection import Projection
from hemicycle.networks.records import Described, Edge

_OWNERS = (("hc:heldBy", "held-by"), ("hc:spokespersonOf", "spokesperson-of"))
_STANCES = {"denied": "denies", "planned": "plans"}


def account_ties(facts: Facts) -> Iterator[Edge]:
    """Question → account: what its answer claims, and what its page names otherwise."""
    of_pages = facts.reader.questions_of_pages
    for mention in facts.mentions_of_accounts:
        question = of_pages[mention.page]
        kind = "claims" if mention.is_claimed else "mentions"
        yield Edge(question, kind, mention.body, 1, when=facts.when(question))


def owner_ties(facts: Facts) -> Iterator[Edge]:
    """Account → service; the weight is how many questions' answers claim it, at least 1."""
    for curie, kind in _OWNERS:
        owners = facts.reader.values(curie)
        for account, questions in facts.accounts.items():
            for service in owners.get(account, ()):
                weight = max(1, len(questions))
                yield Edge(account, kind, service, weight, when=_since_claimed(facts, questions))


def _since_claimed(facts: Facts, questions: tuple[str, ...]) -> Interval:
    """From the first day that an answer may have claimed it on; without end, as none is told."""
    if not questions:
        return ALWAYS
    return Interval(reduce(hull, (facts.when(question) for question in questions)).start)


def service_ties(facts: Facts) -> Iterator[Edge]:
    """Account → service and platform, and service → platform where an answer denies or plans."""
    yield from owner_ties(facts)
    platforms = facts.reader.values("hc:platform")
    for account, questions in facts.accounts.items():
        for platform in platforms.get(account, ()):
            when = _since_claimed(facts, questions)
            yield Edge(account, "on-platform", platform, max(1, len(questions)), when=when)
    yield from _statement_ties(facts)


def _statement_ties(facts: Facts) -> Iterator[Edge]:
    reader = facts.reader
    for statement in reader.instances("hc:AccountStatement"):
        stance = (reader.look_up(statement, "hc:stance") or "").rpartition("/")[2]
        service = reader.look_up(statement, "hc:attributedTo")
        question = facts.question_of_section.get(reader.look_up(statement, "hc:within") or "")
        for platform in reader.values("hc:platform").get(statement, ()):
            if service and question and stance in _STANCES:
                when = facts.when(question)
                yield Edge(service, _STANCES[stance], platform, 1, when=when)


PROJECTION = Projection(
    described=Described(
        name="service-platform-account",
        title={
            "fr": "Services, plateformes et comptes",
            "nl": "Diensten, platformen en accounts",
            "en": "Services, platforms and accounts",
        },
        description={
            "fr": "Les comptes que les services publics fédéraux disent avoir, sur quelle "
            "plateforme, et ceux qu'ils disent ne pas avoir ou prévoir",
            "nl": "De accounts die de federale overheidsdiensten zeggen te hebben, op welk "
            "platform, en die ze zeggen niet te hebben of te plannen",
            "en": "The accounts that federal services are said to hold, on which platform, and "
            "those they say they do not have or plan",
        },
        is_directed=True,
        node_kinds={
            "account": "an account that a page names",
            "service": "a federal service",
            "platform": "where accounts are",
        },
        edge_kinds={
            "held-by": "account → service; weight: questions whose answers claim it, at least 1",
            "spokesperson-of": "account → service whose spokesperson it is; weight as held-by",
            "on-platform": "account → platform; weight as held-by",
            "denies": "service → platform it says it has no account on; weight: statements",
            "plans": "service → platform it says it plans an account on; weight: statements",
        },
    ),
    ties=service_ties,
)
"""Account → service, account → platform."""
