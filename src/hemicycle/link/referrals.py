"""An answer's text to the places where it refers elsewhere, or says that another is competent."""

import re
from collections.abc import Container, Iterator
from typing import Literal

from msgspec import Struct

from hemicycle.link.fold import fold, starts_of, vocabulary, words

_LONGEST = 240
REFERRING = vocabulary(
    "renvoie renvoyer renvoyons renvoye renvoyee renvoyes renvoyees refere referons referer voir "
    "verwijs verwijst verwijzen verwezen zie"
)
"""The words of _REFERS, folded: what has none of them refers to nothing."""

_REFERRING = tuple(sorted(REFERRING))
_COMPETENCE = ("competen", "attribution", "bevoegd")
_BEFORE, _BEHIND = 120, 60
"""How far before and behind its own word a statement of _NOT_COMPETENT can run, in signs."""

_REFERS = re.compile(
    r"\b(?:renvoie|renvoyer|renvoyons|renvoyé(?:e|s|es)?|réfère|référons|référer|voir"
    r"|verwijs|verwijst|verwijzen|verwezen|zie)\b",
    re.IGNORECASE,
)
_TO_ANSWER = re.compile(
    r"\b(?:réponses?|antwoord(?:en)?)\b"
    r"|\b(?:à|au|naar)\s+(?:(?:la|de|het|mon|ma|mijn)\s+)?(?:vice-?\s?)?(?:premi\w+\s+)?"
    r"(?:collègue|ministre|secrétaire\s+d|collega|minister|staatssecretaris|eersteminister)",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\b(?:réponses?|antwoord(?:en)?)\s+(?:(?:donnée|fournie|gegeven)\s+)?"
    r"(?:(?:à|aux|au|sur|sous|op|bij|onder|la|les|le|de|het|sub)\s+){0,3}"
    r"(?:(?:sous-)?questions?|points?|(?:deel)?vra(?:ag|gen)|punt(?:en)?)?\s*(?:n[°ºr]\.?\s*)?"
    r"(?:\d{1,2}(?![\d-])|[a-h]\)|précédente|ci-dessus|supra|hierboven|vorige|voorgaande)"
    r"|\b(?:ci-dessus|ci-dessous|supra|infra|hierboven|hieronder)\b",
    re.IGNORECASE,
)
"""What stands in the same answer: `voir la réponse à la question 1`, `zie antwoord 2`."""

_NOT_COMPETENT = re.compile(
    r"\bn['’]est\s+pas\s+de\s+ma\s+compétence"
    r"|\bn['’]entre(?:nt)?\s+pas\s+dans\s+(?:mes\s+attributions|mes\s+compétences|ma\s+compétence)"
    r"|\bne\s+(?:relève(?:nt)?|ressorti(?:t|ssent)|ressort(?:ent)?)\s+pas\s+(?:de|à)\s+m(?:a|es)\s+"
    r"(?:compétences?|attributions?)"
    r"|\b(?:relève(?:nt)?|ressorti(?:t|ssent)|ressort(?:ent)?)\s+(?:exclusivement\s+|entièrement\s+)?"
    r"(?:de|à)\s+la\s+(?:seule\s+)?compétence\s+(?:exclusive\s+)?(?:du|des|de|d['’])"
    r"|\bne\s+suis\s+pas\s+compétente?\b"
    r"|\bniet\s+(?:onder|tot|binnen)\s+mijn\s+bevoegdhe(?:id|den)"
    r"|\b(?:valt|vallen|behoort|behoren|ressorteert|ressorteren)\s+(?:volledig\s+|uitsluitend\s+)?"
    r"(?:onder|tot)\s+de\s+(?:exclusieve\s+)?bevoegdhe(?:id|den)\s+van"
    r"|\b(?:ben\s+(?:ik\s+)?(?:hiervoor\s+|daarvoor\s+)?|ik\s+ben\s+(?:hiervoor\s+|daarvoor\s+)?)"
    r"niet\s+bevoegd",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<!\bn)(?<!\bnr)(?<!\bnrs)(?<!\bblz)[.!?](?=\s|$)|\n")


class Referral(Struct, frozen=True):
    """Words at [start, end) of an answer that lead the reader elsewhere."""

    rule: Literal["refers-elsewhere", "not-competent"]
    start: int
    end: int


def find_referrals(
    text: str, folded: str | None = None, known: Container[str] | None = None
) -> Iterator[Referral]:
    """Each place where an answer refers to another one or to another's competence, in order.

    `folded` is the folded text, `known` those words of it that are in REFERRING; both are made
    of the text where they are not given.

    >>> text = "Je renvoie à la réponse à la question n° 5-8905. Merci."
    >>> [text[found.start : found.end] for found in find_referrals(text)]
    ['renvoie à la réponse à la question n° 5-8905']
    >>> [found.rule for found in find_referrals("Dit valt niet onder mijn bevoegdheid.")]
    ['not-competent']
    """
    folded = fold(text) if folded is None else folded
    known = words(folded, REFERRING).known if known is None else known
    found = [*_references(text, folded, known), *_incompetences(text, folded)]
    end = 0
    for referral in sorted(found, key=_place) if len(found) > 1 else found:
        if referral.start >= end:
            yield referral
            end = referral.end


def _references(text: str, folded: str, known: Container[str]) -> Iterator[Referral]:
    places = [place for word in _REFERRING if word in known for place in starts_of(word, folded)]
    end = 0
    for start in sorted(places):
        found = _REFERS.match(text, start) if start >= end else None
        if found is not None:
            end = _sentence_end(text, found.end())
            named = _TO_ANSWER.search(text, start, end)
            if named and not _WITHIN.search(text, start, end):
                yield Referral("refers-elsewhere", start, end)


def _incompetences(text: str, folded: str) -> Iterator[Referral]:
    begin = end = 0
    for at in _places_of_competence(folded):
        found = _NOT_COMPETENT.search(text, max(begin, end, at - _BEFORE), at + _BEHIND)
        begin = at
        if found is not None:
            end = _sentence_end(text, found.end())
            yield Referral("not-competent", found.start(), end)


def _places_of_competence(folded: str) -> list[int]:
    """Where words stand without which nobody says that he is not competent."""
    return sorted(place for stem in _COMPETENCE for place in starts_of(stem, folded))


def _sentence_end(text: str, start: int) -> int:
    """Where the sentence ends, `_LONGEST` code points on at the latest, without blanks."""
    limit = min(start + _LONGEST, len(text))
    found = _SENTENCE_END.search(text, start, limit)
    end = found.start() if found else limit
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _place(found: Referral) -> tuple[int, int]:
    return found.start, -found.end
