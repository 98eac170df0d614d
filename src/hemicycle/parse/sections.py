"""The lines of an answer to the sections that speak for one service each."""

import re
from collections.abc import Sequence

from msgspec import Struct

from hemicycle.parse.lines import Cell

LONGEST_HEADING = 160
_SERVICE = (
    r"(?:SPF|SPP|FOD|POD|FÖD|Services?\s+publics?\s+(?:fédéra(?:l|ux)|de\s+programmation)"
    r"|(?:Programmatorische\s+)?Federale\s+overheidsdienst)\s+\S"
)
_HEADING = re.compile(_SERVICE.replace("SPF|SPP|FOD|POD|FÖD", "(?-i:SPF|SPP|FOD|POD|FÖD)"), re.I)
_LED = re.compile(
    r"(?:[A-Z]\s?[.)]\s+|[-–•]\s+)?(?:(?:Pour|Voor)\s+)?(?:(?:Le|La|De|Het)\s+)?", re.IGNORECASE
)
_VERB = re.compile(
    r"\s(?:est|sont|a|ont|dispose|disposent|utilise|utilisent|possède|communique|recourt"
    r"|is|zijn|heeft|hebben|beschikt|beschikken|gebruikt|gebruiken|maakt|werkt)\s",
    re.IGNORECASE,
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
    return heading_start(text) is not None


def heading_start(text: str) -> int | None:
    """Where the service's name begins in a line that is a heading; None in any other line."""
    name = text.rstrip(" :\u00a0")
    if len(name) > LONGEST_HEADING:
        return None
    led = _LED.match(name)
    start = led.end() if led and led.end() and _HEADING.match(name, led.end()) else 0
    if start and not text.rstrip().endswith(":") and name[0].isalpha() and name[1:2] not in ".)":
        return None  # `Le SPF Emploi` alone opens a sentence as well
    if not _HEADING.match(name, start) or name.endswith(_SENTENCE_END) or name[-1:].isdigit():
        return None
    return None if ":" in name or ". " in name[start:] or _VERB.search(name) else start


def split_sections(cells: Sequence[Cell]) -> list[SectionLines]:
    """Cut at headings; a list of services, one a line, is no row of headings."""
    sections: list[SectionLines] = []
    heading: Cell | None = None
    begin = 0
    for line, cell in enumerate(cells):
        if is_heading(cell.text) and _stands_alone(cells, line):
            if line > begin:
                sections.append(SectionLines(heading, tuple(cells[begin:line])))
            heading, begin = _name_of(cell), line + 1
    sections.append(SectionLines(heading, tuple(cells[begin:])))
    return sections


def _stands_alone(cells: Sequence[Cell], line: int) -> bool:
    """Whether text follows, and no other heading stands beside it."""
    if line + 1 >= len(cells) or is_heading(cells[line + 1].text):
        return False
    return line == 0 or not is_heading(cells[line - 1].text)


def _name_of(cell: Cell) -> Cell:
    """The heading without what leads to it and its colon."""
    begin = heading_start(cell.text) or 0
    text = cell.text[begin:].rstrip(" :\u00a0")
    start = cell.start + begin
    return Cell(text, start, start + len(text), cell.column, cell.group)


def pair_sections(split: dict[str, list[SectionLines]]) -> list[dict[str, SectionLines]]:
    """The sections of two languages side by side: what has no heading beside what has none.

    Where one language has more headings than the other, they are not paired.
    """
    rows: list[dict[str, SectionLines]] = []
    leads = {x: own[0] for x, own in split.items() if own[0].heading is None}
    if leads:
        rows.append(leads)
    headed = {x: [one for one in own if one.heading] for x, own in split.items()}
    if len({len(own) for own in headed.values()}) == 1:
        count = max(len(own) for own in headed.values())
        rows.extend({x: own[n] for x, own in headed.items()} for n in range(count))
    else:
        rows.extend({x: one} for x, own in headed.items() for one in own)
    return rows
