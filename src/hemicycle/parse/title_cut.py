"""The words of a bilingual title to the place where French ends and Dutch begins."""

from collections.abc import Sequence
from itertools import accumulate
from math import log

from msgspec import Struct

from hemicycle.parse.title_names import add_first_phrase, add_names, repeated_words
from hemicycle.parse.title_words import Word, read_word

# Weights are tenths of a nat, as those of word_scores; bench/title_cuts.py measures them.
_LOWER_CASE = -60
"""`Sa visite en mars Zijn bezoek in maart`: both titles begin with a capital, or neither does."""
_CAPITAL = -25
"""A title in small letters may begin with a name."""
_AFTER_CAPITAL = -15
"""`recherche sociale Sociale Inlichtingendienst`: one capital begins a title, not two."""
_NUMBER = -40
_NEVER_LAST = -60
_NEVER_FIRST = -40
_BESIDE_DASH = -300
_IN_BRACKETS = -100
_UNEQUAL_SEGMENTS = -30
_MOST_UNEQUAL = 3
_UNEQUAL_LENGTH = -48
_UNEQUAL_MARKS = -12
_MARKS = (":", "?", "!", "(", "«", "“", '"')
_ONE_LANGUAGE = -60
_REACH = 250
"""A cut so much worse by its words alone is never the best."""
_FEWEST_LEAD = 3
"""A cut that leads by less is a guess: there are as many wrong ones as right ones."""
_FEWEST_LEAD_OF_ONE = 20
"""A bilingual page rarely has a title in one language."""


class Cut(Struct, frozen=True):
    """How many words, from the first, are French, and whether this is more than a guess.

    Where no word or every word is French, the title is in one language. `lead` is how
    far the cut leads the next best, in tenths of a nat.
    """

    french: int
    lead: int
    is_certain: bool


def cut_title(words: Sequence[str]) -> Cut:
    """The best cut of a title's words, of which there is at least one.

    >>> cut_title("la cybercriminalité de cybercriminaliteit".split()).french
    2
    """
    read = [read_word(word) for word in words]
    repeated = repeated_words(words, read)
    leans = [word.lean * repeated.get(at, 1.0) for at, word in enumerate(read)]
    totals = list(accumulate(leans, initial=0.0))
    dashes = list(accumulate((word.is_dash for word in read), initial=0))
    add_names(totals, read, leans, dashes)
    add_first_phrase(totals, words, read)
    totals[0] += _ONE_LANGUAGE
    totals[-1] += _ONE_LANGUAGE
    _add_shapes(totals, words, read, dashes)
    best = max(range(len(totals)), key=totals.__getitem__)
    lead = round(totals[best] - max(total for at, total in enumerate(totals) if at != best))
    fewest = _FEWEST_LEAD if 0 < best < len(words) else _FEWEST_LEAD_OF_ONE
    return Cut(best, lead, lead >= fewest)


def _add_shapes(
    totals: list[float], words: Sequence[str], read: Sequence[Word], dashes: Sequence[int]
) -> None:
    """What the words beside each cut say, and the shapes of the two titles it makes."""
    lengths = list(accumulate((word.length for word in read), initial=0))
    marks = [mark for mark in _MARKS if any(mark in word for word in words)]
    least = max(totals) - _REACH
    for at in range(1, len(words)):
        if totals[at] < least:
            totals[at] -= _REACH
            continue
        unequal = min(abs(2 * dashes[at] - dashes[-1]), _MOST_UNEQUAL)
        ratio = log(lengths[at] / (lengths[-1] - lengths[at]))
        totals[at] += (
            _beside(read, at)
            + _UNEQUAL_SEGMENTS * unequal
            + _UNEQUAL_LENGTH * min(ratio * ratio, 2)
        )
        if marks:
            totals[at] += _punctuation(words[:at], words[at:], marks)


def _beside(read: Sequence[Word], at: int) -> int:
    """What the words on both sides of a cut say."""
    before, word = read[at - 1], read[at]
    if before.is_dash or word.is_dash:
        return _BESIDE_DASH
    score = _NEVER_LAST * before.is_never_last + _NEVER_FIRST * word.is_never_first
    if word.is_number and not read[0].is_number:
        score += _NUMBER
    has_capital = bool(read[0].capital)
    if word.capital is not None and word.capital != has_capital:
        score += _LOWER_CASE if has_capital else _CAPITAL
    elif word.capital and _is_capital_inside(read, at - 1):
        score += _AFTER_CAPITAL
    return score


def _is_capital_inside(read: Sequence[Word], at: int) -> bool:
    """Whether a word begins with a capital though no segment begins with it."""
    word = read[at]
    return bool(word.capital and not word.is_abbreviation and at and not read[at - 1].is_dash)


def _punctuation(left: Sequence[str], right: Sequence[str], marks: Sequence[str]) -> int:
    """Both titles have the same marks, and close the brackets that they open."""
    score = 0 if sum(read_word(word).depth for word in left) == 0 else _IN_BRACKETS
    first, second = " ".join(left), " ".join(right)
    for mark in marks:
        score += _UNEQUAL_MARKS * min(abs(first.count(mark) - second.count(mark)), 3)
    return score
