"""The workbook as another library reads it: days, numbers, texts of any kind and length."""

from collections.abc import Callable, Iterable
from datetime import datetime
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Triple

from hemicycle.export import Request, export
from hemicycle.export import sheet as sheets
from hemicycle.export.sheet import Sheet, pieces
from hemicycle.mint import Mint
from hemicycle.namespaces import HC, PREFIXES
from hemicycle.tables import cell_text, load_tables, table_rows
from hemicycle.tables.facts import StoreFacts

TYPE = NamedNode(f"{PREFIXES['rdf']}type")
LABEL = NamedNode(f"{PREFIXES['skos']}prefLabel")


def rows_of(file: Path | BytesIO, sheet: str) -> list[list[object]]:
    book = openpyxl.load_workbook(file, read_only=True)
    rows: list[list[object]] = [[*row] for row in book[sheet].iter_rows(values_only=True)]
    book.close()
    return rows


@pytest.fixture
def services_with(
    request_of: Callable[[Iterable[Triple], str], Request],
) -> Callable[[str], Path]:
    """A workbook in which a service has this text for its label."""

    def make(text: str) -> Path:
        service = Mint().thing("service/x")
        kind = Triple(service, TYPE, NamedNode(str(HC.FederalService)))
        said = Triple(service, LABEL, Literal(text, language="fr"))
        request = request_of([kind, said], "book.xlsx")
        export("xlsx", request)
        return request.out

    return make


def test_every_table_is_a_sheet_with_the_cells_of_the_csv(
    request_for: Callable[[str], Request],
) -> None:
    request = request_for("book.xlsx")
    export("xlsx", request)
    for table in load_tables():
        header, *rows = rows_of(request.out, table.name)
        assert header == list(table.header)
        expected = table_rows(table, StoreFacts(request.store), Mint())
        found = [[as_csv(value) for value in row] for row in rows]
        assert found == [[cell_text(cell) for cell in row.cells] for row in expected]


def as_csv(value: object) -> str:
    if isinstance(value, datetime):
        assert value == datetime(value.year, value.month, value.day)
        return value.date().isoformat()
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def test_days_are_days_and_numbers_are_numbers(request_for: Callable[[str], Request]) -> None:
    request = request_for("book.xlsx")
    export("xlsx", request)
    answers = rows_of(request.out, "answers")
    row = dict(zip(map(str, answers[0]), answers[1], strict=True))
    assert (row["question"], row["received_on"]) == ("5-8906", datetime(2014, 1, 30))
    assert row["days_to_answer"] == 275


def test_the_header_stays_in_sight_and_filters(request_for: Callable[[str], Request]) -> None:
    request = request_for("book.xlsx")
    export("xlsx", request)
    sheet = openpyxl.load_workbook(request.out)["answers"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:M3")
    assert sheet["C2"].number_format == "mm-dd-yy"  # number 14: the reader's own short date
    assert sheet.column_dimensions["C"].width > 10


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+32", "-1", "@x", "5-10", "1/2", "<r><t>x</t></r>", "<r>", "http://a.be", " x ",
     "a\nb", "\u202eא😀", "{=1}", "TRUE", "_x0041"],
)  # fmt: skip
def test_any_text_stays_that_text(text: str, services_with: Callable[[str], Path]) -> None:
    header, row = rows_of(services_with(text), "services")
    assert dict(zip(header, row, strict=True))["label_fr"] == text


@pytest.mark.parametrize("text", ["é" * 32_767, "é" * 32_768, "😀" * 40_000, "x" * 100_000])
def test_a_long_text_goes_on_and_nothing_is_lost(
    text: str, services_with: Callable[[str], Path]
) -> None:
    file = services_with(text)
    header, row = rows_of(file, "services")
    shown = str(dict(zip(header, row, strict=True))["label_fr"])
    rest = rows_of(file, "continued")[1:]
    assert [line[:4] for line in rest] == [
        ["services", Mint().thing("service/x").value, "label_fr", number]
        for number in range(2, len(rest) + 2)
    ]
    assert shown.endswith(" […]") == bool(rest)
    assert shown.removesuffix(" […]") + "".join(str(line[4]) for line in rest) == text


@given(st.text(st.sampled_from("a😀\n"), max_size=40), st.integers(2, 5))
def test_pieces_are_the_text_and_fit(text: str, most: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sheets, "MOST_CHARACTERS", most)
        found = list(pieces(text))
    assert "".join(found) == text
    assert all(len(piece.encode("utf-16-le")) // 2 <= most for piece in found)
    assert all(found) or found == [""]


def test_a_full_sheet_goes_on_in_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_ROWS", 3)
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"constant_memory": True})
    sheet = Sheet(book, "x", ("number",), (9,))
    for number in range(5):
        sheet.add((number,))
    sheet.finish()
    book.close()
    found = {name: rows_of(out, name) for name in ("x", "x 2", "x 3")}
    assert found == {
        "x": [["number"], [0], [1]],
        "x 2": [["number"], [2], [3]],
        "x 3": [["number"], [4]],
    }
