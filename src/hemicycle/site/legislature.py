"""A legislature to its page: its days, and what became of its questions."""

from collections import Counter
from collections.abc import Mapping

from msgspec import Struct

from hemicycle.site.data import SiteData, SitePage
from hemicycle.site.entity import Entity, Name, entity_of, entity_page, names, text
from hemicycle.site.overview import overview


class StatusCount(Struct, frozen=True):
    """How many questions have a status; its code is None for those that were not read."""

    status: str | None
    questions: int


class Legislature(Struct, frozen=True, kw_only=True):
    """What a legislature's page says."""

    number: str | None
    names: tuple[Name, ...]
    start: str | None
    end: str | None
    statuses: tuple[StatusCount, ...]
    questions: int
    read: int


def legislature_page(
    site: SiteData, reference: str, language: str, parameters: Mapping[str, str]
) -> SitePage | None:
    """The page of a legislature of the Senate."""
    entity = entity_of(site, f"legislature/{reference}", language, parameters)
    if entity is None:
        return None
    legislature = legislature_of(site, entity)
    said = {
        "@type": "Event",
        "alternateName": [name.text for name in legislature.names],
        "startDate": legislature.start,
        "endDate": legislature.end,
    }
    return entity_page(site, "legislature.html", entity, language, said, legislature=legislature)


def legislature_of(site: SiteData, entity: Entity) -> Legislature:
    """What the page of a legislature says."""
    number = entity.thing.partition("/")[2]
    counts = site.once(status_counts).get(number, Counter())
    statuses = [StatusCount(status, count) for status, count in counts.items()]
    return Legislature(
        number=text(site, entity, "skos:notation"),
        names=names(site, entity, "rdfs:label"),
        start=text(site, entity, "schema:startDate"),
        end=text(site, entity, "schema:endDate"),
        statuses=tuple(sorted(statuses, key=_most_first)),
        questions=sum(each.questions for each in statuses),
        read=sum(each.questions for each in statuses if each.status is not None),
    )


def status_counts(site: SiteData) -> dict[str, Counter[str | None]]:
    """How many questions of each legislature, by its number, have which status; made once."""
    found: dict[str, Counter[str | None]] = {}
    for line in site.once(overview).lines:
        legislature = line.legislature
        if legislature:
            found.setdefault(legislature, Counter())[line.status] += 1
    return found


def _most_first(count: StatusCount) -> tuple[int, str]:
    return -count.questions, count.status or ""
