"""A text to plain signs and words, sign for sign: every offset stays what it was."""

import re
import unicodedata
from collections.abc import Container, Iterator
from functools import lru_cache

from msgspec import Struct

_CODE = "cp1252"  # holds every sign of French, Dutch and German print, one byte each
_DROPPED = "\x7f"
_INVISIBLE = re.compile("[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]")
_LIKE = {
    **dict.fromkeys("’‘‚‹›´`", "'"),
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("–—", "-"),
    "œ": "o",
    "æ": "a",
    "ß": "s",
    "ø": "o",
    "…": ".",
    "\u00ad": _DROPPED,
}


def sign_of(code: int) -> str:
    """The sign of one byte of `signs_of`."""
    return bytes([code]).decode(_CODE, "replace")


def _plain(code: int) -> str:
    sign = sign_of(code).lower()
    base = _LIKE.get(sign, unicodedata.normalize("NFD", sign)[0])
    return base if base.isascii() else " "


_PLAIN = "".join(_plain(code) for code in range(256)).encode("ascii")
_IN_WORDS = bytes(
    code if chr(code).isalnum() or chr(code) in f"_&+{_DROPPED}" else ord(" ")
    for code in range(128)
).ljust(256)
_JOINTS = str.maketrans(dict.fromkeys(f"&+{_DROPPED}", " "))
_PRINTED = re.compile(r"[^ ]+")


class Words(Struct, frozen=True):
    """The words of a folded text, each called by the offset at which it starts.

    `plain` is the text with a blank for every sign of no word, and one more at its end;
    where two blanks meet, an empty word stands. `known` are those words of the text that
    somebody looks for.
    """

    plain: str
    known: frozenset[str]

    def end(self, word: int) -> int:
        """The offset behind the last sign of a word."""
        return self.plain.find(" ", word)

    def before(self, word: int) -> int:
        """The word before, empty ones left out; -1 where there is none."""
        end = word - 1
        while end > 0:
            start = self.plain.rfind(" ", 0, end) + 1
            if start < end and self.at(start):
                return start
            end = start - 1
        return -1

    def after(self, word: int) -> int:
        """The word behind, empty ones left out; -1 where there is none."""
        start = self.plain.find(" ", word) + 1
        while start < len(self.plain):
            if self.at(start):
                return start
            start = self.plain.find(" ", start) + 1
        return -1

    def at(self, word: int) -> str:
        """A word; the empty one for -1."""
        if word < 0:
            return ""
        return self.plain[word : self.plain.find(" ", word)].replace(_DROPPED, "")

    def around(self, first: int, last: int, count: int) -> list[str]:
        """The words from `first` to `last` and `count` before and behind, empty ones counted."""
        end = self.plain.find(" ", last)
        for _ in range(count):
            first = self.plain.rfind(" ", 0, first - 1) + 1 if first else 0
        for _ in range(count - 1):
            end = max(end, self.plain.find(" ", end + 1))
        return self.plain[first:end].replace(_DROPPED, "").split()

    def places(self, sought: Container[str]) -> list[int]:
        """Where those known words stand that are sought, in the order of the text."""
        if _DROPPED in self.plain:
            return [
                found.start()
                for found in _PRINTED.finditer(self.plain)
                if found.group().replace(_DROPPED, "") in sought
            ]
        padded = f" {self.plain}"
        return sorted(
            place
            for word in self.known
            if word in sought
            for place in starts_of(f" {word} ", padded)
        )


def fold(text: str) -> str:
    """The text without case and accents, as long as it was.

    All apostrophes become one, all double quotes, all dashes, all blanks but the
    line end and the tab. What no code page of ours has becomes a blank or `?`.

    >>> print(fold("L’État « fédéral »"))
    l'etat " federal "
    """
    return fold_signs(signs_of(text))


def signs_of(text: str) -> bytes:
    """The signs of a text, one byte each: `?` for those that no code page of ours has."""
    if not unicodedata.is_normalized("NFC", text) or _has_invisible(text):
        text = _INVISIBLE.sub(_DROPPED, text)
    return text.encode(_CODE, "replace")


def fold_signs(signs: bytes) -> str:
    """The folded text of some signs."""
    return signs.translate(_PLAIN).decode("ascii")


def _has_invisible(text: str) -> bool:
    return "\u200b" in text or "\u200d" in text or "\ufeff" in text or "\u2060" in text


def words(folded: str, sought: frozenset[str]) -> Words:
    """The words of a folded text: letters, digits, `_`, `&` and `+`; known are those sought.

    >>> found = words("l'onem, fod's", frozenset({"fod", "spf"}))
    >>> [found.at(place) for place in found.places({"fod"})]
    ['fod']
    >>> found.at(found.before(8)), found.at(found.after(8))
    ('onem', 's')
    """
    plain = folded.encode("ascii").translate(_IN_WORDS).decode("ascii")
    return Words(f"{plain} ", sought.intersection(_listed(plain)))


def _listed(plain: str) -> list[str]:
    """The words of a text; those with `&`, `+` or an invisible sign also without it, or cut there.

    What a regular expression takes for the end of a word must not hide it.
    """
    listed = plain.split()
    if "&" in plain or "+" in plain or _DROPPED in plain:
        listed += plain.replace(_DROPPED, "").split()
        listed += plain.translate(_JOINTS).split()
    return listed


def starts_of(stem: str, folded: str) -> Iterator[int]:
    """Where a stem stands in a folded text, in order; one that shares its last sign counts, too."""
    place = folded.find(stem)
    while place != -1:
        yield place
        place = folded.find(stem, place + max(len(stem) - 1, 1))


def plain_words(folded: str) -> list[str]:
    """The words of a folded text alone, without their places.

    >>> plain_words("n'a pas")
    ['n', 'a', 'pas']
    """
    return folded.encode("ascii").translate(_IN_WORDS).decode("ascii").split()


@lru_cache(maxsize=4096)
def compact(label: str) -> str:
    """The letters and digits of a label, folded: `FOD_Financien` is `fodfinancien`.

    >>> compact("FOD Financiën")
    'fodfinancien'
    """
    return "".join(sign for sign in fold(label) if sign.isalnum())


def vocabulary(text: str) -> frozenset[str]:
    """The words of a line, as a set.

    >>> sorted(vocabulary("sur op on"))
    ['on', 'op', 'sur']
    """
    return frozenset(text.split())
