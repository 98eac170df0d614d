"""Questions to what became of them: counted together, by year, and drawn."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from hemicycle.site.asked import Tally, by_year, tally
from hemicycle.site.charts import Bar, Chart, bar_chart
from hemicycle.site.lines import Line
from hemicycle.site.words import number_words, words_of

SERIES = ("answered", "open", "ended", "requalified", "unread")
"""The parts of a year's bar, from the floor up; each is a field of Tally, and a word."""


LONGEST = 60
"""Of years further apart only those with questions are drawn: one of them is a slip."""


class History(Struct, frozen=True):
    """What became of some questions: all of them, each year's, and the years as a chart."""

    all: Tally
    years: tuple[Tally, ...]
    chart: Chart


def history(questions: Sequence[Line], language: str) -> History:
    """The history of some questions, the words of its chart in a language."""
    years = by_year(questions)
    return History(tally(questions), years, _chart(years, language))


def _chart(years: tuple[Tally, ...], language: str) -> Chart:
    dated = list(_every_year([each for each in years if each.year is not None]))
    used = tuple(name for name in SERIES if any(getattr(each, name) for each in dated))
    return bar_chart(used, (_bar(each, used, language) for each in dated))


def _every_year(dated: Sequence[Tally]) -> Iterator[Tally]:
    """The years and those between them in which nothing was asked: time has no gaps."""
    if not dated:
        return
    first, last = int(dated[0].year or 0), int(dated[-1].year or 0)
    if last - first > LONGEST:
        yield from dated
        return
    known = {each.year: each for each in dated}
    for number in range(first, last + 1):
        year = f"{number:04}"
        yield known.get(year) or tally((), year)


def _bar(year: Tally, series: tuple[str, ...], language: str) -> Bar:
    words = words_of(language).entity.bar.format(
        year=year.year,
        asked=number_words(year.asked, language),
        answered=number_words(year.answered, language),
    )
    return Bar(year.year or "", tuple(getattr(year, name) for name in series), words)
