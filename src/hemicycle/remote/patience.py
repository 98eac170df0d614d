"""How often a request is sent again, and how long one waits before."""

import math
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from msgspec import Struct


class Patience(Struct, frozen=True, kw_only=True):
    """Times in seconds.

    The wait doubles from `first` up to `longest`, unless the server says how long; more
    than `allowed` is not waited for. `connect` and `read` bound each wait for the network.
    """

    tries: int = 6
    first: float = 0.5
    longest: float = 30.0
    allowed: float = 600.0
    connect: float = 10.0
    read: float = 900.0

    def wait(self, tried: int, asked: float | None) -> float:
        """How long to wait after the n-th try; `asked` is what the server asks for.

        >>> [Patience().wait(tried, None) for tried in (1, 2, 3, 9)]
        [0.5, 1.0, 2.0, 30.0]
        >>> Patience().wait(1, 7.0)
        7.0
        """
        own: float = min(self.first * 2 ** (tried - 1), self.longest)
        return own if asked is None else max(own, asked)


def retry_after(value: str | None, now: Callable[[], datetime]) -> float | None:
    """Seconds that a Retry-After header asks for, None without any (RFC 9110, 10.2.3).

    >>> retry_after("120", lambda: datetime(2026, 1, 1, tzinfo=UTC))
    120.0
    >>> retry_after("Thu, 01 Jan 2026 00:00:05 GMT", lambda: datetime(2026, 1, 1, tzinfo=UTC))
    5.0
    """
    if value is None:
        return None
    if value.strip().isdecimal():
        return min(float(value.strip()), math.inf)
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now()).total_seconds())
