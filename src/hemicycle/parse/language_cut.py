"""Pieces of a text, French before Dutch, to the place where Dutch begins."""

import re
from collections.abc import Collection, Sequence
from itertools import accumulate

from hemicycle.parse.language import text_lean

_GAP_WEIGHT = 40
_ENOUGH = 120
"""So many code points of a paragraph tell its language."""

_FIRST_LABEL = re.compile(r"\(?1\s?[).°]")


def best_cut(pieces: Sequence[str], gaps: Collection[int] = ()) -> int:
    """How many pieces, from the first, are French, where Dutch ones follow.

    Pieces without words go with what stands before them; where no piece has any,
    a numbering that begins anew tells. A gap before piece n speaks for a cut there
    as much as one word does.

    >>> best_cut(["À ce jour, aucun abus.", "12", "Gelieve hierna te vinden.", "Niet."])
    2
    >>> best_cut(["1) 2010 : 25", "2) 2011 : 30", "1) 2010: 25", "2) 2011: 30"])
    2
    """
    sums = [0, *accumulate(text_lean(piece[:_ENOUGH]) for piece in pieces)]
    gains = [total + (_GAP_WEIGHT if at in gaps else 0) for at, total in enumerate(sums)]
    best = max(gains)
    ties = [at for at, gain in enumerate(gains) if gain == best]
    for at in ties:
        if 0 < at < len(pieces) and _FIRST_LABEL.match(pieces[at]):
            return at
    return ties[-1] if best > 0 or gaps else 0
