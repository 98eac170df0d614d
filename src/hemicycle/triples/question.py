"""A question's record to triples: what its page says of the question itself."""

from collections.abc import Iterator
from datetime import date

from pyoxigraph import NamedNode

from hemicycle.errors import BuildError
from hemicycle.links import Linked
from hemicycle.mint import Mint
from hemicycle.paths import event_path, relation_path
from hemicycle.triples import terms
from hemicycle.triples.terms import Triple

_RELATIONS = {
    "also-asked": terms.ALSO_ASKED_AS,
    "reintroduced-as": terms.REINTRODUCED_AS,
    "reintroduction-of": terms.REINTRODUCTION_OF,
    "requalification-of": terms.REQUALIFICATION_OF,
    "requalified-as": terms.REQUALIFIED_AS,
    "linked-to": terms.LINKED_TO,
    "same-text-as": terms.SAME_TEXT_AS,
    "unknown": terms.RELATED_TO,
}


def question_triples(linked: Linked, mint: Mint) -> Iterator[Triple]:
    """What the page says of its question: number, texts, days, names, relations.

    Raises BuildError when a relation is of a kind that the record does not have.
    """
    node = mint.thing(linked.question)
    yield node, terms.TYPE, terms.WRITTEN_QUESTION
    yield from reference_triples(linked.question, mint)
    yield from _texts(node, linked)
    yield from _days(node, linked)
    yield from _people(node, linked, mint)
    yield from _keywords(node, linked, mint)
    for event in linked.record.events:
        yield (
            node,
            terms.HAS_EVENT,
            mint.thing(event_path(linked.question.partition("/")[2], event)),
        )
    for relation in linked.record.relations:
        if relation.kind not in _RELATIONS:
            raise BuildError(f"no property stands for the relation {relation.kind!r}")
        yield node, _RELATIONS[relation.kind], mint.thing(relation_path(relation))
    yield node, terms.WAS_DERIVED_FROM, mint.thing(f"text/{linked.record.source.key}")


def reference_triples(path: str, mint: Mint) -> Iterator[Triple]:
    """What the number of a question of any series says; nothing where it has none."""
    reference = path.partition("/")[2]
    legislature, _, number = reference.partition("-")
    if not (reference.isascii() and legislature.isdecimal() and number.isdecimal()):
        return
    node = mint.thing(path)
    yield node, terms.IDENTIFIER, terms.text(reference)
    yield node, terms.LEGISLATURE, mint.thing(f"legislature/{legislature}")
    yield node, terms.NUMBER, terms.integer(number.lstrip("0") or "0")


def _texts(node: NamedNode, linked: Linked) -> Iterator[Triple]:
    for language, title in linked.record.title.items():
        yield node, terms.TITLE, terms.text(title, language)
    for language, whole in linked.record.question_text.items():
        yield node, terms.TEXT, terms.text(whole.text, language)
    if linked.record.original_language is not None:
        original = terms.language(linked.record.original_language)
        yield node, terms.ORIGINAL_LANGUAGE, original
    for printed, value in (
        (terms.SESSION, linked.record.session),
        (terms.BULLETIN, linked.record.bulletin),
        (terms.PRINTED_STATUS, linked.record.printed_status),
    ):
        if value is not None:
            yield node, printed, terms.word(value)


def _days(node: NamedNode, linked: Linked) -> Iterator[Triple]:
    days: tuple[tuple[NamedNode, date | None], ...] = (
        (terms.ASKED_ON, linked.record.asked_on),
        (terms.ANSWER_DEADLINE, linked.record.answer_deadline),
    )
    for printed, day in days:
        if day is not None:
            yield node, printed, terms.date(day)


def _people(node: NamedNode, linked: Linked, mint: Mint) -> Iterator[Triple]:
    asker = linked.record.asker
    if asker is not None:
        yield node, terms.PRINTED_ASKER, terms.word(asker.name)
        if asker.party is not None:
            yield node, terms.PRINTED_PARTY, terms.word(asker.party)
    if linked.asker is not None:
        yield node, terms.ASKED_BY, mint.thing(linked.asker)
    if linked.party is not None:
        yield node, terms.ASKED_IN_NAME_OF, mint.thing(linked.party)
    for language, label in linked.record.addressee.items():
        yield node, terms.PRINTED_ADDRESSEE, terms.text(label, language)
    for post in linked.posts:
        yield node, terms.ADDRESSED_TO, mint.thing(post)


def _keywords(node: NamedNode, linked: Linked, mint: Mint) -> Iterator[Triple]:
    for keyword in linked.record.keywords:
        for language, label in keyword.items():
            yield node, terms.PRINTED_KEYWORD, terms.text(label, language)
    for concepts in linked.concepts:
        for concept in concepts:
            yield node, terms.SUBJECT, mint.thing(concept)
        if len(concepts) == 2:  # a bilingual page's, at least one in no authority file
            yield mint.thing(concepts[0]), terms.PRINTED_BESIDE, mint.thing(concepts[1])
