"""A text to plain signs and words, sign for sign: every offset stays what it was."""

import unicodedata
from functools import lru_cache

from msgspec import Struct

from hemicycle.link.signs import DROPPED, Signs, sign_of, signs_of

_LIKE = {
    **dict.fromkeys("’‘‚‹›´`", "'"),
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("–—", "-"),
    "œ": "o",
    "æ": "a",
    "ß": "s",
    "ø": "o",
    "…": ".",
    "\u00ad": DROPPED,
}


def _plain(code: int) -> str:
    sign = sign_of(code).lower()
    base = _LIKE.get(sign, unicodedata.normalize("NFD", sign)[0])
    return base if base.isascii() else " "


def _in_word(sign: str) -> str:
    return sign if sign.isalnum() or sign in f"_&+{DROPPED}" else " "


_PLAIN = "".join(_plain(code) for code in range(256)).encode("ascii")
_IN_WORDS = "".join(_in_word(_plain(code)) for code in range(256)).encode("ascii")


_LONG = 20
"""The signs of a word that is longer than others: those of many are fewer on average."""


class Words(Struct, frozen=True, gc=False):
    """The words of a folded text, each called by the offset at which it starts.

    `plain` is the text with a blank for every sign of no word, and one more at its end;
    where two blanks meet, an empty word stands.
    """

    plain: str

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
        return self.plain[word : self.plain.find(" ", word)].replace(DROPPED, "")

    def around(self, first: int, last: int, count: int) -> list[str]:
        """The words from `first` to `last` and `count` before and behind, empty ones counted."""
        reach = count * _LONG
        before = self.plain[max(first - reach, 0) : first].rsplit(" ", count + 1)
        behind = self.plain[last : last + reach].split(" ", count)
        is_all = len(before) > count + 1 or first <= reach
        if not is_all or (len(behind) <= count and last + reach < len(self.plain)):
            return self._slowly_around(first, last, count)
        before, behind = before[-count - 1 :], behind[:count]
        around = f"{' '.join(before)}{self.plain[first:last]}{' '.join(behind)}"
        return around.replace(DROPPED, "").split()

    def _slowly_around(self, first: int, last: int, count: int) -> list[str]:
        """The same where words are longer than those of any language."""
        end = self.plain.find(" ", last)
        for _ in range(count):
            first = self.plain.rfind(" ", 0, first - 1) + 1 if first else 0
        for _ in range(count - 1):
            end = max(end, self.plain.find(" ", end + 1))
        return self.plain[first:end].replace(DROPPED, "").split()


def fold(text: str) -> str:
    """The text without case and accents, as long as it was.

    All apostrophes become one, all double quotes, all dashes, all blanks but the
    line end and the tab. What no code page of ours has becomes a blank or `?`.

    >>> print(fold("L’État « fédéral »"))
    l'etat " federal "
    """
    return fold_signs(signs_of(text))


def fold_signs(signs: Signs, start: int = 0, end: int | None = None) -> str:
    """The folded text of some signs, of those at [start, end)."""
    return signs.codes[start:end].translate(_PLAIN).decode("ascii")


def plain_signs(signs: Signs) -> str:
    """The words of some signs at their places, with a blank for every sign of no word."""
    return signs.codes.translate(_IN_WORDS).decode("ascii")


def plain(folded: str) -> str:
    """The words of a folded text at their places: letters, digits, `_`, `&` and `+`."""
    return folded.encode("ascii").translate(_IN_WORDS).decode("ascii")


def words(folded: str) -> Words:
    """The words of a folded text.

    >>> found = words("l'onem, fod's")
    >>> found.at(found.before(8)), found.at(8), found.at(found.after(8))
    ('onem', 'fod', 's')
    """
    return Words(f"{plain(folded)} ")


def plain_words(folded: str) -> list[str]:
    """The words of a folded text alone, without their places.

    >>> plain_words("n'a pas")
    ['n', 'a', 'pas']
    """
    return plain(folded).split()


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
