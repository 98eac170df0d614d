"""The bytes of a robots.txt to what it lets us ask (RFC 9309, with Crawl-delay)."""

from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import quote, unquote

from msgspec import Struct

MOST_BYTES: Final = 512 * 1024
"""As much of the file is read; RFC 9309 asks for 500 KiB at least."""


class Rule(Struct, frozen=True):
    """One Allow or Disallow line, its path in one spelling."""

    allows: bool
    path: str


class Robots(Struct, frozen=True):
    """What holds for us on one host; `delay` in seconds, where the file asks for one."""

    rules: tuple[Rule, ...] = ()
    delay: float | None = None

    def allows(self, path: str) -> bool:
        r"""Whether a path, with its query, may be asked: the longest rule that matches counts.

        Of an Allow and a Disallow equally long the Allow does.

        >>> lines = b"User-agent: *\nDisallow: /www/\nAllow: /www/?MIval"
        >>> robots = read_robots(lines, "hemicycle")
        >>> robots.allows("/www/?MIval=Vragen"), robots.allows("/www/index")
        (True, False)
        """
        spelt = _spelt(path)
        matching = (rule for rule in self.rules if _matches(rule.path, spelt))
        best = max(matching, key=lambda rule: (len(rule.path), rule.allows), default=None)
        return best is None or best.allows


class _Group(Struct):
    agents: list[str]
    rules: list[Rule]
    delay: float | None = None


def read_robots(data: bytes, agent: str) -> Robots:
    """What a robots.txt says to `agent`: of the groups that name it, else of those for all."""
    groups = list(_groups(data[:MOST_BYTES].decode("utf-8", "replace").lstrip("\ufeff")))
    for name in (agent.lower(), "*"):
        ours = [group for group in groups if name in group.agents]
        if ours:
            rules = tuple(rule for group in ours for rule in group.rules)
            delays = [group.delay for group in ours if group.delay is not None]
            return Robots(rules, max(delays, default=None))
    return Robots()


def _groups(text: str) -> Iterator[_Group]:
    """User-agent lines in a row open one group; what follows belongs to it."""
    group: _Group | None = None
    is_open = False
    for key, value in _fields(text.splitlines()):
        if key == "user-agent":
            if group is None or not is_open:
                group = _Group([], [])
                yield group
            group.agents.append(value.split("/")[0].strip().lower())
            is_open = True
        elif group is not None and key in ("allow", "disallow", "crawl-delay"):
            is_open = False
            _add(key, value, group)


def _add(key: str, value: str, group: _Group) -> None:
    if key == "crawl-delay":
        if value.replace(".", "", 1).isdecimal() and value.isascii():
            group.delay = float(value)
    elif value:
        group.rules.append(Rule(key == "allow", _spelt(value)))


def _fields(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        key, colon, value = line.partition("#")[0].partition(":")
        if colon:
            yield key.strip().lower(), value.strip()


def _spelt(path: str) -> str:
    """One spelling of a path, whichever of its characters are percent-encoded."""
    return quote(unquote(path), safe="/?&=*$:;,+@!'()~")


def _matches(pattern: str, path: str) -> bool:
    """Whether a pattern, in which * stands for anything and a last $ for the end, opens a path."""
    ends = pattern.endswith("$")
    first, *others = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    if ends and not others:
        return at == len(path)
    last = others.pop() if ends else None
    for piece in others:
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return last is None or (len(path) - len(last) >= at and path.endswith(last))
