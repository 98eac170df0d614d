"""A stretch of a page's text and its mentions to paragraphs of marked and plain pieces."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from itertools import islice, pairwise

from msgspec import Struct

from hemicycle.site.mentions import Mention

_BREAK = re.compile(r"\n\s*\n")
_PASSAGES = ("refers-elsewhere", "not-competent")


class Piece(Struct, frozen=True):
    """Some words: those of a mention, or plain ones; `passage` is the rule of words around them."""

    text: str
    mention: Mention | None = None
    passage: str | None = None


Paragraph = tuple[Piece, ...]


def paragraphs(text: str, start: int, mentions: Sequence[Mention]) -> tuple[Paragraph, ...]:
    """The paragraphs of a text that stands at `start` of its page, with what is named in them.

    `mentions` are those of the page, in reading order.
    Where mentions overlap, words belong to the shortest of those that cover them; a
    mention that a paragraph's end cuts goes on in the next. Mentions that are not wholly
    in the text are left out.
    """
    end = start + len(text)
    inside = list(_inside(mentions, start, end))
    pieces = list(_pieces(text, start, inside))
    return tuple(_cut(pieces, text, start))


def _inside(mentions: Sequence[Mention], start: int, end: int) -> Iterator[Mention]:
    first = bisect_left(mentions, start, key=lambda mention: mention.start)
    for mention in islice(mentions, first, None):
        if mention.start >= end:
            return
        if mention.start < mention.end <= end:
            yield mention


def whole(text: str, mentions: Sequence[Mention]) -> Paragraph:
    """A whole page's text in one: its line ends stay."""
    return tuple(piece for _, piece in _pieces(text, 0, mentions))


def _pieces(text: str, start: int, mentions: Sequence[Mention]) -> Iterator[tuple[int, Piece]]:
    """The pieces with their places: cut wherever a mention begins or ends."""
    end = start + len(text)
    cuts = {start, end}
    cuts.update(each.start for each in mentions)
    cuts.update(each.end for each in mentions)
    places = sorted(cut for cut in cuts if start <= cut <= end)
    names, passages = _Cover(), _Cover()
    number = 0
    for first, after in pairwise(places):
        while number < len(mentions) and mentions[number].start <= first:
            cover = passages if mentions[number].rule in _PASSAGES else names
            cover.add(mentions[number], number)
            number += 1
        passage = passages.shortest(first)
        words = text[first - start : after - start]
        rule = None if passage is None else passage.rule
        yield first, Piece(words, names.shortest(first), rule)


class _Cover:
    """Mentions that have begun; the shortest that has not ended is asked for."""

    def __init__(self) -> None:
        self._begun: list[tuple[int, int, int, Mention]] = []

    def add(self, mention: Mention, number: int) -> None:
        heappush(self._begun, (mention.end - mention.start, mention.end, number, mention))

    def shortest(self, place: int) -> Mention | None:
        while self._begun and self._begun[0][1] <= place:
            heappop(self._begun)
        return self._begun[0][3] if self._begun else None


def _cut(pieces: Sequence[tuple[int, Piece]], text: str, start: int) -> Iterator[Paragraph]:
    number = 0
    for first, end in _stretches(text, start):
        found: list[Piece] = []
        while number < len(pieces) and pieces[number][0] < end:
            place, piece = pieces[number]
            after = place + len(piece.text)
            if after > first:
                found.append(_part(piece, place, max(first, place), min(after, end)))
            if after > end:
                break
            number += 1
        yield tuple(found)


def _stretches(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Where the paragraphs begin and end: they have empty lines between them."""
    first = start
    for found in _BREAK.finditer(text):
        if found.start() + start > first:
            yield first, found.start() + start
        first = found.end() + start
    if first < start + len(text):
        yield first, start + len(text)


def _part(piece: Piece, place: int, first: int, after: int) -> Piece:
    return Piece(piece.text[first - place : after - place], piece.mention, piece.passage)
