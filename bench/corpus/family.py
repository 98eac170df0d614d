"""Plain records of what a family of questions is, before any page is made of it."""

from datetime import date

from msgspec import Struct

from corpus.offices import Post, Service
from corpus.pairs import Pair
from corpus.senators import Senator


class Happening(Struct, frozen=True):
    """A dated line of a chronology; `label` only where no known kind has it."""

    kind: str
    on: date
    label: str | None = None


class Tie(Struct, frozen=True):
    """A relation to another question; `label` only where no known kind has it."""

    kind: str
    target_kind: str
    target: str
    label: str | None = None


class Reply(Struct, frozen=True):
    """One answer: its day, the seed of its words, and what there is of it.

    `form` is text, refusal (not competent), not-yet (announced without text) or empty.
    """

    on: date
    seed: int
    form: str
    is_supplementary: bool = False


class Member(Struct, frozen=True):
    """One question of a family: to whom, and what became of it."""

    legislature: int
    serial: int
    asked_on: date
    post: Post
    services: tuple[Service, ...]
    happenings: tuple[Happening, ...]
    deadline: date | None
    ties: tuple[Tie, ...]
    replies: tuple[Reply, ...]

    @property
    def number(self) -> str:
        """`5-8906`."""
        return f"{self.legislature}-{self.serial}"


class Family(Struct, frozen=True):
    """One question put to 1 to 19 ministers, and its words' seed.

    `aspects` are the things asked, as places in the list of bodies.ASPECTS;
    `style` ends the labels of numbered parts: `)`, `.` or `°`.
    """

    legislature: int
    language: str
    asker: Senator
    topic: Pair
    title: Pair
    keywords: tuple[Pair, ...]
    aspects: tuple[int, ...]
    style: str
    seed: int
    members: tuple[Member, ...]
