"""The words of a title to runs of one language each: French, Dutch, and German beside them."""

from collections.abc import Sequence

from msgspec import Struct

from hemicycle.parse.german_title import cut_german, has_german
from hemicycle.parse.title_cut import cut_title

_MOST_WORDS = 400
"""A longer line is no title."""


class Run(Struct, frozen=True):
    """Words `first` to `last`, counted from 0, in one language."""

    language: str
    first: int
    last: int


def title_runs(
    words: Sequence[str], languages: Sequence[str] = ("fr", "nl"), may_be_german: bool = False
) -> tuple[Run, ...]:
    """A title as runs of one language each; none where no cut is more than a guess.

    French stands before Dutch; German, on the page of a question that may be German,
    before both or before each of them. A run of underscores is of no language.

    >>> title_runs("la cybercriminalité de cybercriminaliteit".split())[1]
    Run(language='nl', first=2, last=3)
    """
    if not 0 < len(words) <= _MOST_WORDS:
        return ()
    if may_be_german and has_german(words):
        return _runs(cut_german(words, languages))
    if len(languages) == 1:
        return (Run(languages[0], 0, len(words) - 1),)
    cut = cut_title(words)
    if not cut.is_certain:
        return ()
    return _runs(["fr"] * cut.french + ["nl"] * (len(words) - cut.french))


def _runs(languages: Sequence[str]) -> tuple[Run, ...]:
    """The stretches of words with one language; words with the language "" are left out."""
    starts = [at for at, own in enumerate(languages) if not at or own != languages[at - 1]]
    ends = [*starts[1:], len(languages)]
    return tuple(
        Run(languages[first], first, end - 1)
        for first, end in zip(starts, ends, strict=True)
        if languages[first]
    )
