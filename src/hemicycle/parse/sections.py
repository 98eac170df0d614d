"""The lines of an answer to the sections that speak for one service each."""

import re
from collections.abc import Sequence

from msgspec import Struct

from hemicycle.parse.lines import Cell

LONGEST_HEADING = 160
_HEADING = re.compile(
    r"(?:SPF|SPP|FOD|POD|FÖD|Services?\s+publics?\s+(?:fédéra(?:l|ux)|de\s+programmation)"
    r"|(?:Programmatorische\s+)?[Ff]ederale\s+[Oo]verheidsdienst)\s+\S",
)
_SENTENCE_END = (".", ";", ",", "?", "!")


class SectionLines(Struct, frozen=True):
    """The heading of a section, if it has one, and its lines."""

    heading: Cell | None
    cells: tuple[Cell, ...]


def is_heading(text: str) -> bool:
    """Whether a line is nothing but the name of a service.

    >>> is_heading("SPF Securité Sociale"), is_heading("SPF Emploi : il est présent.")
    (True, False)
    """
    name = text.rstrip(" :\u00a0")
    return (
        len(name) <= LONGEST_HEADING
        and _HEADING.match(name) is not None
        and not name.endswith(_SENTENCE_END)
        and ":" not in name
        and ". " not in name
    )


def split_sections(cells: Sequence[Cell]) -> list[SectionLines]:
    """Cut at headings; a list of services, one a line, is no row of headings."""
    sections: list[SectionLines] = []
    heading: Cell | None = None
    begin = 0
    for line, cell in enumerate(cells):
        if is_heading(cell.text) and _has_text_after(cells, line):
            if line > begin:
                sections.append(SectionLines(heading, tuple(cells[begin:line])))
            heading, begin = _without_colon(cell), line + 1
    sections.append(SectionLines(heading, tuple(cells[begin:])))
    return sections


def _has_text_after(cells: Sequence[Cell], line: int) -> bool:
    return line + 1 < len(cells) and not is_heading(cells[line + 1].text)


def _without_colon(cell: Cell) -> Cell:
    text = cell.text.rstrip(" :\u00a0")
    return Cell(text, cell.start, cell.start + len(text), cell.column, cell.group)
