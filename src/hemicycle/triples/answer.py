"""Answers and their sections to triples."""

from collections.abc import Iterator

from pyoxigraph import NamedNode

from hemicycle.links import Linked
from hemicycle.mint import Mint, answer_key, section_path
from hemicycle.records import Answer, Section
from hemicycle.triples import terms
from hemicycle.triples.terms import Triple


def answer_triples(linked: Linked, mint: Mint) -> Iterator[Triple]:
    """What the page says of each answer, and of the service each section speaks for."""
    reference = linked.question.partition("/")[2]
    question = mint.thing(linked.question)
    page = mint.thing(f"text/{linked.record.source.key}")
    for number, answer in enumerate(linked.record.answers, start=1):
        node = mint.thing(f"answer/{answer_key(reference, number)}")
        yield node, terms.TYPE, terms.ANSWER
        yield node, terms.ANSWERS, question
        yield from _said(node, answer)
        paths = [section_path(reference, number, n + 1) for n in range(len(answer.sections))]
        for path in paths:
            yield node, terms.SECTION, mint.thing(path)
        yield node, terms.WAS_DERIVED_FROM, page
        for ordinal, (path, section) in enumerate(zip(paths, answer.sections, strict=True), 1):
            yield from _section(mint.thing(path), ordinal, section)
            if path in linked.section_services:
                service = mint.thing(linked.section_services[path])
                yield mint.thing(path), terms.ON_BEHALF_OF, service


def _said(node: NamedNode, answer: Answer) -> Iterator[Triple]:
    if answer.received_on is not None:
        yield node, terms.RECEIVED_ON, terms.date(answer.received_on)
    for language, whole in answer.text.items():
        yield node, terms.TEXT, terms.text(whole.text, language)


def _section(node: NamedNode, ordinal: int, section: Section) -> Iterator[Triple]:
    yield node, terms.TYPE, terms.ANSWER_SECTION
    yield node, terms.SECTION_NUMBER, terms.integer(ordinal)
    for language, label in section.service_label.items():
        yield node, terms.PRINTED_SERVICE, terms.text(label, language)
    for language, whole in section.text.items():
        yield node, terms.TEXT, terms.text(whole.text, language)
