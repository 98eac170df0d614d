"""The lines of keywords to keywords, French beside Dutch."""

import re
from functools import cache
from itertools import zip_longest
from pathlib import Path

from hemicycle.parse.draft import Draft
from hemicycle.parse.language import best_cut
from hemicycle.parse.lines import Cell

_KNOWN = Path(__file__).with_name("known_keywords.txt")
_WORD = re.compile(r"\S+")


def settle_keywords(draft: Draft) -> None:
    """Pair the two halves of a bilingual list by position; unequal ones stay unpaired."""
    cells = draft.keyword_cells
    if draft.layout == "pipe-table":
        cells = [own for cell in cells for own in split_known(cell)]
    if len(draft.languages) == 1:
        _settle(draft, {draft.languages[0]: cells})
        return
    lists = _halves(cells)
    if len(lists["fr"]) == len(lists["nl"]):
        _settle(draft, lists)
    else:
        _settle(draft, {"fr": lists["fr"]})
        _settle(draft, {"nl": lists["nl"]})


def _halves(cells: list[Cell]) -> dict[str, list[Cell]]:
    """French and Dutch keywords: by column, by the gap between them, or by halves.

    Never by the words themselves: `Rwanda` stands in both lists.
    """
    columns = sorted({cell.column for cell in cells})
    groups = sorted({cell.group for cell in cells})
    if len(columns) == 2:
        first = [cell for cell in cells if cell.column == columns[0]]
        return {"fr": first, "nl": [cell for cell in cells if cell.column == columns[1]]}
    if len(groups) == 2:
        middle = sum(cell.group == groups[0] for cell in cells)
    elif len(cells) % 2 == 0:
        middle = len(cells) // 2
    else:
        middle = best_cut([cell.text for cell in cells])
    return {"fr": cells[:middle], "nl": cells[middle:]}


def _settle(draft: Draft, lists: dict[str, list[Cell]]) -> None:
    for row in zip_longest(*lists.values()):
        number = len(draft.keywords)
        draft.keywords.append(
            {language: cell.text for language, cell in zip(lists, row, strict=True)}
        )
        for language, cell in zip(lists, row, strict=True):
            draft.mark(f"keywords/{number}/{language}", cell.start, cell.end)


@cache
def _known_keywords() -> frozenset[tuple[str, ...]]:
    lines = _KNOWN.read_text(encoding="utf-8").splitlines()
    return frozenset(tuple(line.split()) for line in lines if not line.startswith("#"))


def split_known(cell: Cell) -> tuple[Cell, ...]:
    """The keywords that a cell runs together, where known ones fill it in just one way.

    A pipe table has blanks for the borders between keywords. A cell that known
    keywords do not fill stays one keyword: nothing is guessed.
    """
    words = list(_WORD.finditer(cell.text))
    fillings = _fillings([word.group() for word in words])
    if len(fillings) != 1:
        return (cell,)
    (ends,) = fillings
    starts = (0, *ends[:-1])
    return tuple(
        Cell(
            cell.text[words[first].start() : words[last - 1].end()],
            cell.start + words[first].start(),
            cell.start + words[last - 1].end(),
            cell.column,
            cell.group,
        )
        for first, last in zip(starts, ends, strict=True)
    )


def _fillings(words: list[str]) -> list[tuple[int, ...]]:
    """The ways to fill words with known keywords, as the places where keywords end; two at most."""
    known = _known_keywords()
    longest = max(map(len, known))
    ways: list[list[tuple[int, ...]]] = [[()], *([] for _ in words)]
    for end in range(1, len(words) + 1):
        for start in range(max(0, end - longest), end):
            if tuple(words[start:end]) in known:
                ways[end] = (ways[end] + [(*way, end) for way in ways[start]])[:2]
    return ways[-1]
