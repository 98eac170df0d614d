"""Known names to the places of a text where they stand: one pass, the longest first."""

from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct

from hemicycle.link.addresses import is_in_address
from hemicycle.link.fold import Words
from hemicycle.link.meant import meant
from hemicycle.link.names import Branch
from hemicycle.link.places import Hit, Hits
from hemicycle.link.shy import certain
from hemicycle.link.signs import DROPPED


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
    reader = _Reader(text, found, on, language)
    hits: list[Hit] = []
    unknown: list[int] = []
    plain, beyond = found.plain, 0
    for first in openers:
        if first < beyond:
            continue
        end = plain.find(" ", first)
        opened = root.get(plain[first:end]) or root[plain[first:end].replace(DROPPED, "")]
        last, end, named = _longest(plain, opened, first, end)
        if not named.names:
            unknown.append(first)
            continue
        hit = reader.hit(first, last, end, named) or reader.shorter(opened, first)
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
    reader = _Reader(text, found, on, language)
    return reader.first(found.after(word), ends) if ends else None


def _longest(plain: str, opened: Branch, first: int, end: int) -> tuple[int, int, Branch]:
    """The longest name that begins with a word: its last word, where this ends, and its branch.

    Where there is none it is the word itself, and its branch has no names.
    """
    longest, stop, named, onward = first, end, opened, opened.onward
    while onward:
        last = end + 1
        end = plain.find(" ", last)
        if end == last:  # two blanks, as behind a comma
            last += 1
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
            longest, stop, named = last, end, branch
        onward = branch.onward
    return longest, stop, named


def _ends(plain: str, opened: Branch, first: int) -> list[tuple[int, Branch]]:
    """The names that begin with a word, the longest first, each with its last word."""
    ends: list[tuple[int, Branch]] = []
    branch: Branch | None = opened
    last, end = first, plain.find(" ", first)
    while branch is not None:
        if branch.names:
            ends.append((last, branch))
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
    """A text, its day and language."""

    text: str
    found: Words
    on: date | None
    language: str | None

    def hit(self, first: int, last: int, end: int, named: Branch) -> Hit | None:
        """The name of a branch that stands at [first, end), whose last word is `last`."""
        text = self.text
        name = meant(named, text[first:end], self.on, self.language)
        if name is None:
            return None
        opening = first
        if name.lead:
            opening = self.found.before(first)
            if self.found.at(opening) != name.lead:
                return None
        if name.part is not None:
            end = first + name.part
        if is_in_address(text, opening, end):
            return None
        return Hit(name.path, opening, end, opening, last, name.is_shy)

    def shorter(self, opened: Branch, first: int) -> Hit | None:
        """The longest name that begins with a word, where the longest of all is none here."""
        return self.first(first, _ends(self.found.plain, opened, first)[1:])

    def first(self, first: int, ends: Iterable[tuple[int, Branch]]) -> Hit | None:
        """The first that is a name, of some stretches that begin with the same word."""
        for last, named in ends:
            hit = self.hit(first, last, self.found.end(last), named)
            if hit is not None:
                return hit
        return None
