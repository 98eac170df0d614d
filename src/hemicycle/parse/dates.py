"""Printed dates, French, Dutch and numeric, to dates."""

import re
from datetime import date
from functools import lru_cache

_FRENCH = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
_DUTCH = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_SLIPS = {"aôut": 8, "aout": 8, "fevrier": 2, "decembre": 12}
"""Spellings that pages have: `30 aôut 2010`."""

_MONTHS = (
    {name: number for number, name in enumerate(_FRENCH, 1)}
    | {name: number for number, name in enumerate(_DUTCH, 1)}
    | _SLIPS
)

_MONTH_PATTERN = "|".join(sorted(_MONTHS, key=lambda name: (-len(name), name)))
WRITTEN_DATE = rf"\d{{1,2}}(?:er)?\s{{0,3}}(?:{_MONTH_PATTERN})\s{{0,3}}\d{{4}}"
"""Pattern of a date in words: `30 avril 2013`, `1 juli 2010`; blanks get lost or doubled."""

NUMERIC_DATE = r"\d{1,2}/\d{1,2}/\d{4}"
"""Pattern of a date in the chronology: `30/4/2013`, day first, without zeros."""

_WRITTEN = re.compile(
    rf"(\d{{1,2}})(?:er)?\s{{0,3}}({_MONTH_PATTERN})\s{{0,3}}(\d{{4}})", re.IGNORECASE
)


@lru_cache(maxsize=16_384)  # the archive has some 9,000 days, each in three forms
def read_date(printed: str) -> date | None:
    """The date that a text is, None when there is no such day.

    >>> read_date("30 avril 2013"), read_date("1/7/2010")
    (datetime.date(2013, 4, 30), datetime.date(2010, 7, 1))
    >>> read_date("31 avril 2013") is None
    True
    """
    plain = printed.strip()
    numbers = plain.split("/")
    words = _WRITTEN.fullmatch(plain) if len(numbers) == 1 else None
    if words:
        return _day(int(words[3]), _MONTHS[words[2].lower()], int(words[1]))
    if len(numbers) == 3 and all(number.isdecimal() for number in numbers):
        return _day(int(numbers[2]), int(numbers[1]), int(numbers[0]))
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:  # the 31st of April: no such day, so the line stays unread
        return None
