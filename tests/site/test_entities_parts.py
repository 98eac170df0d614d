"""The small parts of the pages of things: what holds of pages, tallies, charts and quotes for all."""

from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemicycle.assets import asset
from hemicycle.errors import ReadError
from hemicycle.opened import open_build
from hemicycle.query import Texts
from hemicycle.site import Addresses, Site, SiteData
from hemicycle.site.asked import by_year, tally
from hemicycle.site.charts import HEIGHT, TOP, Bar, bar_chart
from hemicycle.site.entity import entity_of, names
from hemicycle.site.environment import Compiled, environment
from hemicycle.site.history import SERIES, history
from hemicycle.site.lines import UNANSWERED, Line, latest_first
from hemicycle.site.named_places import named_places
from hemicycle.site.naming import cut
from hemicycle.site.overview import Overview
from hemicycle.site.paging import paging
from hemicycle.site.quoted import quote

ROOT = Path(__file__).parents[2]

STATUSES = ("answered", "answered-without-text", "pending", "reminded", "closed", "lapsed",
            "requalified")  # fmt: skip

QUESTIONS = st.lists(
    st.builds(
        Line,
        number=st.integers(1, 30).map("5-{}".format),
        asked_on=st.none() | st.dates().map(str),
        status=st.none() | st.sampled_from(STATUSES),
        days=st.none() | st.integers(-5, 4000),
    )
)


@cache
def _site() -> SiteData:
    return Site.open(open_build(ROOT / "graphs")).data


@given(st.integers(0, 10_000), st.integers(-5, 500), st.integers(1, 120))
def test_a_page_of_many_is_a_stretch_of_them(total: int, number: int, size: int) -> None:
    found = paging(total, number, size)
    assert 1 <= found.number <= found.pages
    assert 0 <= found.start <= found.end <= total
    assert found.end - found.start <= size


@given(st.integers(0, 500), st.integers(1, 60))
def test_pages_hold_everything_once(total: int, size: int) -> None:
    first = paging(total, 1, size)
    pages = [paging(total, number, size) for number in range(1, first.pages + 1)]
    assert [place for page in pages for place in range(page.start, page.end)] == list(range(total))


@given(QUESTIONS)
def test_each_question_counts_in_one_way(questions: list[Line]) -> None:
    for counted in (tally(questions), *by_year(questions)):
        assert counted.asked == sum(getattr(counted, name) for name in SERIES)
        assert (counted.share is None) == (counted.asked == counted.unread)
        assert counted.share is None or 0 <= counted.share <= 100


@given(QUESTIONS)
def test_years_make_up_the_whole(questions: list[Line]) -> None:
    years = by_year(questions)
    assert sum(year.asked for year in years) == len(questions)
    assert [year.year or "" for year in years] == sorted({year.year or "" for year in years})


@given(QUESTIONS, st.sampled_from(("fr", "nl", "en")))
def test_the_drawing_shows_every_dated_question(questions: list[Line], language: str) -> None:
    drawn = history(questions, language)
    dated = [year for year in drawn.years if year.year is not None]
    shown = [bar for bar in drawn.chart.bars if bar.parts]
    assert [bar.label for bar in shown] == [year.year for year in dated]


@given(QUESTIONS, st.data())
def test_what_several_things_have_is_listed_once_the_latest_first(
    questions: list[Line], data: st.DataObject
) -> None:
    lines = tuple(sorted({line.number: line for line in questions}.values(), key=latest_first))
    places = st.sets(st.integers(0, max(len(lines) - 1, 0))) if lines else st.just(set())
    tied = {name: tuple(sorted(data.draw(places))) for name in ("one", "other")}
    found = Overview(lines, {"hc:askedBy": tied}).of("hc:askedBy", ("one", "other", "nobody"))
    assert list(found) == sorted(found, key=latest_first)
    assert set(found) == {lines[place] for each in tied.values() for place in each}


