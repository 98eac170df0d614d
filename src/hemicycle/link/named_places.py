"""Known names to the places of a text where they stand: one pass, the longest first."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct

from hemicycle.link.addresses import is_in_address
from hemicycle.link.fold import Words
from hemicycle.link.names import Branch, Name
from hemicycle.link.places import Hit, Hits
from hemicycle.link.shy import certain
from hemicycle.link.signs import DROPPED

_MARK = re.compile(r"[\n;:?!.]")
_BREAK = re.compile(r"[\n;:?!]|[a-zà-ÿ]{2}\.\s")


def find(
    text: str,
    found: Words,
    openers: Iterable[int],
    root: Mapping[str, Branch],
    on: date | None,
    language: str | None,
) -> Hits:
    """Every known name in a text, none inside another and none inside an address.

    `openers` are, in the order of the text, at least those words that open one.
    """
    reader = _Reader(text, found, on, language, {})
    hits: list[Hit] = []
    unknown: list[int] = []
    plain, beyond = found.plain, 0
    for first in openers:
        if first < beyond:
            continue
        end = plain.find(" ", first)
        opened = root[plain[first:end].replace(DROPPED, "")]
        last, end, names = _longest(plain, opened, first, end)
        if not names:
            unknown.append(first)
            continue
        hit = reader.hit(first, last, end, names) or reader.shorter(opened, first)
        if hit is not None:
            hits.append(hit)
            beyond = hit.last + 1
    return Hits(certain(hits, found), unknown)


def go_on(
    text: str, found: Words, opened: Branch, word: int, on: date | None, language: str | None
) -> Hit | None:
    """The name whose first word is that of `opened` and whose others stand behind `word`.

    It is what « les SPF Emploi et Justice » says second; the hit leaves the first word out.
    """
    ends = _ends(found.plain, Branch(opened.onward, []), word)
    reader = _Reader(text, found, on, language, {})
    return reader.first(found.after(word), ends) if ends else None


def _longest(plain: str, opened: Branch, first: int, end: int) -> tuple[int, int, list[Name]]:
    """The longest name that begins with a word: its last word, where this ends, and the names."""
    longest, stop, names, onward = first, end, opened.names, opened.onward
    while onward:
        last = end + 1
        end = plain.find(" ", last)
        word = plain[last:end]
        branch = onward.get(word)
        if branch is None:
            if word and DROPPED not in word:
                break
            last, end = _word_from(plain, last, end)
            branch = onward.get(plain[last:end].replace(DROPPED, ""))
            if branch is None:
                break
        if branch.names:
            longest, stop, names = last, end, branch.names
        onward = branch.onward
    return longest, stop, names


def _ends(plain: str, opened: Branch, first: int) -> list[tuple[int, list[Name]]]:
    """The names that begin with a word, the longest first, each with its last word."""
    ends: list[tuple[int, list[Name]]] = []
    branch: Branch | None = opened
    last, end = first, plain.find(" ", first)
    while branch is not None:
        if branch.names:
            ends.append((last, branch.names))
        if not branch.onward:
            break
        last, end = _word_from(plain, end + 1, plain.find(" ", end + 1))
        branch = branch.onward.get(plain[last:end].replace(DROPPED, ""))
    return ends[::-1]


def _word_from(plain: str, start: int, end: int) -> tuple[int, int]:
    """The first word that is not empty, from the one at [start, end) on; at the end an empty one.

    Words are empty where two blanks meet, or where they have but signs that nobody sees.
    """
    while end != -1 and not plain[start:end].replace(DROPPED, ""):
        start, end = end + 1, plain.find(" ", end + 1)
    return start, end


class _Reader(Struct, frozen=True, gc=False):
    """A text, its day and language, and what is known of the words printed in it."""

    text: str
    found: Words
    on: date | None
    language: str | None
    meant: dict[str, Name | None]

    def hit(self, first: int, last: int, end: int, names: list[Name]) -> Hit | None:
        """The one of some names that stands at [first, end), whose last word is `last`."""
        printed = self.text[first:end]
        if printed in self.meant:
            name = self.meant[printed]
        else:
            name = self.meant[printed] = _meant(names, printed, self.on, self.language)
        if name is None:
            return None
        opening = first
        if name.lead:
            opening = self.found.before(first)
            if self.found.at(opening) != name.lead:
                return None
        stop = end if name.part is None else first + name.part
        if is_in_address(self.text, opening, stop):
            return None
        return Hit(name.path, opening, stop, opening, last, name.is_shy)

    def shorter(self, opened: Branch, first: int) -> Hit | None:
        """The longest name that begins with a word, where the longest of all is none here."""
        return self.first(first, _ends(self.found.plain, opened, first)[1:])

    def first(self, first: int, ends: Iterable[tuple[int, list[Name]]]) -> Hit | None:
        """The first that is a name, of some stretches that begin with the same word."""
        hits = (self.hit(first, last, self.found.end(last), names) for last, names in ends)
        return next((hit for hit in hits if hit is not None), None)


def _meant(names: list[Name], printed: str, on: date | None, language: str | None) -> Name | None:
    """The one node meant, in the language of the text before any other; else none."""
    if _MARK.search(printed) and _BREAK.search(printed):
        return None  # a sentence or a line ends within
    fitting = [name for name in names if name.fits(printed, on)]
    for choice in (fitting, [name for name in fitting if name.language == language]):
        if choice and all(name.path == choice[0].path for name in choice):
            return choice[0]
    return None
