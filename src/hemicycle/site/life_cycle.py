"""A question's events to a line of days: where each stands, and how long between them."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from hemicycle.site.data import SiteData
from hemicycle.site.facts import code
from hemicycle.site.said import Said

LEAST_GAP = 7.0
"""How near two steps may stand on the line, in percent: their marks must not cover each other."""

_FIRST, _LAST = 3.0, 97.0


class Step(Struct, frozen=True):
    """One dated event; `label` is the printed words of one of an unknown kind.

    `days` counts from the first step, `since` from the step before; `place` is where it
    stands on the line, in percent.
    """

    kind: str
    label: str | None
    on: str
    days: int
    since: int
    place: float


class LifeCycle(Struct, frozen=True):
    """The steps in their order, and the deadline where one is printed."""

    steps: tuple[Step, ...]
    deadline: Step | None = None

    @property
    def days(self) -> int:
        """From the first step to the last."""
        return self.steps[-1].days if self.steps else 0


class Event(Struct, frozen=True, order=True):
    """One dated line of the chronology."""

    on: str
    rank: int
    kind: str
    label: str | None = None


_RANKS = ("question-sent", "reminder", "deadline")


def read_events(site: SiteData, question: Said) -> list[Event]:
    """The events that the pages of a question print, by day."""
    found = []
    for iri in question.iris("hc:event"):
        event = Said(site, site.mint.thing(site.mint.path(iri) or ""))
        on, kind = event.text("dcterms:date"), code(event.iri("hc:eventKind")) or "unknown"
        if on is not None:
            found.append(Event(on, _rank(kind), kind, event.text("hc:printedLabel")))
    return sorted(found, key=lambda event: (event.on, event.rank, event.kind, event.label or ""))


def life_cycle(events: Sequence[Event], asked_on: str | None, deadline: str | None) -> LifeCycle:
    """The line of a question's events; without an event of sending, the day of asking begins it."""
    told = list(events)
    if asked_on and not any(event.kind == "question-sent" for event in told):
        told.insert(0, Event(asked_on, 0, "question-sent"))
    if not told:
        return LifeCycle(())
    marked = [*told, Event(deadline, 2, "deadline")] if deadline else told
    marked.sort(key=lambda event: (event.on, event.rank))
    first = date.fromisoformat(marked[0].on)
    days = [(date.fromisoformat(event.on) - first).days for event in marked]
    places = spread([float(each) for each in days])
    steps, limit, before = [], None, 0
    for event, day, place in zip(marked, days, places, strict=True):
        step = Step(event.kind, event.label, event.on, day, day - before, place)
        if event.kind == "deadline":
            limit = step
            continue
        steps.append(step)
        before = day
    return LifeCycle(tuple(steps), limit)


def spread(values: Sequence[float]) -> list[float]:
    """Rising values to places on a line in percent, moved apart where they are too near.

    >>> spread([0, 232, 275]), spread([0, 1, 100])
    ([3.0, 82.3, 97.0], [3.0, 10.0, 97.0])
    """
    if len(values) == 1:
        return [_FIRST]
    gap = min(LEAST_GAP, (_LAST - _FIRST) / (len(values) - 1))
    length = (values[-1] - values[0]) or 1.0
    places = [_FIRST + (_LAST - _FIRST) * (value - values[0]) / length for value in values]
    for at in range(1, len(places)):
        places[at] = max(places[at], places[at - 1] + gap)
    over = max(places[-1], _LAST)
    places[-1] = min(over, _LAST)
    for at in range(len(places) - 2, -1, -1):
        places[at] = min(places[at], places[at + 1] - gap)
    return [round(place, 1) for place in places]


def _rank(kind: str) -> int:
    return _RANKS.index(kind) if kind in _RANKS else len(_RANKS)
