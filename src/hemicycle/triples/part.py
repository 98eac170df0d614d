"""The numbered parts of questions and answers to triples, and each part to its path."""

from collections import Counter
from collections.abc import Iterator

from pyoxigraph import NamedNode

from hemicycle.links import Linked
from hemicycle.mint import Mint
from hemicycle.paths import PlacedPart, answer_parts, part_tokens, question_parts
from hemicycle.triples import terms
from hemicycle.triples.terms import Triple


def question_part_triples(linked: Linked, mint: Mint) -> Iterator[Triple]:
    """What the page says of each part of the question; one in two languages is one node."""
    for language, placed in question_parts(linked.record, _key(linked)):
        yield from _said(placed, terms.QUESTION_PART, language, mint)


def answer_part_triples(linked: Linked, mint: Mint) -> Iterator[Triple]:
    """What the page says of each part of its answers' sections.

    The first level responds to the parts of the question that bear the same number.
    """
    asked = _numbered(linked)
    for language, placed in answer_parts(linked.record, _key(linked)):
        yield from _said(placed, terms.ANSWER_PART, language, mint)
        if placed.whole.startswith("answer-section/"):
            yield from _responses(placed, asked, mint)


def _key(linked: Linked) -> str:
    return linked.question.partition("/")[2]


def _numbered(linked: Linked) -> dict[int, dict[str, None]]:
    """The paths of the question's first level by number, in the order of the page.

    A number that two parts of one text bear tells neither, so it is left out.
    """
    paths: dict[int, dict[str, None]] = {}
    stem = f"question-part/{_key(linked)}-"
    for whole in linked.record.question_text.values():
        bearers = Counter(number for part in whole.parts for number in dict.fromkeys(part.numbers))
        for token, part in zip(part_tokens(whole.parts), whole.parts, strict=True):
            for number in part.numbers:
                if bearers[number] == 1:
                    paths.setdefault(number, {})[stem + token] = None
    return paths


def _said(placed: PlacedPart, kind: NamedNode, language: str, mint: Mint) -> Iterator[Triple]:
    node = mint.thing(placed.path)
    yield mint.thing(placed.whole), terms.HAS_PART, node
    yield node, terms.TYPE, kind
    if placed.part.label:
        yield node, terms.PART_LABEL, terms.word(placed.part.label)
    for number in placed.part.numbers:
        yield node, terms.PART_NUMBER, terms.integer(number)
    if placed.part.text:
        yield node, terms.TEXT, terms.text(placed.part.text, language)


def _responses(
    placed: PlacedPart, asked: dict[int, dict[str, None]], mint: Mint
) -> Iterator[Triple]:
    node = mint.thing(placed.path)
    for number in placed.part.numbers:
        for path in asked.get(number, ()):
            yield node, terms.RESPONDS_TO, mint.thing(path)
