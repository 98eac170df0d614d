"""The lines of a question or an answer to the lines of each language."""

from collections.abc import Callable, Sequence
from itertools import groupby

from hemicycle.parse.draft import Draft
from hemicycle.parse.language import is_german, text_lean
from hemicycle.parse.language_cut import best_cut
from hemicycle.parse.lines import Cell


def by_language(region: Sequence[Cell], draft: Draft) -> dict[str, Sequence[Cell]]:
    """The lines of a text by language: French before Dutch, a gap or nothing between."""
    if len(draft.languages) == 1:
        return {_language_of(region, draft): region}
    if {cell.column for cell in region} == {0, 1}:
        return _in_groups(sorted(region, key=lambda cell: cell.column), draft, _column)
    if draft.may_be_german:
        found = _in_groups(region, draft, _group)
        if "de" in found:
            return found
    gaps = frozenset(n for n in range(1, len(region)) if region[n].group != region[n - 1].group)
    middle = best_cut([cell.text for cell in region], gaps)
    halves = {"fr": region[:middle], "nl": region[middle:]}
    return {language: cells for language, cells in halves.items() if cells}


def _column(cell: Cell) -> int:
    return cell.column


def _group(cell: Cell) -> int:
    return cell.group


def _in_groups(
    region: Sequence[Cell], draft: Draft, key: Callable[[Cell], int]
) -> dict[str, Sequence[Cell]]:
    """Lines that columns or gaps keep apart, each group with its language; the first of each.

    A German text stands once in each column.
    """
    found: dict[str, Sequence[Cell]] = {}
    for _, own in groupby(region, key=key):
        group = list(own)
        language = _language_of(group, draft)
        known = found.get(language, ())
        if [cell.text for cell in known] != [cell.text for cell in group]:
            found[language] = [*known, *group]
    return found


def _language_of(cells: Sequence[Cell], draft: Draft) -> str:
    may_be_german = draft.may_be_german
    if len(draft.languages) == 1 and not may_be_german:
        return draft.languages[0]
    text = "\n".join(cell.text for cell in cells)
    if may_be_german and is_german(text):
        return "de"
    if len(draft.languages) == 1:
        return draft.languages[0]
    return "fr" if text_lean(text) > 0 else "nl"
