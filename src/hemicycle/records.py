"""The record: what one page says, as `hemicycle parse` prints it.

Every key is always present. What is not printed is null, an empty list or an
empty map; a language that is not there has no key. Nothing is guessed.
"""

from datetime import date

from msgspec import Struct

from hemicycle.page import Source


class Text(Struct, frozen=True):
    """A stretch of the page: `text == page[start:end]`, no white space at either end."""

    text: str
    start: int
    end: int


class Part(Struct, frozen=True):
    """One numbered part of a question or an answer; `text` leaves its label out.

    "1 et 2)" has the numbers 1 and 2. A lettered or dashed part has none.
    """

    label: str
    numbers: tuple[int, ...]
    text: str
    start: int
    end: int
    parts: tuple["Part", ...] = ()


class PartedText(Struct, frozen=True):
    """A text with the numbered parts it holds."""

    text: str
    start: int
    end: int
    parts: tuple[Part, ...]


class Asker(Struct, frozen=True):
    """Who asks, as printed: a bulletin gives the surname alone, and no party."""

    name: str
    party: str | None


class Event(Struct, frozen=True, omit_defaults=True):
    """One dated line of the chronology; `label` only where the kind is unknown."""

    kind: str
    on: date
    label: str | None = None


class Relation(Struct, frozen=True, omit_defaults=True):
    """One line that ties this question to another; `label` only where the kind is unknown."""

    kind: str
    target_kind: str
    target: str
    label: str | None = None


class Section(Struct, frozen=True):
    """One stretch of an answer that speaks for one service.

    `service_label` is the heading line as printed, by language; empty where no
    heading stands above the section.
    """

    service_label: dict[str, str]
    text: dict[str, Text]
    parts: dict[str, tuple[Part, ...]]


class Answer(Struct, frozen=True):
    """One answer, with its sections in the order of the page; always at least one."""

    received_on: date | None
    text: dict[str, Text]
    sections: tuple[Section, ...]


class UnreadLine(Struct, frozen=True):
    """A line that no rule consumed; lines count from 1."""

    line: int
    text: str


class Record(Struct, frozen=True, kw_only=True):
    """What one page says of one written question."""

    question: str | None
    layout: str
    languages: tuple[str, ...]
    session: str | None
    asked_on: date | None
    original_language: str | None
    asker: Asker | None
    addressee: dict[str, str]
    title: dict[str, str]
    keywords: tuple[dict[str, str], ...]
    events: tuple[Event, ...]
    answer_deadline: date | None
    relations: tuple[Relation, ...]
    question_text: dict[str, PartedText]
    answers: tuple[Answer, ...]
    printed_status: str | None
    bulletin: str | None
    spans: dict[str, tuple[tuple[int, int], ...]]
    source: Source
    unread: tuple[UnreadLine, ...]
