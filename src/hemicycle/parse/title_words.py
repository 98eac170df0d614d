"""A word of a title to what it says of the place where French ends and Dutch begins."""

import re
from functools import cache, lru_cache

from msgspec import Struct

from hemicycle.parse.language import word_scores

DASHES = frozenset("-–—")
OPENING, CLOSING = "([«“", ")]»”"
_OPEN_ENDS = f",:;'’/&+{OPENING}"
_CLOSED_STARTS = f",:;.?!/&+{CLOSING}"

NEVER_LAST = frozenset(
    (
        *("de", "du", "des", "d", "la", "le", "les", "l", "un", "une", "et", "ou", "à", "au"),
        *("aux", "en", "pour", "par", "sur", "dans", "avec", "sous", "entre", "vers", "sans"),
        *("son", "sa", "ses", "van", "der", "het", "een", "voor", "op", "door", "met", "bij"),
    )
)
"""No title and no keyword ends with one of these words."""
_NEVER_FIRST = frozenset(("van", "en", "of", "der", "den", "te", "belast"))
_ABBREVIATIONS = {
    "fr": """ADN AFMPS AFSCA ASBL BCE BNB CE CHU CPAS FMI INAMI INASTI IRM OCDE OMC OMS ONEM ONP
        ONSS ONU OTAN PME QE SECAL SNCB SPF SPP STIB TVA UE""",
    "nl": """AIDS BTW DAVO DNA ECB EG EU FAGG FAVV FOD IMF KMI KMO MIVB NAVO NBB NMBS OCMW OESO POD
        RIZIV RSVZ RSZ RVA RVP SV UZ VN VZW WGO WHO""",
}
"""Abbreviations that are not the same in French and Dutch."""
_LEAN_OF_KNOWN, _MOST_OF_UNKNOWN = 40, 10
_LETTERS = re.compile(r"[^\W\d_]+")
_NAMES = re.compile(r"\w+")


class Word(Struct, frozen=True):
    """What a word says, whatever title it stands in.

    `lean` is how much likelier it is French than Dutch, in tenths of a nat;
    `capital` is None for a word without letters; `depth` counts brackets that it
    opens and does not close; `names` are its pieces that both titles may have.
    """

    lean: int
    capital: bool | None
    is_abbreviation: bool
    is_number: bool
    is_dash: bool
    is_never_last: bool
    is_never_first: bool
    depth: int
    length: int
    names: tuple[str, ...]


@lru_cache(maxsize=65_536)
def read_word(word: str) -> Word:
    """What a word between blanks says.

    >>> read_word("(SPF)").capital, read_word("d'Anvers").names
    (True, ('Anvers',))
    """
    letter = next((sign for sign in word if sign.isalpha()), "")
    return Word(
        lean=sum(map(_lean, _LETTERS.findall(word))),
        capital=letter.isupper() if letter else None,
        is_abbreviation=sum(map(str.isupper, word)) > 1,
        is_number=word[0].isdigit(),
        is_dash=word in DASHES,
        is_never_last=word.lower() in NEVER_LAST or word[-1] in _OPEN_ENDS,
        is_never_first=word in _NEVER_FIRST or word[0] in _CLOSED_STARTS,
        depth=sum(word.count(sign) for sign in OPENING) - sum(word.count(x) for x in CLOSING),
        length=len(word) + 1,
        names=tuple(own for own in _NAMES.findall(word) if own not in NEVER_LAST and _is_long(own)),
    )


@cache
def _abbreviations() -> dict[str, int]:
    french, dutch = (_ABBREVIATIONS[language].split() for language in ("fr", "nl"))
    return dict.fromkeys(french, _LEAN_OF_KNOWN) | dict.fromkeys(dutch, -_LEAN_OF_KNOWN)


def _lean(letters: str) -> int:
    """How much likelier letters are French than Dutch; an abbreviation's spelling says little."""
    french, dutch, _ = word_scores(letters.lower())
    if len(letters) > 1 and letters.isupper():
        bounded = max(-_MOST_OF_UNKNOWN, min(_MOST_OF_UNKNOWN, french - dutch))
        return _abbreviations().get(letters, bounded)
    return french - dutch


def _is_long(name: str) -> bool:
    return len(name) > 1 or name.isdigit() or name.isupper()


def is_code(name: str) -> bool:
    """Whether a piece of a word is a number or an abbreviation of no one language.

    >>> is_code("Covid"), is_code("G8"), is_code("NMBS")
    (False, True, False)
    """
    if any(sign.isdigit() for sign in name):
        return True
    return len(name) > 1 and not name[1:].islower() and name not in _abbreviations()
