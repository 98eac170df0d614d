"""A build to what the filters of its questions offer, each value with its count."""

from collections import Counter
from collections.abc import Iterable, Mapping

from msgspec import Struct

from hemicycle.site.data import SiteData
from hemicycle.site.lines import UNANSWERED
from hemicycle.site.overview import overview
from hemicycle.site.question_filters import Filters
from hemicycle.site.words import word

_KINDS = {"party": "party", "minister": "person", "asker": "person", "post": "post"}
STATUSES = (
    "answered", "answered-without-text", "unanswered", "reminded", "pending", "closed",
    "lapsed", "requalified", "unread",
)  # fmt: skip


class Option(Struct, frozen=True):
    """One value of a filter, what it is called, and how many questions have it."""

    value: str
    label: str
    count: int


class Choice(Struct, frozen=True):
    """One filter: its parameter, the value chosen, those there are."""

    name: str
    chosen: str | None
    options: tuple[Option, ...]


def choices(site: SiteData, filters: Filters, language: str) -> tuple[Choice, ...]:
    """What the filters of a build offer, and what is chosen."""
    chosen = filters.values()
    counts = site.once(count_values)
    return tuple(
        Choice(name, chosen.get(name), _options(site, name, counts[name], language))
        for name in ("year", "legislature", "party", "minister", "status", "language")
    )


def _options(
    site: SiteData, name: str, counts: Mapping[str, int], language: str
) -> tuple[Option, ...]:
    found = [
        Option(value, value_label(site, name, value, language), count)
        for value, count in counts.items()
    ]
    if name in ("year", "legislature"):
        return tuple(sorted(found, key=lambda option: option.value, reverse=True))
    if name == "status":
        return tuple(sorted(found, key=lambda option: STATUSES.index(option.value)))
    return tuple(sorted(found, key=lambda option: (option.label.casefold(), option.value)))


def value_label(site: SiteData, name: str, value: str, language: str) -> str:
    """What a language calls a value of a filter."""
    if name in _KINDS or name == "keyword":
        kind = _KINDS.get(name, "concept")
        try:
            return site.node(site.mint.thing(f"{kind}/{value}").value, language).label
        except ValueError:
            return value
    if name in ("status", "language"):
        return word(language, name, value) or value
    return value


def count_values(site: SiteData) -> dict[str, Counter[str]]:
    """How many questions have each value of each filter."""
    known = site.once(overview)
    lines = known.lines
    found = {
        name: _count(getattr(line, name) for line in lines)
        for name in ("year", "legislature", "language")
    } | {
        name: Counter({value: len(theirs) for value, theirs in known.each(name)})
        for name in ("party", "minister")
    }
    statuses = Counter(line.status or "unread" for line in lines)
    statuses["unanswered"] = sum(statuses[status] for status in UNANSWERED)
    return found | {
        "status": Counter({name: statuses[name] for name in STATUSES if statuses[name]})
    }


def _count(values: Iterable[str | None]) -> Counter[str]:
    return Counter(value for value in values if value)
