"""The lines of keywords to keywords, French beside Dutch."""

from itertools import zip_longest

from hemicycle.parse.draft import Draft
from hemicycle.parse.language_cut import best_cut
from hemicycle.parse.lines import Cell
from hemicycle.parse.run_together import split_both, split_known


def settle_keywords(draft: Draft) -> None:
    """Pair the two halves of a bilingual list by position; unequal ones stay unpaired."""
    cells = draft.keyword_cells
    if draft.layout == "pipe-table":
        cells = _split(cells)
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


def _split(cells: list[Cell]) -> list[Cell]:
    """The cells of a pipe table, which has blanks for the borders between keywords."""
    if len(cells) == 2:
        both = split_both(*cells)
        if both is not None:
            return [*both[0], *both[1]]
    return [own for cell in cells for own in split_known(cell)]
