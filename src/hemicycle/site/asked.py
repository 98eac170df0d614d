"""Questions to what became of them, year by year, and to the rows of a list."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from statistics import median

from msgspec import Struct
from pyoxigraph import NamedNode

from hemicycle.site.data import Node, SiteData
from hemicycle.site.facts import iris, one_text, text_in
from hemicycle.site.lines import Line
from hemicycle.site.overview import overview
from hemicycle.site.paging import Paging, page_number, paging

ON_A_PAGE = 50

_ANSWERED = ("answered", "answered-without-text")
_OPEN = ("pending", "reminded")
_ENDED = ("closed", "lapsed")


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

    @property
    def unanswered(self) -> int:
        """How many of those read have no answer so far, and were not requalified."""
        return self.open + self.ended


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


def asked(site: SiteData, relation: str, *entities: NamedNode) -> tuple[Line, ...]:
    """The questions that a property ties to one of some things, the latest first."""
    paths = (site.mint.path(entity.value) or entity.value for entity in entities)
    return site.once(overview).of(relation, paths)


def tally(questions: Iterable[Line], year: str | None = None) -> Tally:
    """What became of some questions, counted."""
    given = list(questions)
    codes = Counter(each.status for each in given)
    answered = sum(codes[status] for status in _ANSWERED)
    read = len(given) - codes[None]
    days = [each.days for each in given if each.days is not None]
    return Tally(
        year=year,
        asked=len(given),
        answered=answered,
        open=sum(codes[status] for status in _OPEN),
        ended=sum(codes[status] for status in _ENDED),
        requalified=codes["requalified"],
        unread=codes[None],
        share=round(100 * answered / read) if read else None,
        median_days=median(days) if days else None,
    )


def by_year(questions: Iterable[Line]) -> tuple[Tally, ...]:
    """The tally of each year in which questions were asked, the first year first."""
    found: dict[str, list[Line]] = {}
    for line in questions:
        found.setdefault(line.year or "", []).append(line)
    return tuple(tally(found[year], year or None) for year in sorted(found))


def question_list(
    site: SiteData, questions: Sequence[Line], language: str, parameters: Mapping[str, str]
) -> QuestionList:
    """The page of questions that the parameters `page` and `year` ask for."""
    year = parameters.get("year")
    chosen = [line for line in questions if line.year == year] if year else questions
    if not chosen:
        year, chosen = None, questions
    pages = paging(len(chosen), page_number(parameters), ON_A_PAGE)
    rows = (question_row(site, each, language) for each in chosen[pages.start : pages.end])
    return QuestionList(tuple(rows), pages, year)


def question_row(site: SiteData, question: Line, language: str) -> QuestionRow:
    """A question with its title, who asked it and of whom."""
    thing = site.mint.thing(question.thing)
    title = text_in(site, thing, "dcterms:title", language)
    posts = _posts(site, question)
    return QuestionRow(
        node=site.node(thing.value, language),
        title=None if title is None else title.value,
        title_language=None if title is None else title.language,
        asked_on=question.asked_on,
        asker=_asker(site, question, language),
        addressees=tuple(site.node(post, language) for post in posts),
        status=question.status,
        days=question.days,
    )


def _posts(site: SiteData, question: Line) -> Sequence[str]:
    """The posts that a question is put to, by their IRIs."""
    if question.post is None:
        return ()
    if question.number in site.once(overview).to_several:
        return iris(site, site.mint.thing(question.thing), "hc:addressedTo")
    return (site.mint.thing(f"post/{question.post}").value,)


def _asker(site: SiteData, question: Line, language: str) -> Node | None:
    """Who asked, else the words that are printed for it."""
    if question.asker:
        return site.node(site.mint.thing(f"person/{question.asker}").value, language)
    thing = site.mint.thing(question.thing)
    printed = one_text(site, thing, "hc:printedAsker")
    return None if printed is None else Node(thing.value, None, printed)
