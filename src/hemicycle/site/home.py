"""A build to the first page of its site: figures, charts over time, and where to begin."""

from collections.abc import Mapping, Sequence
from statistics import median

from msgspec import Struct

from hemicycle.site.addresses import LANGUAGES
from hemicycle.site.asked import Tally, by_year, tally
from hemicycle.site.charts import Bar, Chart, bar_chart
from hemicycle.site.data import Node, SiteData, SitePage
from hemicycle.site.data_block import CONTEXT
from hemicycle.site.family_list import FamilyRow, family_lines, family_row
from hemicycle.site.lines import UNANSWERED, Line
from hemicycle.site.overview import Overview, overview
from hemicycle.site.words import number_words, words_of

SHOWN = 10
_BOUNDS = (30, 60, 90, 120, 180, 365)
"""Days in which answers are counted together; the last group has the rest."""

_SERIES = ("answered", "open", "ended", "requalified")
_LEAST_ASKED = 5
"""Of ministers with fewer read questions than these nothing is made much of."""


class MinisterLine(Struct, frozen=True):
    """How many questions a minister was asked and left without answer, by key behind `person/`."""

    minister: str
    asked: int
    unanswered: int
    median_days: float | None


class MinisterRow(Struct, frozen=True):
    """The same with the person's name."""

    node: Node
    line: MinisterLine


class Figures(Struct, frozen=True):
    """What the first page counts, made once for a build."""

    all: Tally
    years: tuple[Tally, ...]
    families: int
    unanswered: int
    waits: tuple[int, ...]
    ministers: tuple[MinisterLine, ...]


def home_page(
    site: SiteData, reference: str, language: str, parameters: Mapping[str, str]
) -> SitePage | None:
    """What the site is, its figures and charts, and where to begin."""
    counted = site.once(figures)
    return site.render(
        "home.html",
        language,
        path="",
        title=words_of(language).site.name,
        figures=counted,
        chart=_years_chart(counted.years, language),
        wait_labels=_wait_labels(language),
        ministers=tuple(_minister(site, line, language) for line in counted.ministers),
        families=_families(site, language),
        linked_data=_linked(site, language),
    )


def _linked(site: SiteData, language: str) -> dict[str, object]:
    """What schema.org can say of the site: its name, its address, how it is searched."""
    words, search = words_of(language).site, site.addresses.to(f"/{language}/search")
    found: dict[str, object] = {
        "@context": CONTEXT,
        "@type": "WebSite",
        "name": words.name,
        "description": words.tagline,
        "inLanguage": list(LANGUAGES),
        "url": site.addresses.to(f"/{language}/"),
    }
    if not site.addresses.folders:
        found["potentialAction"] = {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{search}?q={{words}}"},
            "query-input": "required name=words",
        }
    return found


def figures(site: SiteData) -> Figures:
    """The counts of a build; use `site.once(figures)`."""
    lines = site.once(overview).lines
    return Figures(
        all=tally(lines),
        years=tuple(each for each in by_year(lines) if each.year),
        families=len(site.once(family_lines)),
        unanswered=sum(line.status in UNANSWERED for line in lines),
        waits=_waits(lines),
        ministers=tuple(_ministers(site.once(overview))[:SHOWN]),
    )


def _waits(lines: Sequence[Line]) -> tuple[int, ...]:
    counts = [0] * (len(_BOUNDS) + 1)
    for line in lines:
        if line.days is not None:
            counts[sum(line.days > bound for bound in _BOUNDS)] += 1
    return tuple(counts)


def _ministers(known: Overview) -> list[MinisterLine]:
    """Those who left most questions without answer, first."""
    found = [
        _minister_line(minister, [line for line in lines if line.status is not None])
        for minister, lines in known.each("minister")
    ]
    told = [line for line in found if line.unanswered and line.asked >= _LEAST_ASKED]
    return sorted(told, key=lambda line: (-line.unanswered, line.asked, line.minister))


def _minister_line(minister: str, lines: Sequence[Line]) -> MinisterLine:
    days = [line.days for line in lines if line.days is not None]
    return MinisterLine(
        minister=minister,
        asked=len(lines),
        unanswered=sum(line.status in UNANSWERED for line in lines),
        median_days=median(days) if days else None,
    )


def _minister(site: SiteData, line: MinisterLine, language: str) -> MinisterRow:
    return MinisterRow(site.node(site.mint.thing(f"person/{line.minister}").value, language), line)


def _families(site: SiteData, language: str) -> tuple[FamilyRow, ...]:
    lines = sorted(site.once(family_lines), key=lambda line: -line.members)
    return tuple(family_row(site, line, language) for line in lines[:5])


def _years_chart(years: Sequence[Tally], language: str) -> Chart:
    words = words_of(language).home.bar
    bars = [
        Bar(
            label=_short_year(each.year or ""),
            counts=(each.answered, each.open, each.ended, each.requalified),
            words=words.format(
                year=each.year,
                asked=number_words(each.asked, language),
                answered=number_words(each.answered, language),
            ),
        )
        for each in years
    ]
    return bar_chart(_SERIES, bars)


def _short_year(year: str) -> str:
    return f"’{year[2:]}"


def _wait_labels(language: str) -> tuple[str, ...]:
    """What groups of waits are called: `0–30 days`, `31–60 days` … `more than 365 days`."""
    words = words_of(language).home
    firsts = (0, *(bound + 1 for bound in _BOUNDS))
    groups = (
        words.wait.format(first=first, last=last)
        for first, last in zip(firsts, _BOUNDS, strict=False)
    )
    return (*groups, words.wait_longest.format(last=_BOUNDS[-1]))
