"""Parquet: the rows of the tables, with days, numbers and lists."""

from collections.abc import Callable
from datetime import date
from importlib import import_module

import pytest

from hemicycle import optional
from hemicycle.errors import ExportError
from hemicycle.export import Request, export
from hemicycle.mint import Mint
from hemicycle.tables import StoreFacts, cell_value, load_tables, table_rows

parquet = import_module("pyarrow.parquet")


def test_every_table_is_a_file_of_its_typed_rows(request_for: Callable[[str], Request]) -> None:
    request = request_for("tables")
    export("parquet", request)
    for table in load_tables():
        found = parquet.read_table(request.out / f"{table.name}.parquet").to_pylist()
        expected = [
            {
                column.name: cell_value(column, cell)
                for column, cell in zip(table.all_columns, row.cells, strict=True)
            }
            for row in table_rows(table, StoreFacts(request.store), Mint())
        ]
        assert found == expected


def test_days_numbers_and_lists_are_that(request_for: Callable[[str], Request]) -> None:
    request = request_for("tables")
    export("parquet", request)
    row = parquet.read_table(request.out / "answers.parquet").to_pylist()[0]
    assert row["received_on"] == date(2014, 1, 30)
    assert row["days_to_answer"] == 275
    assert row["services"] == ["spf-sante", "spf-securite-sociale"]
    schema = parquet.read_schema(request.out / "answers.parquet")
    assert schema.field("received_on").metadata[b"nl"] == b"Datum van ontvangst"


def test_without_pyarrow_it_is_said_what_to_install(
    request_for: Callable[[str], Request], monkeypatch: pytest.MonkeyPatch
) -> None:
    def lacking(package: str) -> None:
        raise ModuleNotFoundError(package)

    monkeypatch.setattr(optional, "import_module", lacking)
    with pytest.raises(ExportError) as caught:
        export("parquet", request_for("tables"))
    expected = "pyarrow is not installed; install it: pip install 'hemicycle[parquet]'"
    assert str(caught.value) == expected
