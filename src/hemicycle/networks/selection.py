"""What a user asks for, `legislature=5` and days, to the questions a network is made of.

Values are compared with what the graph says; they never become part of a query.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType

from msgspec import Struct

from hemicycle.errors import ExportError
from hemicycle.networks.reader import Reader


class Condition(Struct, frozen=True):
    """Questions that have one of these values under this key."""

    key: str
    values: tuple[str, ...]


class Selection(Struct, frozen=True):
    """Which questions: all conditions hold, and the day of asking lies in the period."""

    conditions: tuple[Condition, ...] = ()
    since: str | None = None
    until: str | None = None

    def words(self) -> str:
        """The selection as a person would type it, "" for all questions."""
        parts = [f"{one.key}={','.join(one.values)}" for one in self.conditions]
        parts += [f"from {self.since}"] if self.since else []
        parts += [f"to {self.until}"] if self.until else []
        return ", ".join(parts)


class _Key(Struct, frozen=True):
    """Where a key looks: a property of questions, whose values are things below `folder`."""

    curie: str
    folder: str


KEYS: Mapping[str, _Key] = MappingProxyType(
    {
        "concept": _Key("dcterms:subject", "concept"),
        "family": _Key("hc:memberOf", "family"),
        "legislature": _Key("hc:legislature", "legislature"),
        "minister": _Key("hc:holderWhenAsked", "person"),
        "party": _Key("hc:askedInNameOf", "party"),
        "post": _Key("hc:addressedTo", "post"),
        "senator": _Key("hc:askedBy", "person"),
        "status": _Key("hc:status", "status"),
    }
)
"""What `--where` knows."""


def read_selection(
    where: Iterable[str] = (), since: str | None = None, until: str | None = None
) -> Selection:
    """The selection that `KEY=VALUE[,VALUE…]` texts and two ISO days mean, days counted in.

    Raises ExportError for an unknown key, a text without `=`, and what is no day.

    >>> read_selection(["legislature=5"], since="2012-01-01").words()
    'legislature=5, from 2012-01-01'
    """
    return Selection(
        tuple(sorted((_condition(text) for text in where), key=lambda one: one.key)),
        _day(since),
        _day(until),
    )


def _condition(text: str) -> Condition:
    key, equals, values = text.partition("=")
    wanted = tuple(sorted({value.strip() for value in values.split(",")} - {""}))
    if not equals or not wanted or key.strip() not in KEYS:
        raise ExportError(
            f"{text!r} chooses no questions",
            remedy=f"write KEY=VALUE, such as legislature=5; KEY is one of {', '.join(KEYS)}",
        )
    return Condition(key.strip(), wanted)


def _day(text: str | None) -> str | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise ExportError(f"{text!r} is no day", remedy="write one like 2012-01-01") from error


def choose(reader: Reader, selection: Selection) -> tuple[str, ...]:
    """The written questions that a selection holds for, sorted.

    One without a day of asking lies in no period.
    """
    tests = [_test(reader, condition) for condition in selection.conditions]
    if selection.since or selection.until:
        tests.append(_in_period(reader, selection.since or "", selection.until or "9999"))
    found = reader.instances("hc:WrittenQuestion")
    return tuple(question for question in found if all(test(question) for test in tests))


def _test(reader: Reader, condition: Condition) -> Callable[[str], bool]:
    key = KEYS[condition.key]
    values = reader.values(key.curie)
    wanted = {_iri(reader, key.folder, value) for value in condition.values}
    return lambda question: not wanted.isdisjoint(values.get(question, ()))


def _iri(reader: Reader, folder: str, value: str) -> str:
    """The thing a user names: `5`, `legislature/5`, or its IRI."""
    base = f"{reader.mint.base}id/"
    path = value.removeprefix(base).removeprefix(f"{folder}/")
    return f"{base}{folder}/{path}"


def _in_period(reader: Reader, since: str, until: str) -> Callable[[str], bool]:
    days = reader.values("hc:askedOn")
    return lambda question: any(since <= day <= until for day in days.get(question, ()))
