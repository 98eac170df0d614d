"""A table of accounts in an answer to its cells, each with the platform that heads its column.

    Service     | Facebook | Twitter
    SPF Justice | non      | @justicebe

Only what needs no guess is read: a row of names of platforms heads the rows below that have as
many cells, and open with the name of a service.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct

from hemicycle.link.candidates import Candidate
from hemicycle.link.fold import plain_words, vocabulary
from hemicycle.link.passages import Passage
from hemicycle.link.phrases import is_account_noun
from hemicycle.link.platforms import OTHER, PLATFORMS
from hemicycle.link.printed import Printed, called, is_identifier, printed
from hemicycle.link.said import Statement

_SEPARATOR = re.compile(r"[\t|]")
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_NONE = vocabulary("non neen nee geen neant nihil aucun aucune")
_NONE_YET = frozenset({("nog", "niet"), ("pas", "encore"), ("nog", "geen")})
_ONE = frozenset({("oui",), ("ja",)})
_LONGEST_LINE = 1000


class Cell(Struct, frozen=True):
    """A cell in the column of a platform, and the row it is in, as [start, end)."""

    platform: str
    words: Printed
    start: int
    end: int


def table_cells(passage: Passage) -> list[Cell]:
    """The cells of all tables of accounts in a passage, in the order of the text."""
    text = passage.text
    if not passage.platforms.hits or not ("\t" in text or "|" in text):
        return []
    cells: list[Cell] = []
    columns: list[str | None] = []
    for line in _LINE.finditer(text):
        row = _row(text, *line.span())
        if header := _platforms(passage, row):
            columns = header
        elif not row or len(row) != len(columns):
            columns = []
        elif passage.services.between(row[0].start, row[0].end):
            cells += _under(columns, row)
    return cells


def _row(text: str, start: int, end: int) -> list[Printed]:
    if end - start > _LONGEST_LINE:
        return []
    row = []
    for separator in _SEPARATOR.finditer(text, start, end):
        row.append(printed(text, start, separator.start()))
        start = separator.end()
    return [*row, printed(text, start, end)]


def _platforms(passage: Passage, row: Sequence[Printed]) -> list[str | None]:
    """The platform that heads each column; nothing where the row is no such header.

    Where all cells name platforms, the column of the services has no header.
    """
    columns = [_platform(passage, cell) for cell in row]
    named = [column for column in columns if column is not None]
    if len(named) == len(row) > 1:
        return [None, *columns]
    if not named or columns[0] is not None or len(row) < 2:
        return []
    others = [cell for cell, column in zip(row, columns, strict=True) if column is None]
    is_header = not any(
        passage.services.between(cell.start, cell.end) or "@" in cell.text or "/" in cell.text
        for cell in others
    )
    return columns if is_header else []


def _platform(passage: Passage, cell: Printed) -> str | None:
    """The platform that a cell names, with or without an account noun, and nothing else."""
    hits = passage.platforms.between(cell.start, cell.end)
    if len(hits) != 1:
        return None
    around = passage.folded[cell.start : hits[0].start] + passage.folded[hits[0].end : cell.end]
    is_alone = all(is_account_noun(word) for word in plain_words(around))
    return hits[0].path.partition("/")[2] if is_alone else None


def _under(columns: Sequence[str | None], row: Sequence[Printed]) -> Iterator[Cell]:
    for platform, words in zip(columns, row, strict=True):
        if platform is not None and words.text:
            yield Cell(platform, words, row[0].start, row[-1].end)


def cell_at(cells: Sequence[Cell], place: int) -> Cell | None:
    """The cell that holds a place."""
    number = bisect_right(cells, place, key=lambda cell: cell.words.start)
    is_in = number > 0 and place < cells[number - 1].words.end
    return cells[number - 1] if is_in else None


def find_in_cells(passage: Passage, cells: Sequence[Cell]) -> Iterator[Candidate]:
    """Accounts whose cell holds their name alone, or « oui »; handles are found elsewhere."""
    for cell in cells:
        words = cell.words
        kind = PLATFORMS.get(cell.platform, OTHER).kind
        if is_identifier(words.text) or (
            cell.platform != "twitter" and _is_service(passage, words)
        ):
            yield called(cell.platform, kind, words, "labelled-name")
        elif passage.stance == "claimed" and _said(passage, words) in _ONE:
            yield Candidate(
                start=words.start,
                end=words.end,
                platform=cell.platform,
                kind=kind,
                rule="unnamed",
            )


def denied_in_cells(passage: Passage, cells: Sequence[Cell]) -> Iterator[Statement]:
    """« non », « geen », « nog niet » under the name of a platform."""
    for cell in cells:
        said = _said(passage, cell.words)
        if said in _NONE_YET or (len(said) == 1 and said[0] in _NONE):
            yield Statement(cell.platform, "denied", cell.start, cell.end, cell.words.start)


def _said(passage: Passage, words: Printed) -> tuple[str, ...]:
    return tuple(plain_words(passage.folded[words.start : words.end]))


def _is_service(passage: Passage, words: Printed) -> bool:
    """Whether a cell is the name of a service and nothing more."""
    named = passage.services.between(words.start, words.end)
    return bool(named) and (named[0].start, named[0].end) == (words.start, words.end)
