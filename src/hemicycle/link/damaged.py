"""A page's text to the words that the copy has damaged, and that nothing mended.

A word is damaged where no word of French, Dutch or German, and no name, is written so.
Foreign names stay out of it: they begin with a capital and have their odd letters small
("Wałęsa", "Žižek"). A damaged word begins small ("potentiŽle"), or has an odd capital
inside ("BelgiŽ"), or a sign where a letter or an apostrophe was ("l¿accueil", "d?État").
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from hemicycle.link.fold import vocabulary
from hemicycle.link.signs import IN_WORDS, NO_CHARACTERS, ODD_LETTERS, SUSPECT

_TOKEN_END = frozenset(" \t\n\u00a0|")
_LONGEST = 60
_SIGNS = re.compile(
    f"[{NO_CHARACTERS}]"
    "|Ã[\u0080-\u00bf\u0152\u0153\u2018-\u2026]|â€|Â[\u00a0-\u00bf]"  # UTF-8 as Windows-1252
    "|(?<=\\w)[¿¡]|[¿¡](?=[a-zß-ÿ])"
    f"|(?<=[a-zß-ÿ])[{IN_WORDS}](?=[a-zß-ÿ])"
)
_MARK = re.compile(r"\?(?<=[a-zß-ÿ]\?)(?=[a-zß-ÿÀ-Ý])")
_ODD = re.compile(rf"[{ODD_LETTERS}]")
_OTHER_ALPHABET = re.compile("(?<=[A-Za-z])[\u0370-\u052f]|[\u0370-\u052f](?=[A-Za-z])")
_DUTCH_LOST = (
    *("belgi", "itali", "australi", "argentini", "brazili", "bosni", "tunesi", "officile"),
    *("financile", "financin", "essentile", "potentile", "materile", "ministerile", "industrile"),
    *("commercile", "initile", "efficint", "efficinte", "patint", "patinten", "clinten"),
    "prventie",
    *("ingredint", "ingredinten", "cordinatie", "cordinator", "gecordineerd", "coperatie"),
    *("genformeerd", "genspireerd", "genteresseerd", "genstalleerd", "gentegreerd"),
    *("gentegreerde", "gentroduceerd", "benvloed", "benvloeden", "hirarchie", "vacum"),
)
_FRENCH_LOST = (
    *("fdral", "fdrale", "fdraux", "fdrales", "scurit", "socit", "socits", "rponse", "rponses"),
    *("gnral", "gnrale", "prsident", "prsent", "dcembre", "fvrier", "dpartement", "rgion"),
    *("rgions", "intrieur", "extrieur", "trangers", "crite", "crites", "dlai", "tude", "tudes"),
    *("activits", "comptence", "comptences", "autorits", "communaut", "problme", "problmes"),
    *("galement", "premire", "dernire", "numro", "procdure", "procdures", "matire", "aprs"),
)
"""Words that have lost their accented letters, and are no words without them."""

_WORD = re.compile(r"\w+")
LOST = frozenset((*_DUTCH_LOST, *_FRENCH_LOST))
_LOST_WITH_STOPS = frozenset(
    f"{before}{word}{after}"
    for word in LOST
    for before in ("", "l'", "l’", "d'", "d’", "(")
    for after in ("", ".", ",", ";", ":", "?", ")")
)
"""To look words up as they stand between blanks takes a fifth of the time of cutting them out."""

LONE_N_BEFORE = vocabulary("of van enkel keer jaar dag maand derde miljoen procent")
"""How the words begin before which `n` alone was `één`: `n of meer`."""

_LONE_N = re.compile(
    r"n (?<![\w'’‘´`.°-]n )(?=(?:of|van|enkele?|keer|jaar|dag|maand|derde|miljoen|procent)\b)"
)


class Damaged(Struct, frozen=True, order=True):
    """A damaged word at [start, end), with what stands around it up to the blanks."""

    start: int
    end: int


def find_damaged(
    text: str,
    *,
    is_sound: bool = False,
    may_have_lost: bool = True,
    may_have_lone_n: bool = True,
) -> list[Damaged]:
    """The damaged words of a text, each once, in order.

    Who knows that all its signs are sound (see `signs`), that none of its words has lost
    letters, or that it has no `n` that stands alone, may save the time to look for them.

    >>> [own.end - own.start for own in find_damaged("De l¿accueil, potentiŽle en Žižek")]
    [9, 10]
    """
    found = set(_marked(text))
    if may_have_lone_n:
        found.update(_tokens(text, _LONE_N))
    if not is_sound and (SUSPECT.search(text) is not None or "â€" in text):
        found.update(_tokens(text, _SIGNS), _tokens(text, _OTHER_ALPHABET), _odd_words(text))
    if may_have_lost and not _LOST_WITH_STOPS.isdisjoint(text.lower().split()):
        found.update(
            _token(text, own.start()) for own in _WORD.finditer(text) if own.group().lower() in LOST
        )
    return sorted(own for own in found if not _is_address(text[own.start : own.end]))


def _tokens(text: str, pattern: re.Pattern[str]) -> Iterator[Damaged]:
    """What stands between blanks around the matches of a pattern, each once."""
    at = 0
    while found := pattern.search(text, at):
        token = _token(text, found.start())
        yield token
        at = max(token.end, found.end())


def _marked(text: str) -> Iterator[Damaged]:
    """The words with a `?` where a letter or an apostrophe was."""
    at = text.find("?")
    while at != -1:
        end = at + 1
        if _MARK.match(text, at):
            token = _token(text, at)
            yield token
            end = max(token.end, end)
        at = text.find("?", end)


def _odd_words(text: str) -> Iterator[Damaged]:
    """The words with a letter of another language that are written as no name is."""
    at = 0
    while found := _ODD.search(text, at):
        start, end = _letters_around(text, found.start())
        if _is_no_name(text[start:end], found.start() - start):
            yield _token(text, found.start())
        at = end


def _token(text: str, at: int) -> Damaged:
    """The stretch between blanks around an offset; of a very long one, what is nearest."""
    start, end = at, at + 1
    while start > max(0, at - _LONGEST) and text[start - 1] not in _TOKEN_END:
        start -= 1
    while end < min(len(text), at + _LONGEST) and text[end] not in _TOKEN_END:
        end += 1
    while end > at + 1 and text[end - 1] in ".,;:)":
        end -= 1
    return Damaged(start, end)


def _is_address(token: str) -> bool:
    return any(sign in token for sign in ("://", "www.", "@", "=", "/"))


def _letters_around(text: str, at: int) -> tuple[int, int]:
    start, end = at, at + 1
    while start > max(0, at - _LONGEST) and text[start - 1].isalpha():
        start -= 1
    while end < min(len(text), at + _LONGEST) and text[end].isalpha():
        end += 1
    return start, end


def _is_no_name(word: str, at: int) -> bool:
    """Whether a word with odd letters, the first at `at`, is written as no name is."""
    if word[0].islower():
        return True
    if word[at].islower():
        rest = "".join(letter for letter in word if letter.isascii())
        return len(rest) > 1 and rest.isupper()
    return any(letter.islower() for letter in word[:at]) or any(
        letter.isupper() and _ODD.match(letter) and before.islower()
        for before, letter in pairwise(word)
    )
