"""Legislatures, their days, and how the Senate prints a day."""

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random
from typing import Final

from msgspec import Struct

_FRENCH = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
_DUTCH = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_MISSPELT_AUGUST = 0.2
_THURSDAY = 3
_LONGEST_OPEN = 300


class Legislature(Struct, frozen=True):
    """A legislature: its days, its share of questions, when open files were closed."""

    first: date
    last: date
    weight: int
    end_of_legislature: date | None
    closings: tuple[date, ...] = ()
    has_deadlines: bool = False


LEGISLATURES: Final[Mapping[int, Legislature]] = {
    1: Legislature(date(1995, 6, 20), date(1999, 4, 20), 3, None),
    2: Legislature(date(1999, 7, 8), date(2003, 3, 20), 5, None),
    3: Legislature(date(2003, 7, 1), date(2007, 4, 10), 12, None),
    4: Legislature(
        *(date(2007, 7, 12), date(2010, 4, 20), 22, date(2010, 5, 6)),
        closings=(date(2009, 1, 5), date(2009, 11, 25)),
        has_deadlines=True,
    ),
    5: Legislature(
        *(date(2010, 7, 20), date(2014, 4, 10), 40, date(2014, 4, 28)),
        closings=(date(2011, 12, 7),),
    ),
    6: Legislature(
        *(date(2014, 7, 15), date(2019, 4, 30), 9, date(2019, 5, 23)),
        closings=(date(2018, 12, 9),),
        has_deadlines=True,
    ),
    7: Legislature(
        *(date(2019, 7, 10), date(2024, 4, 15), 9, None),
        closings=(date(2020, 10, 1),),
        has_deadlines=True,
    ),
}


def written(day: date, language: str) -> str:
    """`30 avril 2013`, `30 april 2013`.

    >>> written(date(2013, 9, 1), "fr")
    '1 septembre 2013'
    """
    months = _FRENCH if language == "fr" else _DUTCH
    return f"{day.day} {months[day.month - 1]} {day.year}"


def misspell(printed: str, rng: Random) -> str:
    """Now and then `aôut` for `août`, as the Senate's own pages have it."""
    if "août" in printed and rng.random() < _MISSPELT_AUGUST:
        return printed.replace("août", "aôut")
    return printed


def numeric(day: date) -> str:
    """`30/4/2013`."""
    return f"{day.day}/{day.month}/{day.year}"


def weekday_from(day: date) -> date:
    """The day, or the Monday after it when it falls in a weekend."""
    return day + timedelta(days=(7 - day.weekday()) % 7 if day.weekday() > 4 else 0)


def deadline(legislature: int, asked_on: date) -> date:
    """The last day for an answer: in legislatures 6 and 7 a Thursday, 29 to 35 days on."""
    if legislature == 4:
        return weekday_from(asked_on + timedelta(days=31 + asked_on.day % 4))
    day = asked_on + timedelta(days=29)
    return day + timedelta(days=(_THURSDAY - day.weekday()) % 7)


def closing_after(legislature: int, asked_on: date) -> date | None:
    """The day on which a file opened on `asked_on` was closed with a government's end."""
    for day in LEGISLATURES[legislature].closings:
        if timedelta(days=7) < day - asked_on < timedelta(days=_LONGEST_OPEN):
            return day
    return None


def session(legislature: int, asked_on: date) -> str:
    """`2012-2013`; between an election and October it is the year alone."""
    first = LEGISLATURES[legislature].first
    if asked_on.year == first.year and asked_on.month < 10:
        return str(first.year)
    start = asked_on.year if asked_on.month >= 10 else asked_on.year - 1
    return f"{start}-{start + 1}"
