"""An account in a passage to who holds it: a service, its spokesperson or somebody else."""

import re
from functools import lru_cache
from typing import Literal

from hemicycle.link.bearers import bears_name
from hemicycle.link.candidates import Candidate
from hemicycle.link.passages import Passage
from hemicycle.link.persons import is_own, is_person, is_person_behind

_SPEAKS = re.compile("porte-parole|woordvoer")
_SPOKESPERSON = re.compile(
    r"(?:porte-parole|woordvoer(?:der|ster|dster)s?)"
    r"(?P<of> (?:du |de la |de l'|des |van de |van het |van ))?"
    r"(?:[^@.;\n]|\b(?:m|mm|mme|dhr)\.){0,120}$"
)
_SPOKESPEOPLE = re.compile(
    r"(?:porte-parole|woordvoer(?:der|ster|dster)s) [^.;\n]{0,90}\) (?:en|et) "
    r"(?:van |du |de la |de l'|de )[^@.;\n]{0,60}$"
)
"""« woordvoerders van de NMBS (@a) en van Infrabel (@b) »."""
_IS_SPOKESPERSON = re.compile(
    r"[ )]{0,2}[ ,(]{1,2}(?:(?:le|la|de|notre|onze|du|van) )?(?:porte-parole|woordvoer)"
)
_FALSE = re.compile(
    r"\b(?:faux|fausse|vals|valse|fake|nep\w{0,10}|parodi\w{1,8}|pirate\w{0,3}|frauduleux|"
    r"usurp\w{1,8}|imitat\w{1,8}|malveillan\w{1,4}|kwaadwillig\w{0,2})\b[^.;\n]{0,80}$"
)
_IS_FALSE = re.compile(
    r"[^.;\n]{0,40}\b(?:se fai(?:t|sait|sant) passer|usurp\w{1,8}|zich (?:uit|voor)|voordeed|"
    r"uitgaf|n'est pas (?:un compte )?officiel|is geen officieel|niet officieel|n'emane pas|"
    r"n'est pas (?:gere|celui)|gaat niet uit|niet uitgaat|niet beheerd|niet van de|"
    r"ne provient pas|geen account van|niet door de|phishing|oplichting|escroquerie|"
    r"(?:par|door) (?:des |un |une |een |de )?(?:citoyen|burger|tiers|derden|inconnu|onbekende))"
)
_WINDOW, _FAR = 80, 160

Holder = Literal["spokesperson", "person", "nobody", "service"]
"""Of a person's account the name may still be a service's; of nobody's and a false one's not."""


def read_holder(passage: Passage, candidate: Candidate, start: int, begin: int) -> Holder:
    """Who holds an account, by the form of its address and the words right beside it.

    `start` is where its sentence starts, `begin` where the accounts do that it is
    listed with: in « @a et @b » both are whose the words before @a say.
    """
    far = passage.folded[max(start, begin - _FAR) : begin]
    if is_own(far) or _is_false(passage, candidate, far):
        return "nobody"
    if (is_spokesperson := _is_spokesperson(passage, candidate, far, begin)) is not None:
        return "spokesperson" if is_spokesperson else "person"
    if _is_profile(candidate) or bears_name(passage, candidate, start):
        return "nobody"
    if is_person(passage, far, begin) or is_person_behind(passage, candidate):
        return "person"
    return "service"


def _is_spokesperson(passage: Passage, candidate: Candidate, far: str, begin: int) -> bool | None:
    """Whether it is the account of a service's spokesperson; None where none is spoken of."""
    behind = passage.folded[candidate.end : candidate.end + _WINDOW]
    if not _SPEAKS.search(far + behind):
        return None
    found = _SPOKESPERSON.search(far)
    if found is None and _SPOKESPEOPLE.search(far):
        return True
    if found is None:
        return True if _IS_SPOKESPERSON.match(behind) else None
    if found["of"] is None:
        return True
    whose = begin - len(far) + found.end("of")
    return bool(passage.services.between(whose, whose + 1)) or found["of"].strip() in ("de", "van")


def _is_false(passage: Passage, candidate: Candidate, far: str) -> bool:
    """« un faux compte, @x », « @x, qui n'émane pas de mon département »."""
    return _says_false(far) or _IS_FALSE.match(passage.folded, candidate.end) is not None


@lru_cache(maxsize=8)  # the accounts of a list have the same words before them
def _says_false(far: str) -> bool:
    return _FALSE.search(far) is not None


def _is_profile(candidate: Candidate) -> bool:
    """Whether it is the address of a person on LinkedIn."""
    is_profile = candidate.platform == "linkedin" and candidate.kind == "profile"
    return is_profile and candidate.rule == "address"
