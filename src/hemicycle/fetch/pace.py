"""Requests to the moments they may be made: the wait between two, and before another try."""

import time
from collections.abc import Callable
from datetime import UTC, datetime

from msgspec import Struct

from hemicycle.errors import FetchError
from hemicycle.fetch.manners import Manners


class Clock(Struct, frozen=True):
    """Where the time comes from, and how one waits; tests give their own."""

    monotonic: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], datetime] = lambda: datetime.now(UTC)


class Pace:
    """Keeps the time between requests, to whichever of the hosts they go."""

    def __init__(self, manners: Manners, clock: Clock) -> None:
        self._manners = manners
        self._clock = clock
        self._delay = manners.delay
        self._next = clock.monotonic()

    def slow_down(self, delay: float | None) -> None:
        """Wait so long between requests, if that is longer; robots.txt may ask for it.

        Raises FetchError when it is longer than anybody waits.
        """
        if delay is not None and delay > self._manners.patience:
            raise FetchError(f"robots.txt asks for {delay:g} s between requests")
        self._delay = max(self._delay, delay or 0.0)
        self._next = max(self._next, self._clock.monotonic() + self._delay)

    def wait(self) -> None:
        """Return when the next request may be made."""
        left = self._next - self._clock.monotonic()
        if left > 0:
            self._clock.sleep(left)

    def done(self) -> None:
        """An answer has ended, well or not: the delay runs."""
        self._next = self._clock.monotonic() + self._delay

    def back_off(self, tried: int, asked: float | None) -> None:
        """Put the next request off: as long as the server asks, else twice as long each time.

        Raises FetchError when the server asks for more patience than we have.
        """
        if asked is not None and asked > self._manners.patience:
            raise FetchError(
                f"the server asks to come back in {asked:.0f} s",
                remedy="start again then: the same command goes on from here",
            )
        wait = self._manners.back_off * 2 ** (tried - 1) if asked is None else asked
        wait = min(wait, self._manners.patience)
        self._next = self._clock.monotonic() + max(wait, self._delay)
