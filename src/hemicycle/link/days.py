"""A printed day, month or year to the days it holds."""

import re
from datetime import date, timedelta
from pathlib import Path

from hemicycle.errors import AuthorityError

_DAY = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2}))?(?:-(?P<day>\d{2}))?")


def days(printed: str, file: Path) -> tuple[date, date]:
    """The first day of a day, month or year, and the day after its last.

    Raises AuthorityError, with the line of the file, for what is none of these.

    >>> days("2002", Path("a.ttl"))
    (datetime.date(2002, 1, 1), datetime.date(2003, 1, 1))
    """
    found = _DAY.fullmatch(printed)
    try:
        if found is None:
            raise ValueError(printed)
        year, month, day = (int(found[unit] or 1) for unit in ("year", "month", "day"))
        first = date(year, month, day)
        if found["day"]:
            return first, first + timedelta(days=1)
        months = 1 if found["month"] else 12
        return first, date(year + (month - 1 + months) // 12, (month - 1 + months) % 12 + 1, 1)
    except (ValueError, OverflowError) as error:
        problem = f"has a date that is none: {printed!r}"
        line = _line_of(file, printed)
        raise AuthorityError(
            problem, file=file, line=line, remedy="give a year or a day"
        ) from error


def _line_of(file: Path, words: str) -> int | None:
    lines = file.read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if words in line), None)
