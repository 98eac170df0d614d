"""What becomes of a question: its chronology and its answers."""

from datetime import date, timedelta
from random import Random
from typing import Final

from msgspec import Struct

from corpus.days import LEGISLATURES, closing_after, weekday_from
from corpus.family import Happening, Reply

OUTCOMES: Final = {
    "answered": 52,
    "reminded-answered": 14,
    "twice-reminded-answered": 4,
    "supplementary": 4,
    "without-text": 2,
    "closed": 7,
    "end-of-legislature": 6,
    "requalified": 3,
    "pending": 5,
    "reminded": 3,
}
"""Of a hundred questions, how many end so, where their day allows it."""

_LONGEST_WAIT_FOR_END = 420
_EMPTY = 0.005
_REFUSED = 0.05


class Course(Struct, frozen=True):
    """A question's chronology, and its answers in the order they came."""

    happenings: tuple[Happening, ...]
    replies: tuple[Reply, ...] = ()


def draw_outcome(rng: Random, legislature: int, asked_on: date) -> str:
    """A way to end that the question's day allows; else it is answered."""
    outcome = rng.choices(tuple(OUTCOMES), tuple(OUTCOMES.values()))[0]
    if outcome == "closed" and closing_after(legislature, asked_on) is None:
        return "answered"
    if outcome == "end-of-legislature":
        end = LEGISLATURES[legislature].end_of_legislature
        if end is None or end - asked_on > timedelta(days=_LONGEST_WAIT_FOR_END):
            return "answered"
    return outcome


def draw_course(rng: Random, outcome: str, legislature: int, asked_on: date) -> Course:
    """The chronology of a question that ends in `outcome`."""
    sent = Happening("question-sent", asked_on)
    reminders = _reminders(rng, outcome, asked_on)
    last = reminders[-1].on if reminders else asked_on
    if outcome in ("pending", "reminded"):
        return Course((sent, *reminders))
    if outcome == "closed":
        closed_on = closing_after(legislature, asked_on) or _later(rng, asked_on, 60, 200)
        return Course((sent, Happening("file-closed", closed_on)))
    if outcome == "end-of-legislature":
        end = LEGISLATURES[legislature].end_of_legislature or _later(rng, asked_on, 60, 400)
        return Course((sent, Happening("end-of-legislature", end)))
    if outcome == "requalified":
        return Course((sent, Happening("requalification", _later(rng, asked_on, 60, 280))))
    return _answered(rng, outcome, (sent, *reminders), _later(rng, last, 8, 130))


def _answered(rng: Random, outcome: str, before: tuple[Happening, ...], on: date) -> Course:
    form = "text" if rng.random() > _REFUSED else "refusal"
    form = "not-yet" if outcome == "without-text" else form
    form = "empty" if form == "text" and rng.random() < _EMPTY else form
    happenings = (*before, Happening("answer", on))
    replies = (Reply(on, rng.getrandbits(40), form),)
    if outcome != "supplementary":
        return Course(happenings, replies)
    again = _later(rng, on, 20, 90)
    more = Reply(again, rng.getrandbits(40), "text", is_supplementary=True)
    return Course((*happenings, Happening("supplementary-answer", again)), (*replies, more))


def _reminders(rng: Random, outcome: str, asked_on: date) -> tuple[Happening, ...]:
    count = {"reminded-answered": 1, "reminded": 1, "twice-reminded-answered": 2}.get(outcome, 0)
    happenings = []
    day = asked_on
    for _ in range(count):
        day = _later(rng, day, 40, 200)
        happenings.append(Happening("reminder", day))
    return tuple(happenings)


def _later(rng: Random, day: date, least: int, most: int) -> date:
    return weekday_from(day + timedelta(days=rng.randint(least, most)))
