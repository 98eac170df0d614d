"""Who may run a query next: addresses in turn, and long queries out of the way of others.

As many queries run as there are workers. One that works long leaves its place to
another and works on beside them, as long as there are not too many such: of all, and
of its address. So a client that asks what takes for ever is in nobody's way.
"""

from asyncio import Future
from collections import Counter

from msgspec import Struct

from hemicycle.serve.settings import GRACE, MOST_WAITING, MOST_WAITING_OF_ONE


class CrowdedError(Exception):
    """Too many queries wait; `is_own` where they are those of the same address."""

    def __init__(self, is_own: bool) -> None:
        super().__init__("too many queries wait")
        self.is_own = is_own


class Turn(Struct, eq=False):
    """One query that waits, runs, or runs long."""

    address: str
    place: "Future[None]"
    is_long: bool = False


class Turns:
    """The places of one pool of workers."""

    def __init__(self, places: int) -> None:
        self._places = places
        self._waiting: list[Turn] = []
        self._running: list[Turn] = []

    @property
    def running(self) -> int:
        """How many queries run, long ones too."""
        return len(self._running)

    @property
    def is_waited_for(self) -> bool:
        """Whether somebody waits for a place."""
        return bool(self._waiting)

    def is_in_the_way(self, turn: Turn, seconds: float) -> bool:
        """Whether a query that has run so long should end for somebody of whose fewer run.

        Of the queries that hold places those end first of whose address the most run;
        the only one of an address has more time than others.
        """
        running = Counter(other.address for other in self._running)
        own = running[turn.address]
        if own == 1 and seconds < GRACE:
            return False
        most = max(running[other.address] for other in self._running if not other.is_long)
        return own == most and any(running[other.address] < own for other in self._waiting)

    def enter(self, turn: Turn) -> None:
        """Let a query wait until its place is done, which may be at once.

        Raises CrowdedError where too many wait already.
        """
        own = sum(1 for other in self._waiting if other.address == turn.address)
        if own >= MOST_WAITING_OF_ONE or len(self._waiting) >= MOST_WAITING:
            raise CrowdedError(is_own=own >= MOST_WAITING_OF_ONE)
        self._waiting.append(turn)
        self._admit()

    def leave(self, turn: Turn) -> None:
        """A query has ended, or waits no more."""
        if turn in self._waiting:
            self._waiting.remove(turn)
        elif turn in self._running:
            self._running.remove(turn)
        self._admit()

    def is_made_long(self, turn: Turn) -> bool:
        """Give a query's place to another; False where too many are long already."""
        long = Counter(other.address for other in self._running if other.is_long)
        if long.total() >= self._places or long[turn.address] >= max(1, self._places // 2):
            return False
        turn.is_long = True
        self._admit()
        return True

    def _admit(self) -> None:
        """Fill the free places, those first of whose address the fewest run."""
        while self._waiting and self._taken() < self._places:
            running = Counter(turn.address for turn in self._running)
            following = min(self._waiting, key=lambda turn: running[turn.address])
            self._waiting.remove(following)
            if not following.place.done():
                self._running.append(following)
                following.place.set_result(None)

    def _taken(self) -> int:
        return sum(1 for turn in self._running if not turn.is_long)
