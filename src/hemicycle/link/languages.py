"""What stands beside an account to its languages: (FR), (NL + FR), « en français : »."""

import re

from hemicycle.link.fold import fold

_BEHIND = re.compile(r"[)\]]?\s{0,3}[(\[]\s{0,2}(?P<list>[^()\[\]\n]{1,50})[)\]]")
_BEFORE = re.compile(
    r"(?:^|[\s(,;/])(?P<word>[A-Za-zçéêÀ-ÿ.]{2,16})(?:\s[a-zé]{3,12})?\s{0,2}[:(]\s{0,2}$"
)
_OPENS = re.compile(r"[:(]")
_SEPARATOR = re.compile(r"\s*[+/,;&-]\s*|\s+(?:et|en|und|and)\s+|\s+")
_CODES = {"FR": "fr", "F": "fr", "NL": "nl", "N": "nl", "DE": "de", "D": "de", "EN": "en"}
_NAMES = {
    **dict.fromkeys(("francais", "francophone", "frans", "franstalig", "franstalige"), "fr"),
    **dict.fromkeys(("francaise", "francophones", "fr.", "fr"), "fr"),
    **dict.fromkeys(("neerlandais", "neerlandaise", "neerlandophone", "nederlands"), "nl"),
    **dict.fromkeys(("nederlandstalig", "nederlandstalige", "nederlandse", "nl.", "nl"), "nl"),
    **dict.fromkeys(("allemand", "germanophone", "duits", "duitstalig", "deutsch"), "de"),
    **dict.fromkeys(("anglais", "engels", "engelstalig", "english"), "en"),
}
_SMALL_WORDS = frozenset({"en", "in", "het", "version", "versie", "et", "page", "compte", "pagina"})
_REACH = 40


def languages_at(text: str, start: int, end: int) -> tuple[str, ...]:
    """The languages that the page gives an account at [start, end), in alphabetical order.

    >>> languages_at("@janeyckmans (NL + FR)", 0, 12)
    ('fr', 'nl')
    >>> languages_at("FR : @SanteBelgique", 5, 19)
    ('fr',)
    """
    behind = _BEHIND.match(text, end)
    if behind is not None:
        found = _read(behind["list"])
        if found:
            return found
    if not _OPENS.search(text, max(start - 4, 0), start):
        return ()
    before = _BEFORE.search(text, max(start - _REACH, 0), start)
    return () if before is None else _read(before["word"])


def _read(words: str) -> tuple[str, ...]:
    """The languages of a list; none where a word of it is no language."""
    languages = set()
    for word in _SEPARATOR.split(words.strip()):
        language = _CODES.get(word) or _NAMES.get(fold(word))
        if language is not None:
            languages.add(language)
        elif fold(word) not in _SMALL_WORDS:
            return ()
    return tuple(sorted(languages))
