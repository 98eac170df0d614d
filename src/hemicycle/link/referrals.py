"""An answer's text to the places where it refers elsewhere, or says that another is competent."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from hemicycle.link.fold import vocabulary

_LONGEST = 240
REFERRING = vocabulary(
    "renvoie renvoyer renvoyons renvoye renvoyee renvoyes renvoyees refere referons referer voir "
    "verwijs verwijst verwijzen verwezen zie"
)
"""The words of _REFERS, folded: what has none of them refers to nothing."""

COMPETENCE = ("competen", "attribution", "bevoegd")
"""What stands, folded, in all words by which somebody says that he is not competent."""

_BEFORE, _BEHIND, _LONGEST_STEM = 120, 60, 9
"""How far before and behind its own word a statement of _NOT_COMPETENT can run, in signs."""

_REFERS = re.compile(
    r"\b(?:renvoie|renvoyer|renvoyons|renvoyé(?:e|s|es)?|réfère|référons|référer|voir"
    r"|verwijs|verwijst|verwijzen|verwezen|zie)\b",
    re.IGNORECASE,
)
_TO_ANSWER = re.compile(
    r"[rRaAàÀnN](?<!\w.)(?i:(?<=r)éponses?\b|(?<=a)ntwoord(?:en)?\b"
    r"|(?:(?<=à)|(?<=a)u|(?<=n)aar)\s+(?:(?:la|de|het|mon|ma|mijn)\s+)?(?:vice-?\s?)?(?:premi\w+\s+)?"
    r"(?:collègue|ministre|secrétaire\s+d|collega|minister|staatssecretaris|eersteminister))"
)
"""« réponse », « antwoord », or « au ministre », « naar mijn collega »: by their first letter,
as regular expressions are fast that begin with a letter of few."""

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
_LED = {
    **dict.fromkeys(("ma", "mes", "la", "seule", "pas"), ""),
    **dict.fromkeys(("mijn", "de", "exclusieve"), "bevoegdhe"),
    "niet": "bevoegd",
}
"""The words of which one stands before each word of COMPETENCE in _NOT_COMPETENT, and how this
begins then."""

_SENTENCE_END = re.compile(r"[.!?\n](?:(?<=\n)|(?<!\bn.)(?<!\bnr.)(?<!\bnrs.)(?<!\bblz.)(?=\s|$))")


class Referral(Struct, frozen=True):
    """Words at [start, end) of an answer that lead the reader elsewhere."""

    rule: Literal["refers-elsewhere", "not-competent"]
    start: int
    end: int


def find_referrals(
    text: str, referring: Sequence[int], competence: Sequence[int]
) -> Iterator[Referral]:
    """Each place where an answer refers to another one or to another's competence, in order.

    `referring` are places in the text's order, among them each word of REFERRING;
    `competence` those of COMPETENCE.

    >>> text = "Je renvoie à la réponse à la question n° 5-8905. Merci."
    >>> [text[found.start : found.end] for found in find_referrals(text, [3], [])]
    ['renvoie à la réponse à la question n° 5-8905']
    >>> text = "Dit valt niet onder mijn bevoegdheid."
    >>> [found.rule for found in find_referrals(text, [], [25])]
    ['not-competent']
    """
    if not referring and not competence:
        return
    found = [*_references(text, referring), *_incompetences(text, competence)]
    end = 0
    for referral in sorted(found, key=_place):
        if referral.start >= end:
            yield referral
            end = referral.end


def _references(text: str, places: Sequence[int]) -> Iterator[Referral]:
    end = 0
    for start in places:
        found = _REFERS.match(text, start) if start >= end else None
        if found is not None:
            end = _sentence_end(text, found.end())
            named = _TO_ANSWER.search(text, start, end)
            if named and not _WITHIN.search(text, start, end):
                yield Referral("refers-elsewhere", start, end)


def _incompetences(text: str, places: Sequence[int]) -> Iterator[Referral]:
    begin = end = 0
    for at in places:
        start, begin = max(begin, end, at - _BEFORE), at
        if not _is_led(text, start, at):
            continue
        found = _NOT_COMPETENT.search(text, start, at + _BEHIND)
        if found is not None:
            end = _sentence_end(text, found.end())
            yield Referral("not-competent", found.start(), end)


def _is_led(text: str, start: int, at: int) -> bool:
    """Whether a word stands before a place that a denial of competence needs there."""
    before = text[start:at].rsplit(None, 1)
    begins = _LED.get(before[-1].lower()) if before else None
    return begins is not None and text[at : at + _LONGEST_STEM].lower().startswith(begins)


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
