"""Stretches of text, blocks, rows and cells to the lines of a page.

The lines stand in one list from the start and a cell knows only where its lines
begin: so tables in tables are not copied from one level to the next.
"""

from dataclasses import dataclass, field

CELL_BREAK = "\n\u00a0\n"
"""What stands between two cells of a row when one of them holds several lines."""

COLUMN_BREAK = "\t"
"""What stands between two cells of a row when each of them is one line."""


@dataclass(slots=True)
class _Cell:
    """A cell, or the whole page: no empty line before `floor`, its first words at `first`."""

    floor: int
    first: int | None = None

    def begin(self, first: int) -> None:
        """Note where its words begin, the first time."""
        if self.first is None:
            self.first = first


@dataclass(slots=True)
class _Table:
    """A table: how many cells are open around it, and where the words of its open row begin.

    `breaks` are the lines kept for what will stand between the cells of that row.
    """

    around: int
    has_row: bool = False
    first: int | None = None
    breaks: list[int] = field(default_factory=list)


class Lines:
    """The lines of one page while it is laid out; `finish` gives its text."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._line: list[str] = []
        self._marker = ""
        self._gap = False
        self._cells = [_Cell(floor=0)]
        self._tables = [_Table(around=1)]

    def add(self, text: str) -> None:
        """Continue the line with `text`."""
        self._line.append(text)

    def mark(self, marker: str) -> None:
        """Put `marker` before the next line that has text; "" takes it back."""
        self._marker = marker

    def break_line(self) -> bool:
        """End the line; whether there was any text on it."""
        if not self._line:
            return False
        line = _with_single_blanks("".join(self._line)).strip(" ")
        self._line.clear()
        if not line:
            return False
        self._append(self._marker + line)
        self._marker = ""
        return True

    def break_paragraph(self) -> None:
        """End the line; an empty one stands before the next."""
        self.break_line()
        self._gap = True

    def break_or_skip(self) -> None:
        """End the line; where it has no text, leave an empty one."""
        if not self.break_line():
            self._gap = True

    def open_table(self) -> None:
        """Begin a table in the cell that is open."""
        self.break_paragraph()
        self._tables.append(_Table(around=len(self._cells)))

    def close_table(self) -> None:
        """End the table that was begun last."""
        self.close_row()
        self._tables.pop()
        self._gap = True

    def open_row(self) -> None:
        """Begin a row; one that is still open in this table ends."""
        self.close_row()
        self._tables[-1].has_row = True

    def open_cell(self) -> None:
        """Begin a cell; one that is still open in this table ends, a missing row begins."""
        self.close_cell()
        table = self._tables[-1]
        table.has_row = True
        if table.first is None:
            self._cells.append(_Cell(floor=self._cells[-1].floor))
            return
        table.breaks.append(len(self._lines))
        self._lines.append("")
        self._cells.append(_Cell(floor=len(self._lines)))

    def close_cell(self) -> None:
        """End the cell that is open in this table, if there is one."""
        self.break_line()
        table = self._tables[-1]
        if len(self._cells) == table.around:
            return
        cell = self._cells.pop()
        if cell.first is not None:
            self._trim(cell.first)
            self._cells[-1].begin(cell.first)
            table.first = cell.first if table.first is None else table.first
        elif table.first is not None:
            del self._lines[table.breaks.pop()]

    def close_row(self) -> None:
        """End the row that is open in this table, if there is one: now its cells are joined."""
        self.close_cell()
        table = self._tables[-1]
        if table.has_row:
            self._gap = table.first is None or self._join(table.first, table.breaks)
            self._tables[-1] = _Table(around=table.around)

    def finish(self) -> str:
        """The text of the page, each line with its end; nothing may be added after."""
        while len(self._tables) > 1:
            self.close_table()
        self.close_row()
        if (first := self._cells[0].first) is None:
            return ""
        self._trim(first)
        return "\n".join(self._lines) + "\n"

    def _append(self, line: str) -> None:
        """Put a line into the open cell; one without a word does not begin it."""
        cell = self._cells[-1]
        if cell.first is None and not line.strip():
            return
        if self._gap and len(self._lines) > cell.floor:
            self._lines.append("")
        self._gap = False
        cell.begin(len(self._lines))
        self._lines.append(line)

    def _trim(self, first: int) -> None:
        """Take the lines without a word off the end of a cell that begins at `first`."""
        while len(self._lines) > first and not self._lines[-1].strip():
            self._lines.pop()

    def _join(self, first: int, breaks: list[int]) -> bool:
        """Set what stands between the cells of a row; whether the row has several lines."""
        lines = len(self._lines) - first
        if breaks and lines == 2 * len(breaks) + 1:
            self._lines[first:] = [COLUMN_BREAK.join(self._lines[first::2])]
            return False
        for place in breaks:
            self._lines[place] = CELL_BREAK
        return lines > 1


def _with_single_blanks(text: str) -> str:
    """The text with each run of what HTML counts as white space as one blank.

    Blanks are halved until none is double: a tenth of a regular expression's time.
    """
    for blank in "\t\n\r\f":
        text = text.replace(blank, " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text
