"""A seed and a legislature to a family of questions and all that ties them."""

from datetime import date, timedelta
from random import Random

from corpus.days import LEGISLATURES, closing_after, deadline, weekday_from
from corpus.family import Family, Happening, Member, Tie
from corpus.offices import Post, held_posts, posts, services
from corpus.outcomes import Course, draw_course, draw_outcome
from corpus.senators import draw_senator
from corpus.subjects import draw_run_together, draw_subject

_SIZES = ((1,), (2, 3, 4), (5, 6, 7, 8, 9), tuple(range(10, 20)))
_SIZE_WEIGHTS = (58, 24, 10, 8)
_MOST_IN_BULLETIN = 6
_DUTCH = 0.62
_FROM_ANOTHER_KIND = 0.06
_LINKED = 0.03
_REINTRODUCED = 0.6
_OTHER_DAY = 0.05
_SERVICES = (1, 1, 1, 2, 2, 3)
LARGEST_FAMILY = 19
NUMBERS_A_FAMILY = 2 * LARGEST_FAMILY
"""A family asked once and then again takes so many numbers at the most."""


def plan_family(rng: Random, legislature: int, first_serial: int, can_run: bool) -> Family:
    """A family whose numbers begin at `first_serial`.

    `can_run` is whether a question alone may have the keywords of a pipe table.
    """
    language = "nl" if rng.random() < _DUTCH else "fr"
    asked_on = _draw_day(rng, legislature)
    size = rng.choice(rng.choices(_SIZES, _SIZE_WEIGHTS)[0])
    if legislature < 4:
        size = min(size, _MOST_IN_BULLETIN)
    is_from_another = legislature > 3 and rng.random() < _FROM_ANOTHER_KIND
    subject = draw_subject(rng, is_from_another)
    keywords = draw_run_together(rng) if can_run and size == 1 else subject.keywords
    members = _draw_members(rng, legislature, first_serial, asked_on, size, is_from_another)
    return Family(
        legislature,
        language,
        draw_senator(rng, language, asked_on),
        subject.topic,
        subject.title,
        keywords,
        subject.aspects,
        subject.style,
        rng.getrandbits(40),
        members,
    )


def _draw_day(rng: Random, legislature: int) -> date:
    period = LEGISLATURES[legislature]
    days = (period.last - period.first).days
    return min(weekday_from(period.first + timedelta(days=rng.randrange(days))), period.last)


def _draw_members(
    rng: Random, legislature: int, serial: int, asked_on: date, size: int, is_from_another: bool
) -> tuple[Member, ...]:
    """The family; where its files were closed and it was asked again, both times."""
    addressees = _draw_posts(rng, asked_on, size)
    closed_on = closing_after(legislature, asked_on)
    again = closed_on is not None and rng.random() < _REINTRODUCED
    members = []
    for at, post in enumerate(addressees):
        ties = _also_asked(legislature, serial, size, at)
        if is_from_another:
            other = f"{legislature}-{rng.randint(100, 5000)}"
            ties = (*ties, Tie("requalification-of", "request-for-explanations", other))
        elif not again and rng.random() < _LINKED:
            ties = (
                *ties,
                Tie("linked-to", "written-question", f"{legislature}-{max(1, serial - 7)}"),
            )
        day = asked_on
        if at and rng.random() < _OTHER_DAY:
            day = min(weekday_from(asked_on + timedelta(days=11)), LEGISLATURES[legislature].last)
        outcome = "closed" if again else draw_outcome(rng, legislature, day)
        if again:
            day = asked_on
            ties = (*ties, _tie("reintroduced-as", legislature, serial + size + at))
        members.append(_member(rng, legislature, serial + at, day, post, outcome, ties))
    if again and closed_on is not None:
        members += _asked_again(rng, members, closed_on)
    return tuple(members)


def _asked_again(rng: Random, members: list[Member], closed_on: date) -> list[Member]:
    """The same questions to the ministers of the next government, with numbers of their own."""
    legislature, size = members[0].legislature, len(members)
    serial = members[0].serial + size
    day = weekday_from(closed_on + timedelta(days=rng.randint(4, 30)))
    again = []
    for at, before in enumerate(members):
        ties = _also_asked(legislature, serial, size, at)
        ties = (*ties, _tie("reintroduction-of", legislature, before.serial))
        outcome = draw_outcome(rng, legislature, day)
        again.append(_member(rng, legislature, serial + at, day, before.post, outcome, ties))
    return again


def _tie(kind: str, legislature: int, serial: int) -> Tie:
    return Tie(kind, "written-question", f"{legislature}-{serial}")


def _also_asked(legislature: int, serial: int, size: int, own: int) -> tuple[Tie, ...]:
    if legislature < 4:
        return ()
    return tuple(_tie("also-asked", legislature, serial + at) for at in range(size) if at != own)


def _member(
    rng: Random,
    legislature: int,
    serial: int,
    day: date,
    post: Post,
    outcome: str,
    ties: tuple[Tie, ...],
) -> Member:
    course: Course = draw_course(rng, outcome, legislature, day)
    if outcome == "requalified":
        kind, number = _other_kind(rng)
        ties = (*ties, Tie("requalified-as", kind, f"{legislature}-{number}"))
    happenings: tuple[Happening, ...] = course.happenings
    last_day = deadline(legislature, day) if LEGISLATURES[legislature].has_deadlines else None
    spoken_for = tuple(rng.sample(services(), rng.choice(_SERVICES)))
    return Member(
        *(legislature, serial, day, post, spoken_for, happenings, last_day, ties, course.replies)
    )


def _other_kind(rng: Random) -> tuple[str, int]:
    kind = "oral-question" if rng.random() < 0.4 else "request-for-explanations"
    return kind, rng.randint(100, 5000)


def _draw_posts(rng: Random, day: date, count: int) -> list[Post]:
    """As many titles as wanted, of those in office where they are enough."""
    held = held_posts(day)
    return rng.sample(held if len(held) >= count else posts(), count)
