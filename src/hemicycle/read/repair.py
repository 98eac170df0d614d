"""A page's text to the text with its damaged words mended, and the list of them.

The Senate's pages are damaged by the copy, not by the page: a damaged question can
stand above a clean answer. So each word is looked at by itself, and a word whose
damage is not certain stays as it is.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from msgspec import Struct

from hemicycle.page import Repair
from hemicycle.read.damage import Word, damaged_characters, mend

OPENING_QUOTE, CLOSING_QUOTE = "ďĒ"
"""What “ and ” became on pages read as mac_latin2: letters, so they stick to their words."""

# From an opening to a closing quote on one line, each at the edge of a word.
_QUOTED = re.compile(
    rf"{OPENING_QUOTE}(?<!\w{OPENING_QUOTE})[^\n{OPENING_QUOTE}{CLOSING_QUOTE}]*"
    rf"{CLOSING_QUOTE}(?!\w)"
)


class Repaired(Struct, frozen=True):
    """A text whose damaged words are mended, and which they were, in its order."""

    text: str
    repairs: tuple[Repair, ...] = ()


def repair(text: str) -> Repaired:
    """The text with each word mended whose damage is certain.

    A mended word is as long as the damaged one, for each damaged character was one
    byte: so the offsets of the repairs are those of either text.

    >>> repair("Die moeten ďforsĒ omhoog").repairs
    (Repair(start=11, damaged='ďforsĒ', mended='“fors”'),)
    """
    if not _has_odd_character(text):
        return Repaired(text)
    pieces: list[str] = []
    repairs: list[Repair] = []
    quotes = _quotes(text)
    done = 0
    for start, end in _odd_words(text):
        damaged, mended = text[start:end], _mended(text, start, end, quotes)
        if mended != damaged:
            pieces += (text[done:start], mended)
            repairs.append(Repair(start, damaged, mended))
            done = end
    pieces.append(text[done:])
    return Repaired("".join(pieces), tuple(repairs))


def _has_odd_character(text: str) -> bool:
    """Whether a text holds a character of the table; most pages hold none.

    The rest of ASCII is taken away first: that is a third of the time of a search.
    """
    rest = text.encode("utf-8", "surrogatepass").translate(None, _sound_ascii())
    odd = damaged_characters().keys()
    return not odd.isdisjoint(rest.decode("utf-8", "surrogatepass"))


@cache
def _sound_ascii() -> bytes:
    return bytes(byte for byte in range(128) if chr(byte) not in damaged_characters())


def _odd_words(text: str) -> Iterator[tuple[int, int]]:
    """The start and the end of each word that holds a character of the table."""
    odd, letter = _odd_character(), _letter()
    end = 0
    while found := odd.search(text, end):
        start = found.start()
        while start > end and letter.match(text, start - 1):
            start -= 1
        end = found.end()
        while letter.match(text, end):
            end += 1
        yield start, end


@cache
def _odd_character() -> re.Pattern[str]:
    """A character of the table of damage."""
    return re.compile(f"[{''.join(damaged_characters())}]")


@cache
def _letter() -> re.Pattern[str]:
    """A character of a word: letters, digits, and the marks that stand for damaged letters."""
    return re.compile(rf"[\w{''.join(damaged_characters())}]")


def _quotes(text: str) -> dict[int, str]:
    """The quotation marks that stand around words, by the offset of the damaged ones."""
    quotes: dict[int, str] = {}
    for quoted in _QUOTED.finditer(text):
        quotes[quoted.start()] = "“"
        quotes[quoted.end() - 1] = "”"
    return quotes


def _mended(text: str, start: int, end: int, quotes: Mapping[int, str]) -> str:
    """The word from `start` to `end`, mended inside its quotes as far as that is certain."""
    opening = quotes.get(start, "")
    closing = quotes.get(end - 1, "") if end - start > len(opening) else ""
    start, end = start + len(opening), end - len(closing)
    inner = text[start:end]
    word = Word(inner, before=text[start - 1 : start], after=text[end : end + 1])
    return f"{opening}{mend(word) or inner}{closing}"
