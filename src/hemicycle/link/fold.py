"""A text to plain signs and words, sign for sign: every offset stays what it was."""

import re
import unicodedata
from functools import lru_cache
from itertools import accumulate

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


def _plain(code: int) -> str:
    sign = bytes([code]).decode(_CODE, "replace").lower()
    base = _LIKE.get(sign, unicodedata.normalize("NFD", sign)[0])
    return base if base.isascii() else " "


_PLAIN = "".join(_plain(code) for code in range(256)).encode("ascii")
_IN_WORDS = bytes(
    code if chr(code).isalnum() or chr(code) in f"_&+{_DROPPED}" else ord(" ")
    for code in range(128)
).ljust(256)


class Words(Struct, frozen=True):
    """The words of a folded text; an empty word stands where two separators meet.

    `lengths[n]` is the length of all words before word n, without separators.
    """

    words: list[str]
    lengths: list[int]

    def start(self, word: int) -> int:
        """The offset at which a word starts."""
        return self.lengths[word] + word

    def end(self, word: int) -> int:
        """The offset behind the last sign of a word."""
        return self.lengths[word + 1] + word

    def before(self, word: int) -> int:
        """The number of the word before, empty ones left out; -1 where there is none."""
        word -= 1
        while word >= 0 and not self.words[word]:
            word -= 1
        return word

    def after(self, word: int) -> int:
        """The number of the word behind, empty ones left out; -1 where there is none."""
        for following in range(word + 1, len(self.words)):
            if self.words[following]:
                return following
        return -1

    def at(self, word: int) -> str:
        """A word; the empty one for number -1."""
        return self.words[word] if word >= 0 else ""


def fold(text: str) -> str:
    """The text without case and accents, as long as it was.

    All apostrophes become one, all double quotes, all dashes, all blanks but the
    line end and the tab. What no code page of ours has becomes a blank or `?`.

    >>> print(fold("L’État « fédéral »"))
    l'etat " federal "
    """
    if not unicodedata.is_normalized("NFC", text) or _has_invisible(text):
        text = _INVISIBLE.sub(_DROPPED, text)
    return text.encode(_CODE, "replace").translate(_PLAIN).decode("ascii")


def _has_invisible(text: str) -> bool:
    return "\u200b" in text or "\u200d" in text or "\ufeff" in text or "\u2060" in text


def words(folded: str) -> Words:
    """The words of a folded text: letters, digits, `_`, `&` and `+`.

    >>> words("l'onem, fod's").words
    ['l', 'onem', '', 'fod', 's']
    """
    found = folded.encode("ascii").translate(_IN_WORDS).decode("ascii").split(" ")
    lengths = list(accumulate(map(len, found), initial=0))
    if _DROPPED in folded:
        found = [word.replace(_DROPPED, "") for word in found]
    return Words(found, lengths)


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
