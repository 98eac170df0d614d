"""The line of a title to one title a language."""

import re

from hemicycle.parse.draft import Draft
from hemicycle.parse.title_runs import title_runs

_WORD = re.compile(r"\S+")


def settle_title(draft: Draft) -> None:
    """Give the title its language, or cut it where French ends and Dutch begins.

    A line that cannot be cut without guessing is left unread.
    """
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
    runs = title_runs([word.group() for word in words], draft.languages, draft.may_be_german)
    for run in runs:
        _take(draft, run.language, words[run.first].start(), words[run.last].end())
    if not runs:
        _leave_unread(draft, start, end)


def _leave_unread(draft: Draft, start: int, end: int) -> None:
    first = draft.page.text.count("\n", 0, start) + 1
    for number in range(first, first + draft.page.text.count("\n", start, end) + 1):
        draft.used.pop(number, None)
