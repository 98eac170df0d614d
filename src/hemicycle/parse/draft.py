"""The facts that rules have read so far, to the finished record."""

from dataclasses import dataclass, field
from datetime import date

from hemicycle.page import Page
from hemicycle.parse.lines import Cell, Line
from hemicycle.records import (
    Answer,
    Asker,
    Event,
    PartedText,
    Record,
    Relation,
    UnreadLine,
)

Span = tuple[int, int]


@dataclass
class Draft:
    """One record in the making; rules fill it, nothing is ever taken back.

    `used` tells which rule read which line, by the line's number. Events,
    relations and places are keys of maps: once each, in the order of the page.
    `has_body` says that a marker below the head opens the question's text,
    `is_chronology_open` that the heading of the chronology was read.
    """

    page: Page
    layout: str
    languages: tuple[str, ...] = ()
    question: str | None = None
    session: str | None = None
    asked_on: date | None = None
    original_language: str | None = None
    asker: Asker | None = None
    addressee: dict[str, str] = field(default_factory=dict)
    title: dict[str, str] = field(default_factory=dict)
    keywords: list[dict[str, str]] = field(default_factory=list)
    events: dict[Event, int] = field(default_factory=dict)
    answer_deadline: date | None = None
    relations: dict[Relation, int] = field(default_factory=dict)
    question_text: dict[str, PartedText] = field(default_factory=dict)
    answers: list[Answer] = field(default_factory=list)
    printed_status: str | None = None
    bulletin: str | None = None
    spans: dict[str, dict[Span, None]] = field(default_factory=dict)
    used: dict[int, str] = field(default_factory=dict)

    title_cells: list[Cell] = field(default_factory=list)
    keyword_cells: list[Cell] = field(default_factory=list)
    is_title_closed: bool = False
    has_marker: bool = False
    has_body: bool = False
    is_chronology_open: bool = False

    @property
    def may_be_german(self) -> bool:
        """Whether the marker names German, or no language: so it stands on German questions."""
        return self.original_language == "de" or (
            self.has_marker and self.original_language is None
        )

    def use(self, line: Line, rule: str) -> None:
        """Say that `rule` read this line."""
        self.used[line.number] = rule

    def mark(self, key: str, start: int, end: int) -> None:
        """Say that the value `key` stands at [start, end)."""
        self.spans.setdefault(key, {})[start, end] = None

    def agrees(self, key: str, value: object) -> bool:
        """Whether a scalar is not read yet, or was read as this same value."""
        return getattr(self, key) in (None, value)

    def settle(self, key: str, value: object, start: int, end: int) -> None:
        """Take the value of a scalar, and where it stands."""
        setattr(self, key, value)
        self.mark(key, start, end)

    def add_event(self, event: Event, start: int, end: int) -> None:
        """Take an event; one that is printed again gets a second place alone."""
        self.mark(f"events/{self.events.setdefault(event, len(self.events))}", start, end)

    def add_relation(self, relation: Relation, start: int, end: int) -> None:
        """Take a relation; one that is printed again gets a second place alone."""
        number = self.relations.setdefault(relation, len(self.relations))
        self.mark(f"relations/{number}", start, end)


def unread_lines(draft: Draft, lines: list[Line]) -> tuple[UnreadLine, ...]:
    """Every line that is not blank and that no rule read."""
    return tuple(
        UnreadLine(line.number, line.text)
        for line in lines
        if line.text and line.number not in draft.used
    )


def finish(draft: Draft, lines: list[Line]) -> Record:
    """The record of all that was read."""
    return Record(
        question=draft.question,
        layout=draft.layout,
        languages=draft.languages,
        session=draft.session,
        asked_on=draft.asked_on,
        original_language=draft.original_language,
        asker=draft.asker,
        addressee=draft.addressee,
        title=draft.title,
        keywords=tuple(draft.keywords),
        events=tuple(draft.events),
        answer_deadline=draft.answer_deadline,
        relations=tuple(draft.relations),
        question_text=draft.question_text,
        answers=tuple(draft.answers),
        printed_status=draft.printed_status,
        bulletin=draft.bulletin,
        spans={key: tuple(sorted(places)) for key, places in sorted(draft.spans.items())},
        source=draft.page.source,
        unread=unread_lines(draft, lines),
    )
