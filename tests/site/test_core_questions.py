"""What filters choose among the questions of a build, and how the overview orders them."""

from pathlib import Path

import pytest

from hemicycle.opened import open_build
from hemicycle.site import Addresses, SiteData, question_values
from hemicycle.site.lines import Line
from hemicycle.site.overview import KEYWORD, Overview, overview
from hemicycle.site.question_filters import Filters, chosen, read_filters
from hemicycle.site.question_list import select

GRAPHS = Path(__file__).parents[2] / "graphs"


def line(number: str, status: str | None = None, day: str | None = None, **more: str) -> Line:
    given = dict.fromkeys(("asker", "party", "post", "minister", "language", "answered_on"))
    return Line(number=number, asked_on=day, status=status, days=None, **(given | more))


LINES = (
    line("7-3", "reminded", "2023-05-01", party="groen", language="nl"),
    line("5-8906", "answered", "2013-04-30", party="open-vld", minister="laurette-onkelinx"),
    line("5-12", "closed", "2010-12-01", party="open-vld"),
    line("4-1", "lapsed", "2009-01-02", language="fr"),
    line("5-8900"),
    line("page-0123456789abcdef", "pending", "1998-12-25"),
)

KNOWN = Overview(
    LINES,
    {
        "hc:askedInNameOf": {"party/groen": (0,), "party/open-vld": (1, 2)},
        "hc:addressedTo": {"post/a": (1, 3), "post/b": (0, 1)},
        "hc:holderWhenAsked": {"person/laurette-onkelinx": (1, 5), "person/elio-di-rupo": (1,)},
        KEYWORD: {"concept/5116": (1, 2, 5)},
    },
)
"""5-8906 was put to two posts, and so to two ministers."""


@pytest.mark.parametrize(
    ("parameters", "numbers"),
    [
        ({}, ["7-3", "5-8906", "5-12", "4-1", "5-8900", "page-0123456789abcdef"]),
        ({"year": "2013"}, ["5-8906"]),
        ({"legislature": "5"}, ["5-8906", "5-12", "5-8900"]),
        ({"legislature": "5", "status": "unread"}, ["5-8900"]),
        ({"status": "unanswered"}, ["7-3", "5-12", "4-1", "page-0123456789abcdef"]),
        ({"status": "unanswered", "party": "open-vld"}, ["5-12"]),
        ({"status": "answered", "minister": "laurette-onkelinx"}, ["5-8906"]),
        ({"minister": "elio-di-rupo"}, ["5-8906"]),
        ({"minister": "laurette-onkelinx"}, ["5-8906", "page-0123456789abcdef"]),
        ({"post": "b", "party": "open-vld", "keyword": "5116"}, ["5-8906"]),
        ({"post": "a", "status": "lapsed"}, ["4-1"]),
        ({"asker": "nobody"}, []),
        ({"language": "fr", "year": ""}, ["4-1"]),
        ({"year": "1831"}, []),
        ({"sort": "x", "asker": ""}, ["7-3", "5-8906", "5-12", "4-1", "5-8900", "page-0123456789abcdef"]),
    ],
)  # fmt: skip
def test_filters_choose(parameters: dict[str, str], numbers: list[str]) -> None:
    found = chosen(KNOWN, read_filters(parameters))
    assert [each.number for each in found] == numbers


def test_a_keyword_chooses_the_questions_that_bear_it() -> None:
    site = SiteData(open_build(GRAPHS), Addresses())
    assert [each.number for each in select(site, Filters(keyword="5116"))] == ["5-8906", "5-8910"]
    assert list(select(site, Filters(keyword="<nothing>"))) == []


def test_the_overview_has_read_questions_first_and_their_answers() -> None:
    lines = overview(SiteData(open_build(GRAPHS), Addresses())).lines
    assert [each.number for each in lines[:3]] == ["5-8906", "5-8910", "5-8900"]
    assert [each.number for each in lines[2:]] == [
        f"5-{number}" for number in range(8900, 8919) if number not in (8906, 8910)
    ]
    assert lines[1] == Line(
        number="5-8910",
        asked_on="2013-04-30",
        asker="martine-taelman",
        party="open-vld",
        post="minister-van-werk",
        minister="monica-de-coninck",
        status="answered",
        language="nl",
        answered_on="2013-07-15",
        days=76,
    )


def test_table_and_store_say_the_same(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    site = SiteData(open_build(GRAPHS), Addresses())
    assert (GRAPHS / question_values.TABLE).is_file()
    of_table = overview(site)
    monkeypatch.setattr(question_values, "TABLE", "tables/nothing.csv")
    of_store = overview(SiteData(open_build(GRAPHS), Addresses()))
    assert of_table == of_store
    assert of_store.tied["hc:askedBy"] == {"person/martine-taelman": (0, 1)}
    assert len(of_store.tied[KEYWORD]) > 1


def test_a_table_of_another_form_is_left_aside(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    other = tmp_path / "questions.csv"
    other.write_text("iri,number\nhttps://example.org/1,1\n", encoding="utf-8")
    monkeypatch.setattr(question_values, "TABLE", str(other))
    assert len(overview(SiteData(open_build(GRAPHS), Addresses())).lines) == 19


@pytest.mark.parametrize("rows", [[("5-1", "a | b")], [("5-1", "b | a | b"), ("5-2", "")]])
def test_cells_hold_several_values(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, rows: list[tuple[str, str]]
) -> None:
    site = SiteData(open_build(GRAPHS), Addresses())
    base = site.mint.thing("question/").value
    head = "iri,asked_on,asked_by,in_name_of,addressed_to,status,original_language,concepts"
    lines = [head, *(f"{base}{number},2013-01-01,,,,,,{cell}" for number, cell in rows)]
    table = tmp_path / "questions.csv"
    table.write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.setattr(question_values, "TABLE", str(table))
    found = question_values.question_values(site)
    assert found["5-1"]["keyword"] == ("a", "b")
    assert [number for number in found if not found[number]["keyword"]] == [
        number for number, cell in rows if not cell
    ]
