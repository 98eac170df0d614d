"""Filters to a page of questions, or to all of them as CSV."""

from collections.abc import Mapping, Sequence

from hemicycle.site.asked import ON_A_PAGE, QuestionList, question_row
from hemicycle.site.csv_page import csv_page
from hemicycle.site.data import SiteData, SitePage
from hemicycle.site.facts import texts
from hemicycle.site.lines import Line
from hemicycle.site.overview import overview
from hemicycle.site.paging import page_number, paging
from hemicycle.site.question_choices import choices, value_label
from hemicycle.site.question_filters import Filters, chosen, read_filters
from hemicycle.site.words import words_of

_COLUMNS = (
    "number", "iri", "asked_on", "asker", "party", "post", "minister", "status", "answered_on",
    "days", "original_language", "title_fr", "title_nl", "title_de",
)  # fmt: skip


def questions_page(
    site: SiteData, reference: str, language: str, parameters: Mapping[str, str]
) -> SitePage | None:
    """The list of questions, with what filters choose."""
    return None if reference else _page(site, "questions", language, parameters)


def unanswered_page(
    site: SiteData, reference: str, language: str, parameters: Mapping[str, str]
) -> SitePage | None:
    """The list of those without answer: a filter too, and a page of its own for plain files."""
    given = {**parameters, "status": "unanswered"}
    return None if reference else _page(site, "unanswered", language, given)


def _page(site: SiteData, path: str, language: str, parameters: Mapping[str, str]) -> SitePage:
    filters = read_filters(parameters)
    found = select(site, filters)
    pages = paging(len(found), page_number(parameters), ON_A_PAGE)
    shown = found[pages.start : pages.end]
    rows = tuple(question_row(site, each, language) for each in shown)
    return site.render(
        "questions.html",
        language,
        path=path,
        title=getattr(words_of(language).nav, path),
        list=QuestionList(rows, pages, None),
        filters=filters.values(),
        named={
            name: value_label(site, name, value, language)
            for name, value in filters.values().items()
        },
        choices=choices(site, filters, language),
        has_filters=bool(filters.values()),
    )


def questions_csv(
    site: SiteData, reference: str, language: str, parameters: Mapping[str, str]
) -> SitePage | None:
    """The questions that filters choose as CSV, in the list's order."""
    return None if reference else _csv(site, "questions", language, parameters)


def unanswered_csv(
    site: SiteData, reference: str, language: str, parameters: Mapping[str, str]
) -> SitePage | None:
    """Those without answer as CSV."""
    given = {**parameters, "status": "unanswered"}
    return None if reference else _csv(site, "unanswered", language, given)


def _csv(site: SiteData, path: str, language: str, parameters: Mapping[str, str]) -> SitePage:
    rows = (_csv_row(site, line, language) for line in select(site, read_filters(parameters)))
    return csv_page(path, getattr(words_of(language).nav, path), language, _COLUMNS, rows)


def select(site: SiteData, filters: Filters) -> Sequence[Line]:
    """The questions of a build that have what filters ask for, the latest first."""
    return chosen(site.once(overview), filters)


def _csv_row(site: SiteData, line: Line, language: str) -> list[str]:
    thing = site.mint.thing(f"question/{line.number}")
    titles = {each.language: each.value for each in texts(site, thing, "dcterms:title")}

    def named(kind: str, key: str | None) -> str:
        return site.node(site.mint.thing(f"{kind}/{key}").value, language).label if key else ""

    return [
        line.number,
        thing.value,
        line.asked_on or "",
        named("person", line.asker),
        named("party", line.party),
        named("post", line.post),
        named("person", line.minister),
        line.status or "",
        line.answered_on or "",
        "" if line.days is None else str(line.days),
        line.language or "",
        *(titles.get(tag, "") for tag in ("fr", "nl", "de")),
    ]
