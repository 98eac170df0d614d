"""Words to the language they are in: French, Dutch or German."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

import msgspec

from hemicycle.parse.known_words import known_language

_FUNCTION_WORDS = {
    "fr": """le la les l un une des du d et est sont que qui qu dans pour par sur avec au aux ce
        cette ces son sa ses leur leurs il elle ils elles nous vous votre vos notre nos ne pas plus
        ou où mais donc si à se s y été ont ainsi entre sous selon dont lors après depuis être
        quel quelle quels quelles chez vers sans comme même""",
    "nl": """het een van in op te dat is zijn voor met niet aan er om ook als maar bij door naar
        uit over tot worden wordt werd werden deze heeft hebben hun u uw geen meer nog dan of
        wat welke hoe hoeveel waarom wie tussen tegen na sinds volgens binnen tijdens wegens
        gelieve fod pod""",
    "de": """der das den dem ein eine einer eines einem einen und ist sind im zu zur zum vom mit
        für auf nicht auch sich dass wird wurde wurden nach aus bei unter durch sie er es wir ihr
        ihre sein oder wenn zwischen gegen seit""",
}
_FUNCTION_WEIGHT = 25
_KNOWN = {
    "fr": (20, -20, -20),
    "nl": (-20, 20, -20),
    "de": (-20, -20, 20),
    None: (0, 0, 0),
}
_MOST = 60
"""What one word can say at the most, in tenths of a nat: one long name decides nothing."""

_LONGEST_WORD = 40
_LONGEST_ROW = 5
_NOTHING = (0, 0, 0)
_WORD = re.compile(r"[^\W\d_]+")
_UMLAUTS = frozenset("äöüß")
_GERMAN_ALONE = frozenset(
    (
        *("das", "dem", "und", "ist", "ein", "eine", "einer", "eines", "einem", "einen", "zur"),
        *("zum", "für", "nicht", "auf", "auch", "sich", "dass", "wird", "wurde", "vom", "nach"),
        *("diese", "dieser", "bei", "oder", "durch", "zwischen", "gegen", "haben", "werden"),
    )
)
"""Words of German that neither French nor Dutch has."""
_TABLE = Path(__file__).with_name("spelling.json")

Scores = tuple[int, int, int]


@cache
def _spelling() -> dict[str, Scores]:
    """Weights of two to five letters, or of a whole word; made by bench/train_spelling.py."""
    return msgspec.json.decode(_TABLE.read_bytes(), type=dict[str, Scores])


@cache
def _function_words() -> dict[str, Scores]:
    words = {language: frozenset(text.split()) for language, text in _FUNCTION_WORDS.items()}
    return {
        word: (
            _weight(word in words["fr"]),
            _weight(word in words["nl"]),
            _weight(word in words["de"]),
        )
        for word in sorted(frozenset().union(*words.values()))
    }


def _weight(is_known: bool) -> int:
    return _FUNCTION_WEIGHT if is_known else 0


@lru_cache(maxsize=131_072)
def word_scores(word: str) -> Scores:
    """How much a word, in lower case, speaks for French, Dutch and German: in tenths of a nat.

    Its spelling speaks, and more so where the word is known in one language.
    """
    if len(word) > _LONGEST_WORD:
        return _NOTHING
    known = _KNOWN[known_language(word)]
    rows = [known, _function_words().get(word, _NOTHING), *_spelling_rows(word)]
    french, dutch, german = map(sum, zip(*rows, strict=True))
    return _bounded(french), _bounded(dutch), _bounded(german)


def _spelling_rows(word: str) -> list[Scores]:
    padded, row_of = f" {word} ", _spelling().get
    size = len(padded)
    rows = [
        row
        for length in range(2, _LONGEST_ROW + 1)
        for at in range(size - length + 1)
        if (row := row_of(padded[at : at + length])) is not None
    ]
    own = row_of(padded) if size > _LONGEST_ROW else None
    return rows if own is None else [*rows, own]


def _bounded(score: int) -> int:
    return max(-_MOST, min(_MOST, score))


def text_scores(text: str) -> Scores:
    """The scores of all words of a text, added up."""
    return _sum([*map(token_scores, text.split())])


@lru_cache(maxsize=65_536)
def token_scores(token: str) -> Scores:
    """The scores of the words that stand between two blanks, added up: `d'Anvers,` has two.

    >>> token_scores("(1993),")
    (0, 0, 0)
    """
    return _sum([word_scores(word) for word in _WORD.findall(token.lower())])


def _sum(scores: Sequence[Scores]) -> Scores:
    if len(scores) < 2:
        return scores[0] if scores else _NOTHING
    french, dutch, german = map(sum, zip(*scores, strict=True))
    return french, dutch, german


def text_lean(text: str) -> int:
    """How much likelier a text is French than Dutch, in tenths of a nat.

    >>> text_lean("Quels services ?") > 0 > text_lean("Welke diensten?")
    True
    """
    return sum(map(_token_lean, text.split()))


@lru_cache(maxsize=65_536)
def _token_lean(token: str) -> int:
    french, dutch, _ = _sum([word_scores(word) for word in _WORD.findall(token.lower())])
    return french - dutch


def is_german(text: str) -> bool:
    """Whether a text is more German than French or Dutch, and has a word only German has.

    >>> is_german("Diese Frage betrifft die Stellung der deutschen Sprache.")
    True
    >>> is_german("Nihil.")
    False
    """
    french, dutch, german = text_scores(text)
    return german > french and german > dutch and _has_german_sign(text)


def _has_german_sign(text: str) -> bool:
    return any(
        word in _GERMAN_ALONE or not _UMLAUTS.isdisjoint(word)
        for word in _WORD.findall(text.lower())
    )
