"""The questions tied to a person, a post, a party or a keyword to tallies by year and rows."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from itertools import groupby
from statistics import median

from msgspec import Struct
from pyoxigraph import NamedNode

from hemicycle.site.data import Node, SiteData
from hemicycle.site.facts import code, first_iri, iris, one_text, term, text_in
from hemicycle.site.paging import Paging, page_number, paging

ON_A_PAGE = 50
KEPT = 32
"""Of how many entities the questions are kept."""

_ANSWERED = frozenset(("answered", "answered-without-text"))
_OPEN = frozenset(("pending", "reminded"))
_ENDED = frozenset(("closed", "lapsed"))


class Asked(Struct, frozen=True):
    """One question: its IRI, its day, the code of its status, the days to its first answer."""

    question: str
    asked_on: str | None
    status: str | None
    days: int | None


class Tally(Struct, frozen=True):
    """What became of some questions.

    `year` is None for those of no known day, and in the tally of all. `ended` are closed
    or lapsed without answer, `unread` are known by reference alone. `share` is that of the
    answered among those read, in percent.
    """

    year: str | None
    asked: int
    answered: int
    open: int
    ended: int
    requalified: int
    unread: int
    share: int | None
    median_days: float | None


class QuestionRow(Struct, frozen=True):
    """One question in a list; its title is in the language `title_language`."""

    node: Node
    title: str | None
    title_language: str | None
    asked_on: str | None
    asker: Node | None
    addressees: tuple[Node, ...]
    status: str | None
    days: int | None


class QuestionList(Struct, frozen=True):
    """One page of the questions of an entity, of one year or of all of them."""

    rows: tuple[QuestionRow, ...]
    paging: Paging
    year: str | None


def asked(site: SiteData, relation: str, entity: NamedNode) -> tuple[Asked, ...]:
    """The questions that a property ties to an entity, the latest first.

    A question of which pages give two days or statuses is there once, with the first. Those
    of the entities asked for last are kept: their lists have several pages, in three languages.
    """
    return site.once(_kept)(relation, entity)


def _kept(site: SiteData) -> Callable[[str, NamedNode], tuple[Asked, ...]]:
    @lru_cache(maxsize=KEPT)
    def found(relation: str, entity: NamedNode) -> tuple[Asked, ...]:
        rows = site.rows("entity-asked", property=term(relation), entity=entity)
        return in_order(
            Asked(
                question=row.text("question") or "",
                asked_on=row.text("asked_on"),
                status=code(row.text("status")),
                days=row.number("days"),
            )
            for row in rows
        )

    return found


def in_order(found: Iterable[Asked]) -> tuple[Asked, ...]:
    """Each question once, the latest first, those of no known day last."""
    ordered = sorted(
        found, key=lambda each: (each.question, each.asked_on or "", each.status or "")
    )
    once = [next(group) for _, group in groupby(ordered, key=lambda each: each.question)]
    return tuple(sorted(once, key=lambda each: each.asked_on or "", reverse=True))


def tally(questions: Iterable[Asked], year: str | None = None) -> Tally:
    """What became of some questions, counted."""
    given = list(questions)
    codes = [each.status for each in given]
    answered = sum(status in _ANSWERED for status in codes)
    read = sum(status is not None for status in codes)
    days = [each.days for each in given if each.days is not None]
    return Tally(
        year=year,
        asked=len(given),
        answered=answered,
        open=sum(status in _OPEN for status in codes),
        ended=sum(status in _ENDED for status in codes),
        requalified=sum(status == "requalified" for status in codes),
        unread=len(given) - read,
        share=round(100 * answered / read) if read else None,
        median_days=median(days) if days else None,
    )


def by_year(questions: Iterable[Asked]) -> tuple[Tally, ...]:
    """The tally of each year in which questions were asked, the first year first."""
    dated = sorted(questions, key=_year)
    return tuple(tally(group, year or None) for year, group in groupby(dated, key=_year))


def _year(question: Asked) -> str:
    """The year of asking, nothing for a day that is not known or is none."""
    year = (question.asked_on or "")[:4]
    return year if len(year) == 4 and year.isascii() and year.isdigit() else ""


def question_list(
    site: SiteData, questions: tuple[Asked, ...], language: str, parameters: Mapping[str, str]
) -> QuestionList:
    """The page of questions that the parameters `page` and `year` ask for."""
    years = {_year(each) for each in questions}
    wanted = parameters.get("year")
    year = wanted if wanted in years else None
    chosen = [each for each in questions if year is None or _year(each) == year]
    pages = paging(len(chosen), page_number(parameters), ON_A_PAGE)
    rows = (question_row(site, each, language) for each in chosen[pages.start : pages.end])
    return QuestionList(tuple(rows), pages, year)


def question_row(site: SiteData, question: Asked, language: str) -> QuestionRow:
    """A question with its title, who asked it and of whom."""
    thing = NamedNode(question.question)
    title = text_in(site, thing, "dcterms:title", language)
    asker = first_iri(site, thing, "hc:askedBy")
    return QuestionRow(
        node=site.node(question.question, language),
        title=None if title is None else title.value,
        title_language=None if title is None else title.language,
        asked_on=question.asked_on,
        asker=site.node(asker, language) if asker else _printed(site, thing),
        addressees=tuple(site.node(post, language) for post in iris(site, thing, "hc:addressedTo")),
        status=question.status,
        days=question.days,
    )


def _printed(site: SiteData, question: NamedNode) -> Node | None:
    printed = one_text(site, question, "hc:printedAsker")
    return None if printed is None else Node(question.value, None, printed)
