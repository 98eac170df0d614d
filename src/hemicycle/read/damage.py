"""One damaged word to the word as it was, by the table of damaged characters.

A page is damaged when its Windows-1252 bytes were read by another code page. The
table (damage.csv) has, by code page, the characters that this gave where French and
Dutch have their accents and marks. The code pages are those that the Senate's pages
show: mac_latin2 ("officiŽle"), cp1250 ("geďnvalideerd"), cp1257 ("ministeriėle"),
cp850 ("ÚÚn"), and Latin-1, which makes control characters of quotes and dashes.
"""

import csv
from collections.abc import Mapping
from functools import cache, lru_cache

from msgspec import Struct

from hemicycle.assets import asset
from hemicycle.read.places import Spot, fits

_ACCENTED = frozenset("àâäæçèéêëîïóôöùúûüÿœÀÂÄÆÇÈÉÊËÎÏÓÔÖÙÚÛÜŸŒ")

MAX_LETTERS = 64
"""The longest word that is looked at; longer ones are addresses or no words at all."""


class Word(Struct, frozen=True):
    """A word of a page, and the characters around it ("" at the ends of the page)."""

    text: str
    before: str = ""
    after: str = ""


class Damage(Struct, frozen=True):
    """What one damaged character was, the place it must stand in, and the proof needed.

    The proof is "place" where no sound word has the character in that place, and
    "word" where the word as a whole must show that it is of no other language.
    """

    mended: str
    place: str
    proof: str


class CodePage(Struct, frozen=True):
    """A code page that pages were wrongly read by, and what it made of which character."""

    name: str
    damages: Mapping[str, Damage]


@cache
def damaged_characters() -> Mapping[str, tuple[CodePage, ...]]:
    """Every damaged character, with the code pages that have it in the place of another."""
    found: dict[str, list[CodePage]] = {}
    for page in _code_pages():
        for character in page.damages:
            found.setdefault(character, []).append(page)
    return {character: tuple(pages) for character, pages in found.items()}


@lru_cache(maxsize=1024)  # a damaged page has the same few words damaged again and again
def mend(word: Word) -> str | None:
    """The word as it was; None where it is sound, or where no one reading is certain.

    >>> mend(Word("officiŽle")), mend(Word("Žižek"))
    ('officiële', None)
    """
    if len(word.text) > MAX_LETTERS:
        return None
    by_character = damaged_characters()
    odd = next((by_character[letter] for letter in word.text if letter in by_character), ())
    readings = {reading for page in odd if (reading := _reading(word, page))}
    return readings.pop() if len(readings) == 1 else None


def _code_pages() -> list[CodePage]:
    """The code pages of the table, and Latin-1, whose damage is always control characters."""
    pages = {"latin-1": _controls()}
    with asset("read/damage.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            damage = Damage(row["mended"], row["place"], row["proof"])
            pages.setdefault(row["code_page"], {})[row["damaged"]] = damage
    return [CodePage(name, damages) for name, damages in pages.items()]


def _controls() -> dict[str, Damage]:
    """The marks of Windows-1252 by the control characters that Latin-1 has in their stead."""
    controls = [(chr(byte), bytes([byte]).decode("cp1252", "ignore")) for byte in range(128, 160)]
    return {control: Damage(mark, "anywhere", "place") for control, mark in controls if mark}


def _reading(word: Word, page: CodePage) -> str | None:
    """The word's bytes in `page` read as Windows-1252, if each change is one of the table's."""
    try:
        mended = word.text.encode(page.name).decode("cp1252")
    except UnicodeError:
        return None
    changed = [i for i, letter in enumerate(word.text) if letter != mended[i]]
    damages = [page.damages[word.text[i]] for i in changed if word.text[i] in page.damages]
    if len(damages) < len(changed) or not changed or not _is_spelled(mended):
        return None
    for i, damage in zip(changed, damages, strict=True):
        spot = Spot(word.text, mended, i, word.before, word.after)
        if not (fits(damage.place, spot) and _keeps_case(spot)):
            return None
    proven = any(damage.proof == "place" for damage in damages)
    return mended if proven or _is_of_no_language(word.text, changed) else None


def _is_spelled(mended: str) -> bool:
    """Whether all letters beyond ASCII are those of French and Dutch."""
    return all(letter in _ACCENTED for letter in mended if letter > "\x7f" and letter.isalpha())


def _is_of_no_language(text: str, changed: list[int]) -> bool:
    """Whether none of the languages that have the odd letters writes such a word.

    What they leave on a Belgian page are names: a capital, then small letters
    ("Ďurček"). A word that begins small is no name, and a capital inside ("BelgiŽ")
    or a small letter among capitals ("BELGIň") is in no alphabet.
    """
    return text[0].islower() or any(_breaks_case(text, i) for i in changed)


def _breaks_case(text: str, i: int) -> bool:
    """Whether the letter at `i` is a capital inside small letters, or a small one in capitals."""
    before, after = text[:i], text[i + 1 :]
    if text[i].islower():
        return _is_capitals(before + after)
    second = len(before) == 1 and before.isalpha() and after[:1].islower()
    return text[i].isupper() and (before[-1:].islower() or second)


def _keeps_case(spot: Spot) -> bool:
    """Whether the mended letter is a capital just where the rest of the word is in capitals."""
    letter = spot.mended[spot.offset]
    if not letter.isalpha():
        return True
    rest = spot.damaged[: spot.offset] + spot.damaged[spot.offset + 1 :]
    return letter.isupper() == _is_capitals(rest)


def _is_capitals(text: str) -> bool:
    """Whether a stretch of a word is two capital letters or more, and no small one."""
    return len(text) > 1 and text.isupper()
