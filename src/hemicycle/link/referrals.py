"""An answer's text to the places where it refers elsewhere, or says that another is competent."""

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

_LONGEST = 240
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


def find_referrals(text: str) -> Iterator[Referral]:
    """Each place where an answer refers to another one or to another's competence, in order.

    >>> text = "Je renvoie à la réponse à la question n° 5-8905. Merci."
    >>> [text[found.start : found.end] for found in find_referrals(text)]
    ['renvoie à la réponse à la question n° 5-8905']
    >>> [found.rule for found in find_referrals("Dit valt niet onder mijn bevoegdheid.")]
    ['not-competent']
    """
    end = 0
    for found in sorted((*_references(text), *_incompetences(text)), key=_place):
        if found.start >= end:
            yield found
            end = found.end


def _references(text: str) -> Iterator[Referral]:
    for start, end in _sentences(text, _REFERS):
        named = _TO_ANSWER.search(text, start, end)
        if named and not _WITHIN.search(text, start, end):
            yield Referral("refers-elsewhere", start, end)


def _incompetences(text: str) -> Iterator[Referral]:
    for start, end in _sentences(text, _NOT_COMPETENT):
        yield Referral("not-competent", start, end)


def _sentences(text: str, words: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """From each first place of some words in a sentence to the sentence's end."""
    at = 0
    while found := words.search(text, at):
        at = _sentence_end(text, found.end())
        yield found.start(), at


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
