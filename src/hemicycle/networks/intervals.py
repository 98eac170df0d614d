"""Days to intervals, and two intervals to the one that holds both."""

from datetime import date, timedelta

from msgspec import Struct


class Interval(Struct, frozen=True, gc=False):
    """The days from `start` to `end`, ISO, both counted in; None where nothing bounds it."""

    start: str | None = None
    end: str | None = None


ALWAYS = Interval()
"""What no day bounds."""


def interval(start: str | None, end: str | None) -> Interval:
    """The days from one to another; a day at least, since Gephi drops what begins as it ends.

    >>> interval("2013-04-30", "2013-04-30")
    Interval(start='2013-04-30', end='2013-05-01')
    """
    if start and end and end <= start:
        return Interval(start, (date.fromisoformat(start) + timedelta(days=1)).isoformat())
    return Interval(start, end)


def hull(one: Interval, other: Interval) -> Interval:
    """The shortest interval that holds both.

    >>> hull(Interval("2013-01-01", "2013-02-01"), Interval("2012-01-01", None))
    Interval(start='2012-01-01', end=None)
    """
    if one == other:
        return one
    start = min(one.start, other.start) if one.start and other.start else None
    end = max(one.end, other.end) if one.end and other.end else None
    return Interval(start, end)
