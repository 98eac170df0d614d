"""A build to what its lists count: senators, ministers, parties, services, accounts, keywords …"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from statistics import median

from msgspec import Struct

from hemicycle.site.data import SiteData
from hemicycle.site.facts import term
from hemicycle.site.lines import UNANSWERED, Line
from hemicycle.site.overview import KEYWORD, overview
from hemicycle.site.said import Said
from hemicycle.site.spoken import spoken


class Counted(Struct, frozen=True):
    """One thing behind `id/` and what the list says of it, in the order of its columns."""

    thing: str
    cells: tuple[int | str | None, ...]


class Listing(Struct, frozen=True, kw_only=True):
    """One list: its columns by their words in `[list]`, and what counts its things.

    `numbers` are the columns that are numbers; by the first of them the list is ordered,
    the highest first. `things` are those that name a thing; `filter` is the parameter by
    which the list of questions chooses those of one.
    """

    name: str
    columns: tuple[str, ...]
    count: Callable[[SiteData], tuple[Counted, ...]]
    numbers: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    filter: str = ""

    @property
    def first(self) -> str:
        """The column by which the list is ordered unless asked for."""
        return self.numbers[0] if self.numbers else ""


def _tied(kind: str, name: str) -> Callable[[SiteData], tuple[Counted, ...]]:
    """What counts the questions that each thing is tied to: each asker, each party."""

    def count(site: SiteData) -> tuple[Counted, ...]:
        each = site.once(overview).each(name)
        found = (Counted(f"{kind}/{value}", _tally(theirs)) for value, theirs in each)
        return tuple(sorted(found, key=_most_first))

    return count


def _tally(lines: Sequence[Line]) -> tuple[int | str | None, ...]:
    days = [line.days for line in lines if line.days is not None]
    answered = sum((line.status or "").startswith("answered") for line in lines)
    unanswered = sum(line.status in UNANSWERED for line in lines)
    return len(lines), answered, unanswered, round(median(days)) if days else None


def _most_first(counted: Counted) -> tuple[int, str]:
    first = counted.cells[0]
    return (-first if isinstance(first, int) else 0), counted.thing


def _services(site: SiteData) -> tuple[Counted, ...]:
    spoke = site.once(spoken)
    accounts = Counter(service for _, service in site.pairs("hc:heldBy"))
    found = []
    for thing in instances(site, "hc:FederalService"):
        iri = site.mint.thing(thing).value
        answers = {(each.question, each.received_on) for each in spoke.get(iri, ())}
        found.append(Counted(thing, (len(answers), accounts[iri])))
    return tuple(sorted(found, key=_most_first))


def _accounts(site: SiteData) -> tuple[Counted, ...]:
    found: dict[str, Counted] = {}
    for row in site.rows("account-list"):
        thing = site.mint.path(row.text("account") or "") or ""
        cells = (row.text("platform"), row.text("kind"), row.text("service"))
        found.setdefault(thing, Counted(thing, cells))
    return tuple(sorted(found.values(), key=lambda each: (each.cells[0] or "", each.thing)))


def _keywords(site: SiteData) -> tuple[Counted, ...]:
    tied = site.once(overview).tied[KEYWORD]
    found = (Counted(thing, (len(places),)) for thing, places in tied.items())
    return tuple(sorted(found, key=_most_first))


def _governments(site: SiteData) -> tuple[Counted, ...]:
    found = []
    for thing in instances(site, "hc:Government"):
        said = Said(site, site.mint.thing(thing))
        found.append(Counted(thing, (said.text("schema:startDate"), said.text("schema:endDate"))))
    return tuple(sorted(found, key=lambda each: (each.cells[0] or "", each.thing), reverse=True))


def instances(site: SiteData, curie: str) -> list[str]:
    """The things of a class of ours, by what stands behind `id/`, sorted."""
    rows = site.rows("instances", **{"class": term(curie)})
    paths = (site.mint.path(row.text("thing") or "") for row in rows)
    return sorted(path for path in paths if path)


_COUNTED = ("questions", "answered", "unanswered", "days")
_ALL = (
    *(
        Listing(
            name=name,
            columns=_COUNTED,
            count=_tied(kind, field),
            numbers=_COUNTED,
            filter=field,
        )
        for name, kind, field in (
            ("senators", "person", "asker"),
            ("ministers", "person", "minister"),
            ("posts", "post", "post"),
            ("parties", "party", "party"),
        )
    ),
    Listing(
        name="services",
        columns=("answers", "accounts"),
        count=_services,
        numbers=("answers", "accounts"),
    ),
    Listing(
        name="accounts",
        columns=("platform", "kind", "service"),
        count=_accounts,
        things=("platform", "kind", "service"),
    ),
    Listing(name="keywords", columns=("questions",), count=_keywords, numbers=("questions",)),
    Listing(name="governments", columns=("since", "until"), count=_governments),
)
LISTINGS: Mapping[str, Listing] = {listing.name: listing for listing in _ALL}
