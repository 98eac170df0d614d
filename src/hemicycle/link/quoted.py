"""The names of accounts in quotation marks: groupe Facebook « pour une administration sexy »."""

import re
from collections.abc import Iterator

from hemicycle.link.candidates import Candidate
from hemicycle.link.clauses import line_start
from hemicycle.link.passages import Passage
from hemicycle.link.phrases import Phrase, is_company_word
from hemicycle.link.places import Hit
from hemicycle.link.platforms import OTHER, PLATFORMS
from hemicycle.link.printed import called, printed

_QUOTED = re.compile(
    r"\s{0,3}(?:[«“„‘\"]\s{0,2})(?P<name>[^«»“”„‘\"\n]{2,80}?)\s{0,2}(?:[»”\"]|’(?!\w))"
)
_CALLED = re.compile(
    r"(?:\s(?:intitulée?s?|nommée?s?|dénommée?s?|appelée?s?|genaamd|sous le nom(?: de)?|"
    r"onder de naam|met (?:als|de) naam|met de titel|:)|:)?",
    re.IGNORECASE,
)
_AND = re.compile(r"\s{0,2}(?:,|et|en|&|/)\s{0,2}(?=[«“„‘\"])")
_QUOTED_BEFORE = re.compile(
    r"(?P<noun>groupes?|groep|pages?|pagina|comptes?|account)\s{1,2}[«“„‘\"]\s{0,2}"
    r"(?P<name>[^«»“”„‘\"\n]{2,80}?)\s{0,2}[»”’\"]\s{1,2}(?:sur|op)\s{1,2}$",
    re.IGNORECASE,
)
_NOUN_APART = re.compile(
    r"(?:\s?[(:,]\s?|\s)(?:(?:avec|via|dans|sous|par|met|onder|in) )?"
    r"(?:(?:les?|la|l['’]|une?|de|het|een|deux|twee) ?)?"
    r"(?P<noun>groupes?|groep(?:en)?|pages?|pagina(?:['’]s)?|comptes?|accounts?|chaînes?|"
    r"kana(?:al|len))(?= ?[«“„‘\"])",
    re.IGNORECASE,
)
_COLON = re.compile(r"\s?:(?P<noun>)(?=\s?[«“„\"][^«»“”„\"\n]{2,60}[^.!?…\s]\s?[»”\"])")
_LINKS = frozenset({"sur", "op"})


def find_quoted(passage: Passage, phrase: Phrase) -> Iterator[Candidate]:
    """Groupe Facebook « pour une administration sexy »."""
    opening = _CALLED.match(passage.text, phrase.end)
    at = phrase.end if opening is None else opening.end()
    yield from _names(passage, at, phrase.platform, phrase.kind)


def _names(passage: Passage, at: int, platform: str, kind: str) -> Iterator[Candidate]:
    """The quoted names that stand one after the other from a place on."""
    while (name := _QUOTED.match(passage.text, at)) is not None:
        if not is_company_word(name["name"]):
            quoted = printed(passage.text, *name.span("name"))
            yield called(platform, kind, quoted, "quoted-name")
        following = _AND.match(passage.text, name.end())
        if following is None:
            return
        at = following.end()


def find_quoted_apart(passage: Passage, hit: Hit) -> Iterator[Candidate]:
    """LinkedIn (groupe « Fedweb »), Facebook met de pagina "Federale Politie"."""
    noun = _NOUN_APART.match(passage.text, hit.end) or _COLON.match(passage.text, hit.end)
    if noun is None:
        return
    platform = hit.path.partition("/")[2]
    is_group = noun["noun"].lower().startswith("gro")
    kind = "group" if is_group else PLATFORMS.get(platform, OTHER).kind
    yield from _names(passage, noun.end(), platform, kind)


def find_quoted_before(passage: Passage, hit: Hit) -> Iterator[Candidate]:
    """Le groupe « Travailler demain » sur Facebook."""
    if passage.words.at(passage.words.before(hit.first)) not in _LINKS:
        return
    start = line_start(passage.text, hit.start)
    window = passage.text[max(start, hit.start - 120) : hit.start]
    if not any(sign in window for sign in '»”’"'):
        return
    name = _QUOTED_BEFORE.search(passage.text, hit.start - len(window), hit.start)
    if name is not None and not is_company_word(name["name"]):
        platform = hit.path.partition("/")[2]
        is_group = name["noun"].lower().startswith("gro")
        kind = "group" if is_group else PLATFORMS.get(platform, OTHER).kind
        yield called(platform, kind, printed(passage.text, *name.span("name")), "quoted-name")
