"""A question of a family to all that one page prints of it: a sheet, in any layout."""

from datetime import date
from random import Random

from msgspec import Struct

from corpus import bodies
from corpus.blocks import Block
from corpus.bodies import Told
from corpus.family import Family, Happening, Member, Reply, Tie
from corpus.pairs import LANGUAGES, Pair
from corpus.slots import Slots

LAYOUTS = ("web", "unilingual-print", "bilingual-print", "table", "pipe-table", "bulletin")
BILINGUAL = ("bilingual-print", "pipe-table")
_BLANK_AFTER_DATE = 0.12


class PrintedAnswer(Struct, frozen=True):
    """One answer as a page prints it: its sections by language, none where no text stands."""

    reply: Reply
    sections: dict[str, list[Told]]


class Sheet(Struct, frozen=True):
    """One page before it is laid out; `language` is the address's LANG, and that of labels.

    `bits` are random bits for what is only a matter of print; `faults` are the
    kinds planted, `stray` the line of one of them.
    """

    family: Family
    member: Member
    layout: str
    language: str
    languages: tuple[str, ...]
    asked_on: date
    happenings: tuple[Happening, ...]
    ties: tuple[Tie, ...]
    question: dict[str, list[Block]]
    answers: list[PrintedAnswer]
    is_loose: bool
    bits: int
    stray: str | None = None
    faults: tuple[str, ...] = ()

    @property
    def deadline(self) -> date | None:
        """The deadline, on the layouts that print it."""
        has_it = self.layout in ("web", "bilingual-print", "table")
        return self.member.deadline if has_it else None

    @property
    def keywords(self) -> tuple[Pair, ...]:
        """The keywords, on the layouts that print them."""
        return () if self.layout == "bulletin" else self.family.keywords

    @property
    def is_damaged(self) -> bool:
        """Whether its accents are damaged."""
        return "damaged-accents" in self.faults

    @property
    def stem(self) -> str:
        """The name of the page's file without its ending."""
        return f"{self.member.number}.{self.layout}.{self.language}"


class FamilyWords:
    """The words of a family's question, made once a language."""

    def __init__(self, family: Family) -> None:
        self._family = family
        self._questions: dict[str, list[Block]] = {}

    def question(self, language: str) -> list[Block]:
        """The question's paragraphs."""
        if language not in self._questions:
            self._questions[language] = self._make(language)
        return self._questions[language]

    def _make(self, language: str) -> list[Block]:
        family = self._family
        slots = self._slots(family.seed, language, family.members[0].asked_on.year)
        if " - " not in family.title.fr:
            return bodies.short_blocks(slots)
        is_transversal = family.legislature > 5
        return bodies.question_blocks(slots, family.aspects, family.style, is_transversal)

    def answer(self, member: Member, reply: Reply, language: str) -> list[Told]:
        """The sections of an answer; none where it has no text."""
        if reply.form in ("empty", "not-yet"):
            return []
        family = self._family
        slots = self._slots(reply.seed, language, reply.on.year)
        if reply.form == "refusal":
            return bodies.refusal(slots)
        return bodies.answer_sections(slots, family.aspects, family.style, member.services)

    def _slots(self, seed: int, language: str, year: int) -> Slots:
        family = self._family
        return Slots(Random(seed), language, family.topic, family.legislature, year)


def draw_sheet(
    rng: Random, family: Family, member: Member, layout: str, words: FamilyWords
) -> Sheet:
    """The sheet of a question in a layout, without faults."""
    language = "fr" if rng.random() < 0.5 else "nl"
    languages = LANGUAGES if layout in BILINGUAL else (language,)
    replies = _replies(member, layout)
    return Sheet(
        family=family,
        member=member,
        layout=layout,
        language=language,
        languages=languages,
        asked_on=member.asked_on,
        happenings=_happenings(member, layout, bool(replies)),
        ties=_ties(family, member, layout, language),
        question={own: words.question(own) for own in languages},
        answers=[
            PrintedAnswer(reply, {own: words.answer(member, reply, own) for own in languages})
            for reply in replies
        ],
        is_loose=rng.random() < _BLANK_AFTER_DATE,
        bits=rng.getrandbits(40),
        faults=("empty-answer",) if any(reply.form == "empty" for reply in replies) else (),
    )


def _replies(member: Member, layout: str) -> tuple[Reply, ...]:
    """The answers that are printed: a bulletin has the first, if it has a text."""
    if layout != "bulletin":
        return member.replies
    return tuple(reply for reply in member.replies[:1] if reply.form in ("text", "refusal"))


def _happenings(member: Member, layout: str, is_answered: bool) -> tuple[Happening, ...]:
    """The events that are printed: pipe tables have lost them, bulletins tell a reminder."""
    if layout == "pipe-table":
        return ()
    if layout != "bulletin":
        return member.happenings
    reminders = [event for event in member.happenings if event.kind == "reminder"]
    return () if is_answered else tuple(reminders[:1])


def _ties(family: Family, member: Member, layout: str, language: str) -> tuple[Tie, ...]:
    """The relations that are printed: a link has no Dutch label, a bulletin one sentence."""
    if layout != "bulletin":
        return tuple(tie for tie in member.ties if language == "fr" or tie.kind != "linked-to")
    first = family.members[0]
    if member is first or language == "fr":
        return ()
    return (Tie("same-text-as", "written-question", first.number),)
