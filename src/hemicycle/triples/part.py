"""The numbered parts of questions and answers to triples, and each part to its path."""

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct
from pyoxigraph import NamedNode

from hemicycle.links import Linked
from hemicycle.mint import Mint, section_path, slug
from hemicycle.records import Part, Section
from hemicycle.triples import terms
from hemicycle.triples.terms import Triple


class PlacedPart(Struct, frozen=True):
    """A part, its path, and the path of what it is a part of."""

    path: str
    whole: str
    part: Part


def question_part_triples(linked: Linked, mint: Mint) -> Iterator[Triple]:
    """What the page says of each part of the question; one in two languages is one node."""
    stem = f"question-part/{linked.question.partition('/')[2]}-"
    for language, whole in linked.record.question_text.items():
        for placed in _placed(whole.parts, stem, linked.question):
            yield from _said(placed, terms.QUESTION_PART, language, mint)


def answer_part_triples(linked: Linked, mint: Mint) -> Iterator[Triple]:
    """What the page says of each part of its answers' sections.

    The first level responds to the parts of the question that bear the same number.
    """
    asked = _numbered(linked)
    for path, section in _sections(linked):
        stem = f"answer-part/{path.partition('/')[2]}-"
        for language, parts in section.parts.items():
            for placed in _placed(parts, stem, path):
                yield from _said(placed, terms.ANSWER_PART, language, mint)
                if placed.whole == path:
                    yield from _responses(placed, asked, mint)


def _numbered(linked: Linked) -> dict[int, dict[str, None]]:
    """The paths of the question's first level by number, in the order of the page.

    A number that two parts of one text bear tells neither, so it is left out.
    """
    paths: dict[int, dict[str, None]] = {}
    stem = f"question-part/{linked.question.partition('/')[2]}-"
    for whole in linked.record.question_text.values():
        bearers = Counter(number for part in whole.parts for number in dict.fromkeys(part.numbers))
        for token, part in zip(part_tokens(whole.parts), whole.parts, strict=True):
            for number in part.numbers:
                if bearers[number] == 1:
                    paths.setdefault(number, {})[stem + token] = None
    return paths


def _sections(linked: Linked) -> Iterator[tuple[str, Section]]:
    reference = linked.question.partition("/")[2]
    for number, answer in enumerate(linked.record.answers, start=1):
        for ordinal, section in enumerate(answer.sections, start=1):
            yield section_path(reference, number, ordinal), section


def _placed(parts: tuple[Part, ...], stem: str, whole: str) -> Iterator[PlacedPart]:
    for token, part in zip(part_tokens(parts), parts, strict=True):
        path = stem + token
        yield PlacedPart(path, whole, part)
        if part.parts:
            yield from _placed(part.parts, f"{path}.", path)


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


def part_tokens(parts: tuple[Part, ...]) -> list[str]:
    """What tells each of these siblings apart in an IRI, whatever their labels are.

    The first number, where no sibling begins with the same; else the label, as far
    as no sibling before it has taken it; else `p` and the place among the siblings.
    Tokens hold no hyphen and no full stop: those join tokens and keys.

    >>> def part(label: str, *numbers: int) -> Part:
    ...     return Part(label, numbers, "", 0, 0)
    >>> part_tokens((part("1)", 1), part("2 et 3)", 2, 3), part("b)"), part("-"), part("1)", 1)))
    ['1', '2', 'b', 'p4', 'p5']
    """
    firsts = Counter(part.numbers[0] for part in parts if part.numbers)
    taken = {str(number) for number, count in firsts.items() if count == 1}
    tokens = []
    for ordinal, part in enumerate(parts, start=1):
        if part.numbers and firsts[part.numbers[0]] == 1:
            token = str(part.numbers[0])
        else:
            token = _label_token(part.label)
            if not token or token in taken:
                token = f"p{ordinal}"
            taken.add(token)
        tokens.append(token)
    return tokens


def _label_token(label: str) -> str:
    """The label as a token; empty where it has no letter or digit, or reads as a place."""
    if not any(sign.isalnum() for sign in label):
        return ""
    token = slug(label).replace("-", "_")
    return "" if token[0] == "p" and token[1:].isdecimal() else token
