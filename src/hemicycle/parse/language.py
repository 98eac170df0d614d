"""Words to the language they are in: French, Dutch or German."""

import re
from collections.abc import Collection, Sequence
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path

import msgspec
from msgspec import Struct

LANGUAGES = ("fr", "nl", "de")

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
_GAP_WEIGHT = 40
_MOST = 60
"""What one word can say at the most, in tenths of a nat: one long name decides nothing."""

_LONGEST_WORD = 40
_NOTHING = (0, 0, 0)
_ENOUGH = 120
"""So many code points of a paragraph tell its language."""

_WORD = re.compile(r"[^\W\d_]+")
_FIRST_LABEL = re.compile(r"\(?1\s?[).°]")
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
    """Weight of three letters, or of a word between blanks; made by bench/train_spelling.py."""
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

    A word that is known speaks for itself, any other by its spelling.
    """
    if len(word) > _LONGEST_WORD:
        return (0, 0, 0)
    padded, table = f" {word} ", _spelling()
    own = table.get(padded) if len(word) > 1 else None
    rows = [own] if own else [table.get(padded[at : at + 3], _NOTHING) for at in range(len(word))]
    rows.append(_function_words().get(word, _NOTHING))
    french, dutch, german = (max(-_MOST, min(_MOST, sum(row[n] for row in rows))) for n in range(3))
    return french, dutch, german


def text_scores(text: str) -> Scores:
    """The scores of all words of a text, added up."""
    french = dutch = german = 0
    for word in _WORD.findall(text.lower()):
        of_french, of_dutch, of_german = word_scores(word)
        french += of_french
        dutch += of_dutch
        german += of_german
    return french, dutch, german


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


def best_cut(pieces: Sequence[str], gaps: Collection[int] = ()) -> int:
    """How many pieces, from the first, are French, where Dutch ones follow.

    Pieces without words go with what stands before them; where no piece has any,
    a numbering that begins anew tells. A gap before piece n speaks for a cut there
    as much as one word does.

    >>> best_cut(["À ce jour, aucun abus.", "12", "Gelieve hierna te vinden.", "Niet."])
    2
    >>> best_cut(["1) 2010 : 25", "2) 2011 : 30", "1) 2010: 25", "2) 2011: 30"])
    2
    """
    scores = (text_scores(piece[:_ENOUGH]) for piece in pieces)
    sums = [0, *accumulate(french - dutch for french, dutch, _ in scores)]
    gains = [total + (_GAP_WEIGHT if at in gaps else 0) for at, total in enumerate(sums)]
    best = max(gains)
    restarts = [at for at, piece in enumerate(pieces) if at and _FIRST_LABEL.match(piece)]
    ties = [at for at, gain in enumerate(gains) if gain == best]
    restart = next((at for at in restarts if at in ties), None)
    if restart is not None:
        return restart
    return ties[-1] if best > 0 or gaps else 0


class Run(Struct, frozen=True):
    """Words `first` to `last`, counted from 0, in one language."""

    language: str
    first: int
    last: int


_SAME_CAPITAL = 80
"""Dutch begins with a capital where French does: `Sa visite en mars Zijn bezoek in maart`."""
_MIDDLE_SEGMENT = 30
_OPEN_END = -60
_NO_CUT = -200
_SAME_WORD = 60
"""`Deutsche Bank - Amende Deutsche Bank - Boete`: both halves begin with one name."""
_BORDER = 300
"""A run of underscores stands between two languages."""
_OPEN = frozenset(
    (
        *("de", "du", "des", "d", "la", "le", "les", "l", "un", "une", "et", "ou", "à", "au"),
        *("aux", "en", "pour", "par", "sur", "dans", "avec", "van", "der", "het"),
    )
)
"""No title ends with one of these words."""
_FEWEST_GERMAN = 2


def title_runs(
    words: Sequence[str], languages: Sequence[str] = ("fr", "nl"), may_be_german: bool = False
) -> tuple[Run, ...]:
    """The best cut of a title into runs of one language each, in the page's languages.

    French stands before Dutch; German, on the page of a question that may be German,
    before each of them.

    >>> title_runs("la cybercriminalité de cybercriminaliteit".split())[1]
    Run(language='nl', first=2, last=3)
    """
    order = tuple(languages)
    if may_be_german and _has_german(words):
        is_all = len(languages) == 1 and is_german(" ".join(words[len(words) // 2 :]))
        order = ("de",) if is_all else tuple(x for own in languages for x in ("de", own))
    starts = _best_starts(words, order)
    ends = [*starts[1:], len(words)]
    return tuple(
        Run(language, first, end - 1)
        for language, first, end in zip(order, starts, ends, strict=True)
        if end > first
    )


def _has_german(words: Sequence[str]) -> bool:
    """Whether an eighth of the words at least are German and nothing else."""
    scores = [_title_scores(word) for word in words]
    german = sum(score[2] > max(score[0], score[1]) + _FUNCTION_WEIGHT for score in scores)
    return german >= _FEWEST_GERMAN and 8 * german >= len(words)


@lru_cache(maxsize=131_072)
def _title_scores(word: str) -> Scores:
    found = [word_scores(letters) for letters in _WORD.findall(word.lower())]
    return (sum(s[0] for s in found), sum(s[1] for s in found), sum(s[2] for s in found))


def _best_starts(words: Sequence[str], order: Sequence[str]) -> list[int]:
    """Where each run begins, for the highest sum of word scores and of what speaks for a cut."""
    cuts = _cut_scores(words, len(order))
    capitals = _capital_scores(words, "de" in order)
    sums = [0] + [-(10**9)] * (len(order) - 1)
    starts: list[list[int]] = [[0] * (state + 1) for state in range(len(order))]
    for at, word in enumerate(words):
        scores = _title_scores(word)
        for state in range(len(order) - 1, 0, -1):
            capital = capitals[at] if order[state] != "de" else 0
            entered = sums[state - 1] + cuts[at] + capital
            if at and entered > sums[state]:
                sums[state], starts[state] = entered, [*starts[state - 1], at]
        for state, language in enumerate(order):
            sums[state] += scores[LANGUAGES.index(language)]
    return starts[-1]


def _capital_scores(words: Sequence[str], is_german: bool) -> list[int]:
    """What speaks for a cut before a word that begins as the title does; German begins anyhow."""
    has_capital = is_german or _first_letter(words[0]).isupper()
    return [_SAME_CAPITAL if word[:1].isupper() == has_capital else 0 for word in words]


def _cut_scores(words: Sequence[str], runs: int) -> list[int]:
    """What else speaks for a cut before each word, and against."""
    dashes = [at for at, word in enumerate(words) if word in ("-", "–")]
    middle = range(len(words))
    if runs == 2 and len(dashes) >= 2 and len(dashes) % 2 == 0:
        middle = range(dashes[len(dashes) // 2 - 1], dashes[len(dashes) // 2])
    scores = []
    for at, word in enumerate(words):
        before = words[at - 1] if at else ""
        score = _MIDDLE_SEGMENT if at in middle else 0
        score += _SAME_WORD if at and word == words[0] and len(word) > 3 else 0
        score += _OPEN_END if before.lower() in _OPEN else 0
        score += _BORDER if before and not before.strip("_") else 0
        scores.append(score + (_NO_CUT if {word, before} & {"-", "–"} else 0))
    return scores


def _first_letter(word: str) -> str:
    return next((sign for sign in word if sign.isalpha()), "")
