"""The names and numbers of a title to what they say of the place where Dutch begins."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from hemicycle.parse.title_words import Word, is_code

# Weights are tenths of a nat, as those of title_cut.
_SAME_NAME = 25
"""A name that is printed twice stands once in each title, whatever its spelling says."""
_SAME_FIRST = 45
"""`Deutsche Bank - Amende Deutsche Bank - Boete`: both titles begin with one name."""
_SAME_PHRASE = 100
_SAME_BEGINNING = 5
"""A word with a capital that begins segments may be a name or not."""
_SAME_WORD = -30
"""A word in small letters that stands twice is rarely one of both languages."""

_QUOTED = re.compile(r"[«»“”\"]")


class Pair(Struct, frozen=True):
    """Two places of one name, and how much it speaks for a cut between them."""

    name: str
    first: int
    second: int
    worth: float

    @property
    def is_code(self) -> bool:
        """Whether the name is a number or an abbreviation."""
        return is_code(self.name)


def repeated_words(words: Sequence[str], read: Sequence[Word]) -> dict[int, float]:
    """The places of three words in a row that stand in a title twice, and what their leans count.

    Such a phrase may be a name in both titles, in whatever language; one in quotation
    marks is.
    """
    found: dict[tuple[str, str, str], list[int]] = {}
    for at in range(len(words) - 2):
        if not (read[at].is_dash or read[at + 1].is_dash or read[at + 2].is_dash):
            found.setdefault((words[at], words[at + 1], words[at + 2]), []).append(at)
    counted: dict[int, float] = {}
    for phrase, own in found.items():
        if len(own) == 2:
            share = 0.0 if _QUOTED.search(" ".join(phrase)) else 0.5
            for place in (at + step for at in own for step in range(3)):
                counted[place] = min(share, counted.get(place, share))
    return counted


def add_names(
    totals: list[float], read: Sequence[Word], leans: Sequence[float], dashes: Sequence[int]
) -> None:
    """Add to the score of each cut what names and numbers say for it.

    `leans` are those of the words in this title, `dashes` how many dashes stand
    before each word.
    """
    for pair in _pairs(read, leans):
        _add_pair(totals, pair, read, dashes)


def add_first_phrase(totals: list[float], words: Sequence[str], read: Sequence[Word]) -> None:
    """Add to the score of the cut before which the first three words stand again."""
    phrase = words[:3]
    for at in range(3, len(words) - 2):
        if words[at : at + 3] == phrase and not read[at - 1].is_dash:
            totals[at] += _SAME_PHRASE
            return


def _pairs(read: Sequence[Word], leans: Sequence[float]) -> Iterator[Pair]:
    """The names and numbers that are printed twice, or any even number of times."""
    places: dict[str, list[int]] = {}
    for at, word in enumerate(read):
        for name in word.names:
            places.setdefault(name, []).append(at)
    for name, own in places.items():
        if len(own) % 2 == 0:
            first, second = own[len(own) // 2 - 1], own[len(own) // 2]
            worth = _worth(name, read, first) - sum(leans[at] for at in own[: len(own) // 2])
            if worth > 0:
                yield Pair(name, first, second, worth)


def _worth(name: str, read: Sequence[Word], at: int) -> int:
    """How much a word that stands twice speaks for a cut between."""
    if is_code(name):
        return _SAME_NAME
    if not name[0].isupper() or (len(name) > 1 and name.isupper()):
        return _SAME_WORD
    return _SAME_NAME if at and not read[at - 1].is_dash else _SAME_BEGINNING


def _add_pair(totals: list[float], pair: Pair, read: Sequence[Word], dashes: Sequence[int]) -> None:
    """A name that stands once in each title stands in the same segment, first or not in both."""
    first, second = pair.first, pair.second
    begins = _begins(pair.name, read, first)
    begins_again = _begins(pair.name, read, second)
    if first == 0 and begins and not begins_again:
        totals[second] += _SAME_FIRST
    for at in range(first + 1, second + 1):
        if at == second > first + 1:
            begins_again = read[second].names[0] == pair.name
        is_alike = begins == begins_again or (pair.is_code and at < second)
        if is_alike and dashes[at] == dashes[second] - dashes[first]:
            totals[at] += pair.worth


def _begins(name: str, read: Sequence[Word], at: int) -> bool:
    """Whether a name begins a segment: `Dehaene` in `Regering-Dehaene` does not."""
    return (at == 0 or read[at - 1].is_dash) and read[at].names[0] == name
