"""The graph to one Excel workbook: a sheet a table, days and numbers as Excel has them.

What a CSV file leaves to Excel is said here: `5-10` stays a number of a question, a cell
that begins with = + - or @ stays text. A cell holds 32,767 characters: a longer text goes on
in the sheet `continued`, never lost. The sheet `columns` says what the columns are.
"""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import xlsxwriter

from hemicycle.errors import ExportError
from hemicycle.export.request import Request, writing
from hemicycle.export.sheet import Sheet, pieces
from hemicycle.tables import (
    StoreFacts,
    Table,
    Value,
    cell_text,
    load_tables,
    table_rows,
)

CONTINUED = "continued"
MARK = " […]"
"""Stands behind the first piece of a text that goes on in the sheet `continued`."""

_OPTIONS = {
    "constant_memory": True,
    "default_date_format": 14,  # the short date of the reader's own settings
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_CREATED = datetime(2000, 1, 1)  # no clock: the same graph gives the same bytes
_FIRST_DAY = date(1900, 3, 1)  # Excel's calendar has a day before it that never was
_EXACT = 10**15  # Excel keeps fifteen digits of a number
_WIDTHS = {"boolean": 9, "date": 12, "integer": 9, "iri": 46, "reference": 24, "text": 32}
_MORE = ("table", "iri", "column", "piece", "text")
_ABOUT = ("table", "column", "en", "fr", "nl")


def write_xlsx(to: Request) -> None:
    """One workbook of every table; the same graph gives the same bytes.

    A row that a sheet has no room for stands in a further sheet of its name.
    """
    tables = load_tables()
    with writing(to.out) as out:
        book = xlsxwriter.Workbook(out, _OPTIONS)
        book.set_properties({"created": _CREATED, "title": "Hemicycle"})
        sheets = [_sheet(book, table) for table in tables]
        more = Sheet(book, CONTINUED, _MORE, (16, 46, 20, 8, 100))
        _describe(tables, Sheet(book, "columns", _ABOUT, (16, 24, 60, 60, 60)))
        for table, sheet in zip(tables, sheets, strict=True):
            _fill(table, sheet, more, to)
        for sheet in (*sheets, more):
            sheet.finish()
        _close(book)


def _sheet(book: Any, table: Table) -> Sheet:
    widths = [_WIDTHS[column.kind] for column in table.all_columns]
    return Sheet(book, table.name, table.header, widths)


def _fill(table: Table, sheet: Sheet, more: Sheet, to: Request) -> None:
    for row in table_rows(table, StoreFacts(to.store), to.mint):
        shown: list[Value | None] = []
        for name, cell in zip(table.header, row.cells, strict=True):
            value = _value(cell)
            if isinstance(value, str):
                first, *rest = pieces(value, len(MARK))
                for number, piece in enumerate(rest, 2):
                    more.add((table.name, cell_text(row.cells[0]), name, number, piece))
                value = first + MARK if rest else first
            shown.append(value)
        sheet.add(shown)


def _value(cell: tuple[Value, ...]) -> Value | None:
    """One value as Excel has it; several, or one that Excel has not, as text."""
    if not cell:
        return None
    value = cell[0]
    early = isinstance(value, date) and value < _FIRST_DAY
    large = isinstance(value, int) and abs(value) >= _EXACT
    return cell_text(cell) if len(cell) > 1 or early or large else value


def _describe(tables: tuple[Table, ...], sheet: Sheet) -> None:
    for line in _lines(tables):
        sheet.add(line)
    sheet.finish()


def _lines(tables: tuple[Table, ...]) -> Iterator[tuple[str, ...]]:
    for table in tables:
        said = table.description
        yield table.name, "", said.en, said.fr, said.nl
        for column in table.all_columns:
            yield table.name, column.name, column.title.en, column.title.fr, column.title.nl


def _close(book: Any) -> None:
    try:
        book.close()
    except xlsxwriter.exceptions.XlsxWriterException as error:
        raise ExportError(f"the workbook cannot be written: {error}") from error
