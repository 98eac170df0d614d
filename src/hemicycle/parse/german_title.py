"""The words of a title that is German too to the language of each."""

from collections.abc import Sequence

from hemicycle.parse.known_words import LANGUAGES
from hemicycle.parse.language import is_german, token_scores
from hemicycle.parse.title_cut import cut_title
from hemicycle.parse.title_words import DASHES

_FEWEST = 2
_CLEARLY = 20
_ENTERED_SMALL = -60
"""French and Dutch titles begin with a capital beside a German one."""
_ENTERED_AT_DASH = -300
_ENTERED = -30
"""One run more needs words that speak for it."""
_ENTERED_AT_BORDER = 300
"""A run of underscores stands between two languages."""
_NEVER = -(10**9)


def has_german(words: Sequence[str]) -> bool:
    """Whether an eighth of a title's words at least are German and nothing else."""
    scores = [token_scores(word) for word in words]
    german = sum(score[2] > max(score[0], score[1]) + _CLEARLY for score in scores)
    return german >= _FEWEST and 8 * german >= len(words)


def cut_german(words: Sequence[str], languages: Sequence[str]) -> list[str]:
    """The language of each word; "" for a run of underscores, which is of none.

    A German title stands beside the page's others, or beside each of them.

    >>> cut_german("das neue Gesetz ____ La loi De wet".split(), ("fr", "nl"))
    ['de', 'de', 'de', '', 'fr', 'fr', 'nl', 'nl']
    """
    kept = [at for at, word in enumerate(words) if word.strip("_")]
    borders = frozenset(n for n, at in enumerate(kept) if n and kept[n - 1] + 1 < at)
    own = [words[at] for at in kept]
    found = [""] * len(words)
    for at, language in zip(kept, _languages(own, languages, borders), strict=True):
        found[at] = language
    return found


def _languages(
    words: Sequence[str], languages: Sequence[str], borders: frozenset[int]
) -> Sequence[str]:
    size, again = _repeated(words)
    if size and len(languages) == 2:
        between, behind = again - size, len(words) - again - size
        return ["de"] * size + ["fr"] * between + ["de"] * size + ["nl"] * behind
    half = len(words) // 2
    if words[:half] == words[half:]:
        return ["de"] * half + [""] * half
    orders = [
        tuple(languages),
        ("de",),
        *(("de", own) for own in languages),
        *((own, "de") for own in languages),
    ]
    if len(languages) == 2:
        orders += [("de", "fr", "nl"), ("de", "fr", "de", "nl"), ("fr", "de", "nl", "de")]
    tried = [_in_order(words, order, borders) for order in orders]
    best = max(tried, key=_score)[1]
    return _cut_again(words, best, borders)


def _score(tried: tuple[int, list[str]]) -> int:
    return tried[0]


def _cut_again(words: Sequence[str], found: list[str], borders: frozenset[int]) -> Sequence[str]:
    """The words of French and Dutch side by side, cut as any bilingual title."""
    first = next((at for at, own in enumerate(found) if own != "de"), len(found))
    last = next((at for at in range(first, len(found)) if found[at] == "de"), len(found))
    rest = found[first:last]
    if "nl" not in rest or "fr" not in rest or rest.index("nl") + first in borders:
        return found
    french = cut_title(words[first:last]).french
    halves = ["fr"] * french + ["nl"] * (len(rest) - french)
    return [*found[:first], *halves, *found[last:]]


def _repeated(words: Sequence[str]) -> tuple[int, int]:
    """How many words from the first stand once more, and where; 0 if they are not German."""
    size = again = 0
    for at in range(_FEWEST + 1, len(words) - _FEWEST):
        if words[at] == words[0]:
            same = 0
            while same < at and at + same < len(words) and words[at + same] == words[same]:
                same += 1
            if same > size and at + same < len(words):
                size, again = same, at
    is_title = _FEWEST <= size < again and is_german(" ".join(words[:size]))
    return (size, again) if is_title else (0, 0)


def _in_order(
    words: Sequence[str], order: Sequence[str], borders: frozenset[int]
) -> tuple[int, list[str]]:
    """The score of the best cut into runs of an order, each of one word at least, and the cut."""
    sums = [0] + [_NEVER] * (len(order) - 1)
    starts: list[list[int]] = [[0] * (run + 1) for run in range(len(order))]
    for at, word in enumerate(words):
        for run in range(len(order) - 1, 0, -1):
            entered = sums[run - 1] + _entered(words, at, order[run], borders)
            if at and entered > sums[run]:
                sums[run], starts[run] = entered, [*starts[run - 1], at]
        for run, language in enumerate(order):
            sums[run] += token_scores(word)[LANGUAGES.index(language)]
    ends = [*starts[-1][1:], len(words)]
    runs = zip(order, starts[-1], ends, strict=True)
    return sums[-1], [language for language, first, end in runs for _ in range(first, end)]


def _entered(words: Sequence[str], at: int, language: str, borders: frozenset[int]) -> int:
    """What speaks for a run that begins with a word, and against."""
    if at in borders:
        return _ENTERED_AT_BORDER
    if at and not DASHES.isdisjoint((words[at], words[at - 1])):
        return _ENTERED_AT_DASH
    is_small = language != "de" and words[at][:1].islower()
    return _ENTERED + (_ENTERED_SMALL if is_small else 0)
