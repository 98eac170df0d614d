"""A build to one short line for each question, made once, for figures and lists of the archive."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from hemicycle.site.asked import Asked
from hemicycle.site.data import SiteData
from hemicycle.site.facts import term
from hemicycle.site.question_head import LANGUAGE_CODES

UNANSWERED = ("reminded", "pending", "closed", "lapsed")
"""The statuses of questions that have no answer."""

_ANSWER, _KIND = "answer/", "question/"


class Line(Struct, frozen=True):
    """One written question. Things are named by what stands behind their kind: `open-vld`.

    `status` is None for one that was not read; `answered_on` and `days` are those of the
    first answer.
    """

    number: str
    asked_on: str | None
    asker: str | None
    party: str | None
    post: str | None
    minister: str | None
    status: str | None
    language: str | None
    answered_on: str | None
    days: int | None

    @property
    def year(self) -> str | None:
        """That of asking."""
        return self.asked_on[:4] if self.asked_on else None

    @property
    def legislature(self) -> str | None:
        """By its number, None for questions that no page numbers."""
        found = self.number.partition("-")[0]
        return found if found.isdigit() else None


class Overview(Struct, frozen=True):
    """Every question of a build, the latest first; those of no known day last."""

    lines: tuple[Line, ...]

    @property
    def read(self) -> tuple[Line, ...]:
        """The questions whose page was read."""
        return tuple(line for line in self.lines if line.status is not None)


def overview(site: SiteData) -> Overview:
    """The questions of a build; of 40,000 it takes some seconds, so use `site.once(overview)`."""
    days = _values(site, "hc:askedOn")
    askers, parties = _values(site, "hc:askedBy"), _values(site, "hc:askedInNameOf")
    posts, holders = _values(site, "hc:addressedTo"), _values(site, "hc:holderWhenAsked")
    statuses, languages = _values(site, "hc:status"), _values(site, "hc:originalLanguage")
    answers = _first_answers(site)
    found = []
    for number in _numbers(site):
        answered_on, waited = answers.get(number, (None, None))
        found.append(
            Line(
                number=number,
                asked_on=days.get(number),
                asker=askers.get(number),
                party=parties.get(number),
                post=posts.get(number),
                minister=holders.get(number),
                status=statuses.get(number),
                language=LANGUAGE_CODES.get(languages.get(number, "")),
                answered_on=answered_on,
                days=waited,
            )
        )
    return Overview(tuple(sorted(found, key=_latest_first)))


def _numbers(site: SiteData) -> Iterator[str]:
    for row in site.rows("instances", **{"class": term("hc:WrittenQuestion")}):
        path = site.mint.path(row.text("thing") or "") or ""
        if path.startswith(_KIND):
            yield path.removeprefix(_KIND)


def _values(site: SiteData, curie: str) -> dict[str, str]:
    """What each written question has for a property; of several values the first.

    Equal values are one object: an archive has few parties and many questions.
    """
    found: dict[str, str] = {}
    same: dict[str, str] = {}
    for thing, value in site.pairs(curie):
        path = site.mint.path(thing) or ""
        if path.startswith(_KIND):
            number, name = path.removeprefix(_KIND), same.setdefault(value, _name(value))
            found[number] = min(found.get(number, name), name)
    return found


def _first_answers(site: SiteData) -> dict[str, tuple[str | None, int | None]]:
    """Day and days of the first answer to each question, by the question's number."""
    waited = dict(site.pairs("hc:daysToAnswer"))
    found: dict[str, tuple[str | None, int | None]] = {}
    for answer, day in site.pairs("hc:receivedOn"):
        path = site.mint.path(answer) or ""
        number = "-".join(path.removeprefix(_ANSWER).split("-")[:2])
        before = found.get(number)
        if before is None or (before[0] or "") > day:
            days = waited.get(answer)
            found[number] = (day, None if days is None else int(days))
    return found


def _name(value: str) -> str:
    return value.rpartition("/")[2]


def _latest_first(line: Line) -> tuple[bool, int, tuple[int, int], str]:
    day = int(line.asked_on.replace("-", "")) if line.asked_on else 0
    return day == 0, -day, _by_number(line.number), line.number


def _by_number(number: str) -> tuple[int, int]:
    legislature, _, serial = number.partition("-")
    if not (legislature.isdigit() and serial.isdigit()):
        return 0, 0
    return int(legislature), int(serial)


def as_asked(site: SiteData, lines: Iterable[Line]) -> tuple[Asked, ...]:
    """Lines as the tallies and tables of all pages take them."""
    return tuple(
        Asked(site.mint.thing(_KIND + line.number).value, line.asked_on, line.status, line.days)
        for line in lines
    )
