"""Questions tied by what the pages print: reintroduced as, requalified as, linked to and others."""

from collections.abc import Iterator

from hemicycle.networks.facts import Facts
from hemicycle.networks.projections.projection import Projection
from hemicycle.networks.records import Described, Edge

_FORWARD = (
    ("hc:reintroducedAs", "reintroduced-as"),
    ("hc:requalifiedAs", "requalified-as"),
    ("hc:linkedTo", "linked-to"),
    ("hc:sameTextAs", "same-text-as"),
    ("hc:relatedTo", "related-to"),
)
_BACK = (
    ("hc:reintroductionOf", "reintroduced-as"),
    ("hc:requalificationOf", "requalified-as"),
)
_CHAIN_KINDS = ("reintroduced-as", "requalified-as")

RELATION_KINDS = {
    "reintroduced-as": "question → the later question that takes it up again",
    "requalified-as": "question → what it became, of whatever kind",
    "linked-to": "question → question",
    "same-text-as": "question → question",
    "related-to": "question → question, by a relation with a label of its own",
}


def relation_ties(facts: Facts) -> Iterator[Edge]:
    """The relations of chosen questions, those told from the other end turned round.

    Each once, though both pages print it.
    """
    seen: set[tuple[str, str, str]] = set()
    for question, kind, other, is_forward in _said(facts):
        source, target = (question, other) if is_forward else (other, question)
        if (kind, source, target) not in seen:
            seen.add((kind, source, target))
            yield Edge(source, kind, target, 1, when=facts.when(question))


def _said(facts: Facts) -> Iterator[tuple[str, str, str, bool]]:
    for properties, is_forward in ((_FORWARD, True), (_BACK, False)):
        for curie, kind in properties:
            for question, other in facts.said(curie):
                yield question, kind, other, is_forward


def chain_ties(facts: Facts) -> Iterator[Edge]:
    """Those relations that make chains."""
    yield from (edge for edge in relation_ties(facts) if edge.kind in _CHAIN_KINDS)


PROJECTION = Projection(
    described=Described(
        name="reintroduction-chains",
        title={
            "fr": "Chaînes de réintroduction",
            "nl": "Ketens van opnieuw ingediende vragen",
            "en": "Chains of reintroduction",
        },
        description={
            "fr": "Les questions restées sans réponse et celles qui les reprennent",
            "nl": "De vragen zonder antwoord en de vragen die ze opnieuw stellen",
            "en": "Questions that were taken up again, and what they became",
        },
        is_directed=True,
        node_kinds={
            "question": "a written question, read or known by reference",
            "oral-question": "an oral question",
            "request-for-explanations": "a request for explanations",
        },
        edge_kinds={kind: RELATION_KINDS[kind] for kind in _CHAIN_KINDS},
    ),
    ties=chain_ties,
)
"""Question → question."""
