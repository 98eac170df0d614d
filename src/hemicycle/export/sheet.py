"""Rows of values to a sheet of an Excel workbook, and to further ones where it is full."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from hemicycle.errors import ExportError
from hemicycle.tables import Value

MOST_CHARACTERS = 32_767
"""Of one cell, in UTF-16 code units."""

MOST_ROWS = 1_048_576
"""Of one sheet, its header among them. https://support.microsoft.com: Excel's limits."""


def pieces(text: str, spare: int = 0) -> Iterator[str]:
    """A text in pieces that a cell can hold, with room for `spare` characters behind the first.

    Every piece begins where the one before it ended; an empty text is one piece.

    >>> [len(piece) for piece in pieces("x" * 40_000, 4)]
    [32763, 7237]
    """
    start = 0
    room = MOST_CHARACTERS if _units(text) <= MOST_CHARACTERS else MOST_CHARACTERS - spare
    while start < len(text) or start == 0:
        units = text[start : start + room].encode("utf-16-le")[: 2 * room]
        piece = units.decode("utf-16-le", "ignore")  # half a character at the end is left out
        yield piece
        start += max(len(piece), 1)


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


class Sheet:
    """A sheet with a fixed header, filters and widths; a full one goes on in `name 2`."""

    def __init__(self, book: Any, name: str, header: Sequence[str], widths: Sequence[int]) -> None:
        self._book, self._name, self._header, self._widths = book, name, header, widths
        self._bold = book.add_format({"bold": True})
        self._number = 0
        self._begin()

    def add(self, values: Sequence[Value | None]) -> None:
        """Add a row; raises ExportError where Excel would not have it."""
        if self._row + 1 >= MOST_ROWS:
            self.finish()
            self._begin()
        self._row += 1
        for column, value in enumerate(values):
            if value is not None:
                self._write(column, value)

    def finish(self) -> None:
        """Put filters on all rows; none is added after that."""
        self._sheet.autofilter(0, 0, max(self._row, 1), len(self._header) - 1)

    def _begin(self) -> None:
        self._number += 1
        name = self._name if self._number == 1 else f"{self._name} {self._number}"
        self._sheet = self._book.add_worksheet(name)
        self._sheet.freeze_panes(1, 0)
        for column, width in enumerate(self._widths):
            self._sheet.set_column(column, column, width)
        for column, word in enumerate(self._header):
            self._sheet.write_string(0, column, word, self._bold)
        self._row = 0

    def _write(self, column: int, value: Value) -> None:
        sheet, place = self._sheet, (self._row, column)
        if isinstance(value, bool):
            code = sheet.write_boolean(*place, value)
        elif isinstance(value, int):
            code = sheet.write_number(*place, value)
        elif isinstance(value, date):
            code = sheet.write_datetime(*place, datetime(value.year, value.month, value.day))
        else:
            code = self._write_text(place, value)
        if code:
            raise ExportError(f"row {self._row + 1} of sheet {self._name} cannot be written")

    def _write_text(self, place: tuple[int, int], text: str) -> int:
        # XML knows neither of these two; what looks like XlsxWriter's own runs of rich
        # text would be taken for them, and is handed to it as three runs.
        text = text.replace("\ufffe", "").replace("\uffff", "")
        if text.startswith("<r>"):
            return int(self._sheet.write_rich_string(*place, "<", "r", text[2:]))
        return int(self._sheet.write_string(*place, text))
