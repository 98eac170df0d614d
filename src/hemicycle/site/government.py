"""A government to its page: its days, its members with their posts, the questions of its time."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from hemicycle.site.charts import Bar, Chart, bar_chart
from hemicycle.site.data import SiteData, SitePage
from hemicycle.site.data_block import references
from hemicycle.site.entity import Entity, Name, entity_of, entity_page, names, text
from hemicycle.site.overview import overview
from hemicycle.site.tenures import Tenure, tenures

_LAST_DAY = "9999-12-31"
"""The end of a government in office."""


class YearCount(Struct, frozen=True):
    """How many questions were asked in a year, while a government was in office."""

    year: str
    questions: int


class Government(Struct, frozen=True, kw_only=True):
    """What a government's page says; a period is [start, end), without end while in office."""

    names: tuple[Name, ...]
    start: str | None
    end: str | None
    members: tuple[Tenure, ...]
    years: tuple[YearCount, ...]
    chart: Chart
    questions: int


def government_page(
    site: SiteData, reference: str, language: str, parameters: Mapping[str, str]
) -> SitePage | None:
    """The page of a federal government."""
    entity = entity_of(site, f"government/{reference}", language, parameters)
    if entity is None:
        return None
    government = government_of(site, entity, language)
    persons = (each.person for each in government.members if each.person is not None)
    said = {
        "@type": "GovernmentOrganization",
        "alternateName": [name.text for name in government.names],
        "foundingDate": government.start,
        "dissolutionDate": government.end,
        "member": references("Person", persons),
    }
    return entity_page(site, "government.html", entity, language, said, government=government)


def government_of(site: SiteData, entity: Entity, language: str) -> Government:
    """What the page of a government says."""
    start = text(site, entity, "schema:startDate")
    end = text(site, entity, "schema:endDate")
    members = tenures(site, "government-members", entity, language)
    years = _years(site, start, end)
    return Government(
        names=names(site, entity, "skos:prefLabel"),
        start=start,
        end=end,
        members=tuple(sorted(members, key=_member_order)),
        years=years,
        chart=_chart(years),
        questions=sum(each.questions for each in years),
    )


def _chart(years: tuple[YearCount, ...]) -> Chart:
    bars = (Bar(each.year, (each.questions,), f"{each.year}: {each.questions}") for each in years)
    return bar_chart(("asked",), bars)


def _member_order(tenure: Tenure) -> tuple[str, str]:
    return tenure.start or "", tenure.person.label if tenure.person else ""


def _years(site: SiteData, start: str | None, end: str | None) -> tuple[YearCount, ...]:
    """The questions of each year of a period, none where its start is not known to the day."""
    first = _day(start)
    if first is None:
        return ()
    last = _day(end) or _LAST_DAY
    asked = (line for line in site.once(overview).lines if first <= (line.asked_on or "") < last)
    counts = Counter(line.year or "" for line in asked)
    return tuple(YearCount(year, counts[year]) for year in sorted(counts))


def _day(text: str | None) -> str | None:
    """A day, None for what is none or only a year."""
    try:
        return None if text is None else date.fromisoformat(text).isoformat()
    except ValueError:
        return None
