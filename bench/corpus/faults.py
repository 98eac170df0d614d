"""What is planted: kinds of faults, how often, and the damage of one code page read as another."""

from collections.abc import Mapping
from random import Random
from typing import Final

RATES: Final[Mapping[str, float]] = {
    # of pages that have also-asked lines: one line is left out, its counterpart stands
    "one-sided-also-asked": 0.01,
    # of pages that are a second copy of a question: asked a day later than the first copy says
    "contradicting-dates": 0.25,
    # of pages with a chronology: an event, a relation with words that no table of labels has
    "unknown-event-label": 0.005,
    "unknown-relation-label": 0.005,
    # of web pages and prints: a line above the question's text that no rule can read
    "unread-line": 0.004,
    # of Dutch pages: accents in the question's text and in keywords, as mac_latin2 reads them
    "damaged-accents": 0.04,
    # of bulletins: all above the question's text is lost but the legend
    "no-header": 0.01,
}
"""How often each fault is planted; beside these, `empty-answer` comes of outcomes.py."""

SECOND_COPY: Final = 0.03
"""Of all questions: how many stand on two pages of different layouts."""

MISSING: Final = 0.06
"""Of the questions of a family: how many have no page."""

MOSTLY_MISSING: Final = 0.1
"""Of the families of three and more: how many have one or two pages alone."""

UNKNOWN_EVENTS: Final = {"fr": "Retrait de la question", "nl": "Intrekking van de vraag"}
UNKNOWN_RELATIONS: Final = {"fr": "Jointe au dossier de", "nl": "Gevoegd bij"}
STRAY_LINES: Final = {
    "fr": "Cette page a été déplacée vers les archives du site",
    "nl": "Deze pagina werd verplaatst naar het archief van de website",
}

_DAMAGED_LETTERS: Final = "ëïé“”"
_DAMAGE: Final = {
    ord(letter): letter.encode("cp1252").decode("mac_latin2") for letter in _DAMAGED_LETTERS
}


def happens(rng: Random, kind: str) -> bool:
    """Whether to plant a fault of this kind now."""
    return rng.random() < RATES[kind]


def damage(text: str) -> str:
    """The text as a reader of mac_latin2 sees it.

    >>> damage("officiële “bron”")
    'officiŽle ďbronĒ'
    """
    return text.translate(_DAMAGE)
