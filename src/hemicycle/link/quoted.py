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
    r"onder de naam|met (?:als|de) naam|met de titel|:))?",
    re.IGNORECASE,
)
_AND = re.compile(r"\s{0,2}(?:,|et|en|&|/)\s{0,2}(?=[«“„‘\"])")
_QUOTED_BEFORE = re.compile(
    r"(?P<noun>groupes?|groep|pages?|pagina|comptes?|account)\s{1,2}[«“„‘\"]\s{0,2}"
    r"(?P<name>[^«»“”„‘\"\n]{2,80}?)\s{0,2}[»”’\"]\s{1,2}(?:sur|op)\s{1,2}$",
    re.IGNORECASE,
)
_LINKS = frozenset({"sur", "op"})


def find_quoted(passage: Passage, phrase: Phrase) -> Iterator[Candidate]:
    """Groupe Facebook « pour une administration sexy »."""
    opening = _CALLED.match(passage.text, phrase.end)
    at = phrase.end if opening is None else opening.end()
    while (name := _QUOTED.match(passage.text, at)) is not None:
        if not is_company_word(name["name"]):
            yield called(
                phrase.platform,
                phrase.kind,
                printed(passage.text, *name.span("name")),
                "quoted-name",
            )
        following = _AND.match(passage.text, name.end())
        if following is None:
            return
        at = following.end()


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
