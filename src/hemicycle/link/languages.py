"""What stands beside an account to its languages: (FR), (NL + FR), « en français : »."""

import re

from hemicycle.link.fold import fold, plain_words, vocabulary

_BEHIND = re.compile(r"[)\]]?\s{0,3}[(\[]\s{0,2}(?P<list>[^()\[\]\n]{1,50})[)\]]")
_RUN_ON = re.compile(
    r"[)\]]?,?\s(?:en|in het|pour les|voor(?: de)?)\s(?P<word>[^\W\d_]{4,16})", re.IGNORECASE
)
_OPENS = re.compile(r"\s{0,2}[:(–-]\s{0,2}$")
_MARK = re.compile(r"[,;.:()@\n]")
_SEPARATOR = re.compile(r"\s*[+/,;&-]\s*|\s+(?:et|en|und|and)\s+|\s+")
_CODES = {"FR": "fr", "F": "fr", "NL": "nl", "N": "nl", "DE": "de", "D": "de", "EN": "en"}
_NAMES = {
    **dict.fromkeys(("francais", "francaise", "frans", "franse", "fr.", "fr"), "fr"),
    **dict.fromkeys(("neerlandais", "neerlandaise", "nederlands", "nederlandse"), "nl"),
    **dict.fromkeys(("nl.", "nl"), "nl"),
    **dict.fromkeys(("allemand", "allemande", "duits", "duitse", "deutsch"), "de"),
    **dict.fromkeys(("anglais", "anglaise", "engels", "engelse", "english"), "en"),
}
_SPEAKING = {
    **dict.fromkeys(("francophone", "francophones", "franstalig", "franstalige"), "fr"),
    **dict.fromkeys(("neerlandophone", "neerlandophones", "nederlandstalig"), "nl"),
    **dict.fromkeys(("nederlandstalige", "nederlandstaligen"), "nl"),
    **dict.fromkeys(("germanophone", "germanophones", "duitstalig", "duitstalige"), "de"),
    **dict.fromkeys(("anglophone", "anglophones", "engelstalig", "engelstalige"), "en"),
    "franstaligen": "fr",
}
"""Words that tell a language wherever they stand in a clause; « Nederlandse » may be a people."""

_SMALL_WORDS = vocabulary(
    "en in het version versie et page compte pagina account profil profiel chaine kanaal de la"
)
_REACH, _FAR, _BESIDE = 90, 8, 2


def languages_at(text: str, start: int, end: int) -> tuple[str, ...]:
    """The languages that the page gives an account at [start, end), in alphabetical order.

    >>> languages_at("@janeyckmans (NL + FR)", 0, 12)
    ('fr', 'nl')
    >>> languages_at("FR : @SanteBelgique", 5, 19)
    ('fr',)
    >>> languages_at("une page Facebook francophone (@x)", 31, 33)
    ('fr',)
    """
    behind = _BEHIND.match(text, end)
    if behind is not None:
        found = _read(behind["list"])
        if found:
            return found
    found = _before(text[max(start - _REACH, 0) : start])
    if found:
        return found
    behind = _RUN_ON.match(text, end)
    return () if behind is None else _read(behind["word"])


def _read(words: str) -> tuple[str, ...]:
    """The languages of a list; none where a word of it is no language."""
    languages = set()
    for word in _SEPARATOR.split(words.strip()):
        language = _language(word)
        if language is not None:
            languages.add(language)
        elif fold(word) not in _SMALL_WORDS:
            return ()
    return tuple(sorted(languages))


def _language(word: str) -> str | None:
    folded = fold(word)
    return _CODES.get(word) or _NAMES.get(folded) or _SPEAKING.get(folded)


def _before(window: str) -> tuple[str, ...]:
    """The language that the clause before an account tells, where it tells but one.

    Beside a colon or bracket any name of a language counts, further off only words
    that can be said of an account alone.
    """
    opening = _OPENS.search(window)
    clause = window if opening is None else window[: opening.start()]
    marks = [mark.end() for mark in _MARK.finditer(clause)]
    clause = clause[marks[-1] if marks else 0 :]
    if opening is not None:
        for word in clause.split()[: -_BESIDE - 1 : -1]:
            if (language := _language(word)) is not None:
                return (language,)
    told = {_SPEAKING[word] for word in plain_words(fold(clause))[-_FAR:] if word in _SPEAKING}
    return tuple(told) if len(told) == 1 else ()
