"""Addresses to answers: who may be asked, when, how often, and where answers may lead."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final
from urllib.parse import urljoin, urlsplit

from hemicycle.errors import BrokenError, FetchError, RefusedError
from hemicycle.fetch.ask import ask, new_session
from hemicycle.fetch.deadline import within
from hemicycle.fetch.exchanged import Exchange
from hemicycle.fetch.manners import AGENT, Manners, check_manners
from hemicycle.fetch.origin import Origin, check_target
from hemicycle.fetch.pace import Clock, Pace
from hemicycle.fetch.robots import Robots, read_robots
from hemicycle.retry_after import retry_after

_OK: Final = 200
_UNAVAILABLE: Final = range(400, 500)
"""Of a robots.txt: the host has none."""

_LATER: Final = frozenset((429, 500, 502, 503, 504))
_ELSEWHERE: Final = frozenset((301, 302, 303, 307, 308))
_MOST_REDIRECTS: Final = 5


class Client:
    """Asks one host, one request at a time; every exchange goes to `record` as well."""

    def __init__(
        self, home: Origin, manners: Manners, clock: Clock, record: Callable[[Exchange], None]
    ) -> None:
        """Raises FetchError for manners that would hurt the host."""
        check_manners(manners, home)
        self._home = home
        self._manners = manners
        self._clock = clock
        self._record = record
        self._pace = Pace(manners, clock)
        self._session = new_session(manners, is_loopback=home.is_loopback)
        self._robots: dict[Origin, Robots] = {}
        self.asked_at = ""
        """When the last request was made (ISO 8601, UTC)."""

    def close(self) -> None:
        """Let go of the connection."""
        self._session.close()

    def get(self, url: str, headers: Mapping[str, str]) -> Exchange:
        """The answer at the end of all redirects; `headers` make the request conditional.

        Raises RefusedError where it leads elsewhere, BrokenError after all tries, and FetchError
        where robots.txt forbids it or cannot be had: then nothing may be asked.
        """
        return self._follow(url, headers, self._check)

    def _check(self, url: str) -> None:
        """Raise RefusedError for another host or scheme, FetchError where robots.txt says no."""
        origin = check_target(url, self._home)
        if origin not in self._robots:
            self._robots[origin] = self._ask_robots(origin)
            self._pace.slow_down(self._robots[origin].delay)
        parts = urlsplit(url)
        path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
        if not self._robots[origin].allows(path):
            raise FetchError(
                f"{origin}/robots.txt forbids {path}", remedy="ask whoever runs it for leave"
            )

    def _ask_robots(self, origin: Origin) -> Robots:
        """What the host lets us ask; RFC 9309: without the file all, without an answer nothing."""
        url = f"{origin}/robots.txt"
        try:
            exchange = self._follow(url, {}, lambda target: check_target(target, self._home))
        except (BrokenError, RefusedError) as error:
            problem = f"{url} cannot be had: {error.problem}"
            raise FetchError(problem, remedy="without it nothing may be asked") from error
        if exchange.status == _OK:
            return read_robots(exchange.body, AGENT)
        if exchange.status in _UNAVAILABLE:
            return Robots()
        problem = f"{url} cannot be had: answers {exchange.status}"
        raise FetchError(problem, remedy="without it nothing may be asked")

    def _follow(
        self, url: str, headers: Mapping[str, str], check: Callable[[str], object]
    ) -> Exchange:
        for _ in range(_MOST_REDIRECTS + 1):
            check(url)
            exchange = self._persist(url, headers)
            target = exchange.header("location") if exchange.status in _ELSEWHERE else None
            if target is None:
                return exchange
            url = _joined(url, target)
        raise RefusedError(f"leads on and on, more than {_MOST_REDIRECTS} times")

    def _persist(self, url: str, headers: Mapping[str, str]) -> Exchange:
        """Ask until an answer comes that will not be another one soon."""
        for tried in range(1, self._manners.tries + 1):
            self._pace.wait()
            asked_for: float | None = None
            try:
                exchange = self._once(url, headers)
            except BrokenError as error:
                problem = error.problem
            else:
                if exchange.status not in _LATER:
                    return exchange
                problem = f"answers {exchange.status} {exchange.reason}".rstrip()
                asked_for = retry_after(exchange.header("retry-after"), self._clock.now)
            if tried < self._manners.tries or asked_for is not None:
                self._pace.back_off(tried, asked_for)
        raise BrokenError(f"{problem}, {self._manners.tries} times")

    def _once(self, url: str, headers: Mapping[str, str]) -> Exchange:
        self.asked_at = self._clock.now().strftime("%Y-%m-%dT%H:%M:%SZ")
        work = partial(ask, self._session, url, headers, self._manners, self.asked_at)
        try:
            exchange = within(self._manners.whole, work)
        except BrokenError:
            self._session.close()
            self._session = new_session(self._manners, is_loopback=self._home.is_loopback)
            raise
        finally:
            self._pace.done()
        self._record(exchange)
        return exchange


def _joined(url: str, target: str) -> str:
    try:
        return urljoin(url, target)
    except ValueError:
        raise RefusedError(f"leads to {target!r}, which is no address") from None
