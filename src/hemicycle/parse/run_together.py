"""Keywords with nothing but blanks between them to one keyword each."""

import re
from collections.abc import Sequence
from itertools import product

from msgspec import Struct

from hemicycle.parse.known_labels import label_key, labels
from hemicycle.parse.lines import Cell
from hemicycle.parse.title_words import NEVER_LAST

_WORD = re.compile(r"\S+")
_LONGEST = 12
_MOST_WORDS = 80
"""No list of keywords is longer."""
_LONGEST_UNKNOWN = 6
_SAME_CONCEPT = 3
_UNKNOWN = -4

Ends = tuple[int, ...]
Place = tuple[int, int, bool]


class Way(Struct, frozen=True):
    """A way to read the first words of two cells, and how many ways are as good.

    The ends tell behind how many words each keyword ends.
    """

    score: int
    french: Ends
    dutch: Ends
    ways: int


def split_both(french: Cell, dutch: Cell) -> tuple[tuple[Cell, ...], tuple[Cell, ...]] | None:
    """Keywords of a French and a Dutch cell, the same number; None where nothing is certain.

    Each keyword stands beside the same concept in the other language; one that is not
    known may stand between two that are. Of several ways the one with the most concepts
    is taken, if it is alone.
    """
    words = _words(french), _words(dutch)
    if not all(0 < len(own) <= _MOST_WORDS for own in words):
        return None
    way = _best_way(*words)
    if way is None or way.ways > 1 or way.score <= 0:
        return None
    return _cut(french, way.french), _cut(dutch, way.dutch)


def split_known(cell: Cell) -> tuple[Cell, ...]:
    """The keywords of a cell, where known ones fill it in just one way.

    A cell that known keywords do not fill stays one keyword: nothing is guessed.
    """
    words = _words(cell)
    if len(words) > _MOST_WORDS:
        return (cell,)
    ways: list[list[Ends]] = [[()], *([] for _ in words)]
    spans = _known_spans(words)
    for start, own in enumerate(spans):
        for end in own.values():
            ways[end] = (ways[end] + [(*way, end) for way in ways[start]])[:2]
    return _cut(cell, ways[-1][0]) if len(ways[-1]) == 1 else (cell,)


def _words(cell: Cell) -> list[str]:
    return _WORD.findall(cell.text)


def _known_spans(words: Sequence[str]) -> list[dict[int, int]]:
    """For each word, the known labels that begin there: their keys, and where they end."""
    known = labels().known
    found: list[dict[int, int]] = []
    for start in range(len(words)):
        ends = range(start + 1, min(len(words), start + _LONGEST) + 1)
        keys = {label_key(" ".join(words[start:end])): end for end in ends}
        found.append({key: end for key, end in keys.items() if key in known})
    return found


def _best_way(french: Sequence[str], dutch: Sequence[str]) -> Way | None:
    """The best way through both cells: place by place, what was read and what comes next."""
    spans = _known_spans(french), _known_spans(dutch)
    unknown = _unknown_ends(french), _unknown_ends(dutch)
    ways: dict[Place, Way] = {(0, 0, False): Way(0, (), (), 1)}
    places = product(range(len(french)), range(len(dutch)), (False, True))
    for at, other, is_after_unknown in places:
        way = ways.get((at, other, is_after_unknown))
        if way is None:
            continue
        for end, end_of_other in _same_concepts(spans[0][at], spans[1][other]):
            _offer(ways, (end, end_of_other, False), way, _SAME_CONCEPT)
        if not is_after_unknown:
            for end, end_of_other in product(unknown[0][at], unknown[1][other]):
                _offer(ways, (end, end_of_other, True), way, _UNKNOWN)
    ends = [(len(french), len(dutch), flag) for flag in (False, True)]
    return max((ways[end] for end in ends if end in ways), key=_score, default=None)


def _score(way: Way) -> int:
    return way.score


def _same_concepts(french: dict[int, int], dutch: dict[int, int]) -> list[tuple[int, int]]:
    dutch_of = labels().dutch_of
    return [
        (end, dutch[dutch_of[key]]) for key, end in french.items() if dutch_of.get(key) in dutch
    ]


def _unknown_ends(words: Sequence[str]) -> list[list[int]]:
    """For each word, where a keyword that is not known may end that begins there."""
    is_open = [word.lower() in NEVER_LAST for word in words]
    return [
        [
            end
            for end in range(at + 1, min(len(words), at + _LONGEST_UNKNOWN) + 1)
            if not is_open[end - 1]
        ]
        if not is_open[at]
        else []
        for at in range(len(words))
    ]


def _offer(ways: dict[Place, Way], place: Place, way: Way, worth: int) -> None:
    """Keep the better of the ways to a place, and count those that are as good."""
    known, score = ways.get(place), way.score + worth
    if known is None or score > known.score:
        ways[place] = Way(score, (*way.french, place[0]), (*way.dutch, place[1]), way.ways)
    elif score == known.score:
        ways[place] = Way(score, known.french, known.dutch, known.ways + way.ways)


def _cut(cell: Cell, ends: Ends) -> tuple[Cell, ...]:
    words = list(_WORD.finditer(cell.text))
    return tuple(
        Cell(
            cell.text[words[first].start() : words[last - 1].end()],
            cell.start + words[first].start(),
            cell.start + words[last - 1].end(),
            cell.column,
            cell.group,
        )
        for first, last in zip((0, *ends[:-1]), ends, strict=True)
    )
