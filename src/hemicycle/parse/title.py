"""The line of a title to one title a language, and the lines of keywords to keywords."""

import re
from itertools import zip_longest

from hemicycle.parse.draft import Draft
from hemicycle.parse.language import best_cut, title_runs
from hemicycle.parse.lines import Cell

_WORD = re.compile(r"\S+")


def settle_title(draft: Draft) -> None:
    """Give the title its language, or cut it where French ends and Dutch begins."""
    cells = draft.title_cells
    if not cells:
        return
    columns = sorted({cell.column for cell in cells})
    if len(draft.languages) == 2 and len(columns) == 2:
        for column, language in zip(columns, draft.languages, strict=True):
            own = [cell for cell in cells if cell.column == column]
            _take(draft, language, own[0].start, own[-1].end)
    else:
        _cut(draft, cells[0].start, cells[-1].end)


def _take(draft: Draft, language: str, start: int, end: int) -> None:
    text = draft.page.text[start:end]
    draft.title.setdefault(language, re.sub(r"\s*\n\s*", " ", text))
    draft.mark(f"title/{language}", start, end)


def _cut(draft: Draft, start: int, end: int) -> None:
    words = list(_WORD.finditer(draft.page.text, start, end))
    for run in title_runs([word.group() for word in words], draft.languages):
        own = words[run.first : run.last + 1]
        while own and not own[-1].group().strip("_"):
            own.pop()  # a run of underscores stands between two titles and belongs to neither
        if own:
            _take(draft, run.language, own[0].start(), own[-1].end())


def settle_keywords(draft: Draft) -> None:
    """Pair the two halves of a bilingual list by position; unequal ones stay unpaired."""
    cells = draft.keyword_cells
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
