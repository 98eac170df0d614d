"""A mended character and its word to whether French or Dutch has it in that place."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from msgspec import Struct

_VOWELS: Final = frozenset("aeiouyAEIOUY")
_KNOWN_WORDS: Final = frozenset({"à", "là", "çà", "déjà", "voilà", "delà", "holà", "où", "n°"})
_GENITIVE = re.compile(r"(?:[A-Z]{2,}|[a-z]{3,}[aiouy])’s")
_STEM_END: Final = frozenset("dmnscz")


class Spot(Struct, frozen=True):
    """One character of a word: the word as it stands and as mended, and the offset in it.

    `before` and `after` are the characters around the word, "" at the ends of the page.
    """

    damaged: str
    mended: str
    offset: int
    before: str
    after: str

    @property
    def previous(self) -> str:
        """The letter before, in the mended word; "" at its start."""
        return self.mended[self.offset - 1] if self.offset else ""

    @property
    def following(self) -> str:
        """The letters after, in the mended word."""
        return self.mended[self.offset + 1 :]


def fits(place: str, spot: Spot) -> bool:
    """Whether the character stands in a place of that name (a key of PLACES)."""
    return PLACES[place](spot)


def _is_after_vowel(spot: Spot) -> bool:
    return spot.previous in _VOWELS


def _is_after_consonant(spot: Spot) -> bool:
    """Also after an accented vowel ("théâtre"), and never at the end."""
    return spot.previous.isalpha() and not _is_after_vowel(spot) and _is_before_letter(spot)


def _is_before_letter(spot: Spot) -> bool:
    return spot.following[:1].isalpha()


def _is_between_letters(spot: Spot) -> bool:
    return spot.previous.isalpha() and _is_before_letter(spot)


def _is_before_consonant(spot: Spot) -> bool:
    return _is_between_letters(spot) and spot.following[0] not in _VOWELS


def _is_before_a_o_u(spot: Spot) -> bool:
    return spot.following[:1] in frozenset("aouAOU")


def _is_inside_stem(spot: Spot) -> bool:
    """As in "geïnstalleerd"; not as an apostrophe stands in "foto´s" or "qu´il"."""
    stem = spot.following
    return _is_after_vowel(spot) and len(stem) > 2 and stem[0] in _STEM_END and stem.isalpha()


def _is_genitive(spot: Spot) -> bool:
    """As in "FOD’s" and "foto’s", not in "Luís"."""
    return _GENITIVE.fullmatch(spot.mended) is not None


def _is_known_word(spot: Spot) -> bool:
    return spot.mended.lower() in _KNOWN_WORDS


def _is_alone(spot: Spot) -> bool:
    return len(spot.mended) == 1 and not spot.before.strip() and not spot.after.strip()


def _is_at_end_of_small_letters(spot: Spot) -> bool:
    return not spot.following and spot.previous.islower()


def _is_before_capital(spot: Spot) -> bool:
    return not spot.offset and spot.following[:1].isupper()


def _is_dash(spot: Spot) -> bool:
    """At the start of a line, or in a word; between blanks "≠" may mean what it is."""
    starts_line = not spot.offset and spot.before in ("", "\n")
    return starts_line or _is_between_letters(spot)


PLACES: Final[Mapping[str, Callable[[Spot], bool]]] = {
    "anywhere": lambda spot: True,
    "in a word": lambda spot: len(spot.mended) > 1,
    "after vowel": _is_after_vowel,
    "after e or i": lambda spot: spot.previous in ("e", "i"),
    "after consonant": _is_after_consonant,
    "before consonant": _is_before_consonant,
    "before a o u": _is_before_a_o_u,
    "between letters": _is_between_letters,
    "inside stem": _is_inside_stem,
    "genitive": _is_genitive,
    "known word": _is_known_word,
    "alone": _is_alone,
    "after small letters": _is_at_end_of_small_letters,
    "before capital": _is_before_capital,
    "dash": _is_dash,
}