@given(st.lists(st.lists(st.integers(0, 5000), min_size=3, max_size=3), max_size=20))
def test_bars_stand_on_the_floor_and_within_the_chart(counts: list[list[int]]) -> None:
    series = ("answered", "open", "ended")
    chart = bar_chart(series, (Bar(str(n), tuple(each), "") for n, each in enumerate(counts)))
    assert chart.lines[0].label == 0
    for bar, each in zip(chart.bars, counts, strict=True):
        heights = sum(part.height for part in bar.parts)
        assert heights == pytest.approx(HEIGHT * sum(each) / chart.lines[-1].label, abs=0.1)
        assert all(part.y >= TOP - 0.01 for part in bar.parts)
        assert chart.left <= bar.x and bar.x + chart.bar <= chart.width


@given(st.text(max_size=300), st.integers(2, 60))
def test_what_is_cut_is_a_beginning(text: str, longest: int) -> None:
    found = cut(text, longest)
    assert len(found) <= longest + 2
    assert "  ".join(text.split()).replace("  ", " ").startswith(found.removesuffix(" …"))


@given(st.data())
def test_a_quote_is_the_sentence_of_its_place(data: st.DataObject) -> None:
    keys = sorted(file.stem for file in (ROOT / "graphs" / "texts").glob("*.txt"))
    key = data.draw(st.sampled_from(keys))
    text = _site().page_text(key)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 40)))
    if not text[start:end].strip():
        return
    found = quote(_site(), f"https://example.org/{key}", start, end)
    passage = Texts(ROOT / "graphs" / "texts").passage(key, start, end)
    whole = f"{found.before} {found.words} {found.after}"
    assert found.line == passage.line
    assert _letters(whole.replace("…", "")) in _letters(passage.sentence.replace("…", ""))
    assert "".join(text[start:end].split()) in _letters(found.words)


def _letters(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (4, 4), (5, 2), (0, 10**9)])
def test_a_place_that_is_none_is_refused(start: int, end: int) -> None:
    with pytest.raises(ReadError, match="has no characters"):
        quote(_site(), "https://example.org/2b42bb41c6fafebe", start, end)


def test_a_long_sentence_is_shown_in_part() -> None:
    words = " ".join(["mot"] * 200)
    site = cast(SiteData, SimpleNamespace(page_text=lambda key: f"{words} @Compte {words}."))
    found = quote(site, "x", len(words) + 1, len(words) + 8)
    assert found.words == "@Compte"
    assert found.before.startswith("… mot mot") and found.before.endswith("mot ")
    assert found.after.startswith(" mot") and found.after.endswith("mot …")


def test_every_query_is_asked_by_a_page() -> None:
    modules = "".join(file.read_text(encoding="utf-8") for file in asset("site").glob("*.py"))
    queries = sorted(file.stem for file in asset("site/queries").glob("*.rq"))
    assert [name for name in queries if f'"{name}"' not in modules] == []


def _figures(status: str, filters: dict[str, str] | None) -> str:
    lines = [Line(number="5-1", status=status), Line(number="5-2", status="answered")]
    text = '{% import "parts/entity.html" as e %}{{ e.figures(all, filters) }}'
    template = environment("fr", Addresses(), Compiled()).from_string(text)
    return template.render(all=tally(lines), filters=filters)


@pytest.mark.parametrize("status", UNANSWERED)
def test_a_figure_leads_to_the_questions_without_answer(status: str) -> None:
    address = "/fr/questions?status=unanswered&amp;minister=elio-di-rupo"
    assert f'<a href="{address}">1</a>' in _figures(status, {"minister": "elio-di-rupo"})
    assert "<a " not in _figures(status, None)
    assert "sans réponse" not in _figures("requalified", {"minister": "elio-di-rupo"})


def test_a_name_that_two_languages_share_is_shown_once() -> None:
    site = _site()
    entity = entity_of(site, "service/spf-finances", "fr", {})
    assert entity is not None
    found = names(site, entity, "skos:prefLabel", "skos:altLabel")
    texts = [name.text for name in found]
    assert texts.count("MinFin") == 1
    assert len(set(texts)) == len(texts)
    assert entity.node.label not in texts


def test_places_that_name_a_thing_come_by_their_day() -> None:
    site = _site()
    places = named_places(site, site.mint.thing("platform/facebook"), "fr", {}).places
    days = [place.said_on or "9999" for place in places]
    assert days == sorted(days)
    assert len(set(days)) > 1
