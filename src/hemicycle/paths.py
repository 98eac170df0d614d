"""Records to the paths of what they tell of: events, relations' targets, numbered parts."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from hemicycle.errors import BuildError
from hemicycle.mint import section_path, slug
from hemicycle.records import Event, Part, Record, Relation, Section

_SERIES = {
    "written-question": "question",
    "request-for-explanations": "request-for-explanations",
    "oral-question": "oral-question",
    "interpellation": "interpellation",
    "unknown": "referred-question",
}
"""Each kind of question has its own series of numbers; what is of no known kind, one apart."""


def event_path(question: str, event: Event) -> str:
    """The path of an event of the question with this key: one a day and kind.

    Events of an unknown kind are told apart by what the page calls them.

    >>> from datetime import date
    >>> event_path("5-8906", Event("reminder", date(2013, 12, 18)))
    'event/5-8906-2013-12-18-reminder'
    >>> event_path("5-8906", Event("unknown", date(2013, 12, 18), "Retrait"))
    'event/5-8906-2013-12-18-unknown-retrait'
    """
    path = f"event/{question}-{event.on.isoformat()}-{event.kind}"
    return path if event.label is None else f"{path}-{slug(event.label)}"


def relation_path(relation: Relation) -> str:
    """The path of the question, of any series, that a relation points at.

    Raises BuildError for a kind of target that has no series.

    >>> relation_path(Relation("requalified-as", "oral-question", "4-378"))
    'oral-question/4-378'
    """
    if relation.target_kind not in _SERIES:
        raise BuildError(f"no series of numbers belongs to {relation.target_kind!r}")
    return f"{_SERIES[relation.target_kind]}/{relation.target}"


class PlacedPart(Struct, frozen=True, gc=False):
    """A part, its path, and the path of what it is a part of."""

    path: str
    whole: str
    part: Part


def question_parts(record: Record, question: str) -> Iterator[tuple[str, PlacedPart]]:
    """The parts of the question with this key, at all levels, each with its language."""
    for language, whole in record.question_text.items():
        for placed in place_parts(
            whole.parts, f"question-part/{question}-", f"question/{question}"
        ):
            yield language, placed


def answer_parts(record: Record, question: str) -> Iterator[tuple[str, PlacedPart]]:
    """The parts of the answers' sections, at all levels, each with its language."""
    for path, section in answer_sections(record, question):
        stem = f"answer-part/{path.partition('/')[2]}-"
        for language, parts in section.parts.items():
            for placed in place_parts(parts, stem, path):
                yield language, placed


def answer_sections(record: Record, question: str) -> Iterator[tuple[str, Section]]:
    """The sections of all answers with their paths, in the order of the page."""
    for number, answer in enumerate(record.answers, start=1):
        for ordinal, section in enumerate(answer.sections, start=1):
            yield section_path(question, number, ordinal), section


def place_parts(parts: tuple[Part, ...], stem: str, whole: str) -> list[PlacedPart]:
    """Some siblings and all that lies in them; `stem` is what their paths begin with."""
    placed: list[PlacedPart] = []
    for token, part in zip(part_tokens(parts), parts, strict=True):
        path = stem + token
        placed.append(PlacedPart(path, whole, part))
        if part.parts:
            placed += place_parts(part.parts, f"{path}.", path)
    return placed


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
    numbers = [part.numbers[0] for part in parts if part.numbers]
    if len(set(numbers)) == len(parts):
        return [str(number) for number in numbers]
    firsts = Counter(numbers) if numbers else {}
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


@lru_cache(maxsize=4096)
def _label_token(label: str) -> str:
    """The label as a token; empty where it has no letter or digit, or reads as a place."""
    if not any(sign.isalnum() for sign in label):
        return ""
    token = slug(label).replace("-", "_")
    return "" if token[0] == "p" and token[1:].isdecimal() else token
