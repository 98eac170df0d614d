"""A Retry-After header to seconds (RFC 9110, 10.2.3)."""

from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_LONGEST = 9  # digits: no server means more


def retry_after(value: str | None, now: Callable[[], datetime]) -> float | None:
    """The seconds that a server asks to wait; None where it does not say, or not readably.

    >>> moment = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
    >>> retry_after("120", lambda: moment), retry_after("soon", lambda: moment)
    (120.0, None)
    >>> retry_after("Mon, 23 Nov 2026 05:01:30 GMT", lambda: moment)
    90.0
    """
    text = (value or "").strip()
    if text.isdecimal() and text.isascii() and len(text) <= _LONGEST:
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now()).total_seconds())
