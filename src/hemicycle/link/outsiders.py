"""An account in a passage to who else may hold it: a person, or somebody nobody knows."""

import re
from typing import Literal

from hemicycle.link.candidates import Candidate
from hemicycle.link.clauses import line_start
from hemicycle.link.fold import fold, vocabulary
from hemicycle.link.passages import Passage

_SPEAKS = re.compile("porte-parole|woordvoerd")
_SPOKESPERSON = re.compile(r"(?:porte-parole|woordvoerd(?:er|ster)s?)[^@.;\n]{0,60}$")
_IS_SPOKESPERSON = re.compile(
    r"[\s)]{0,2}[\s,(]{1,2}(?:(?:le|la|de|notre|onze|du|van)\s)?(?:porte-parole|woordvoerd)"
)
_PERSON = re.compile(
    r"\b(?:personnel|personnelle|persoonlijke?|ministre|minister|staatssecretaris|"
    r"secretaire d'etat|voorzitter|presidente?|directeur|directrice|administrateur|bestuurder|"
    r"mme|mevrouw|monsieur|de heer)\b[^@.;\n]{0,50}$"
)
_OF = re.compile(r"[\w'-]{2,20}(?: \w{2,12}){0,2} (?:du |de la |de l'|van de |van het )")
_BRACKETED = re.compile(
    r"(?<=[a-z'’] )(?P<name>(?!SPF|FOD|SPP|POD|FR|NL)(?:[\w-]{0,30}[A-Z]{2}[\w-]{0,30}"
    r"|[A-ZÀ-Þ][\w-]{1,30}(?: [A-ZÀ-Þ][\w-]{1,30}){1,3}))\s{0,2}\([^()\n]{0,120}$"
)
_WITHIN = vocabulary("direction directie service dienst cellule cel administration afdeling groupe")
_WINDOW, _REACH, _BESIDE = 80, 160, 15


def read_holder(
    passage: Passage, candidate: Candidate, start: int
) -> Literal["spokesperson", "person", "service"]:
    """Who holds an account, by the form of its address and the words right beside it.

    `start` is where its sentence starts.
    """
    window = passage.folded[max(start, candidate.start - _WINDOW) : candidate.start]
    behind = passage.folded[candidate.end : candidate.end + _WINDOW]
    if _SPEAKS.search(window + behind) and (
        _SPOKESPERSON.search(window) or _IS_SPOKESPERSON.match(behind)
    ):
        return "spokesperson"
    return "person" if _is_of_person(passage, candidate, window) else "service"


def _is_of_person(passage: Passage, candidate: Candidate, window: str) -> bool:
    if candidate.kind == "profile" and candidate.platform in ("linkedin", "facebook"):
        return candidate.rule == "address"
    person = _PERSON.search(window)
    if person is None:
        return False
    begin = candidate.start - len(window) + person.start()
    named = [
        hit for hit in passage.services.between(begin - _REACH, candidate.start) if hit.end > begin
    ]
    return not named or (
        _OF.fullmatch(passage.folded, begin, named[0].start) is not None
        and candidate.start - named[-1].end <= _BESIDE
    )


def is_of_foreigner(passage: Passage, candidate: Candidate) -> bool:
    """Whether it stands in brackets behind a name that no authority file knows.

    « Child Focus (www.facebook.com/childfocus) », « de VDAB (@vdab) ».
    """
    begin = max(candidate.start - _REACH, 0)
    if passage.text.rfind("(", begin, candidate.start) == -1:
        return False
    begin = max(line_start(passage.text, candidate.start), begin)
    found = _BRACKETED.search(passage.text, begin, candidate.start)
    if found is None or fold(found["name"]).split()[0] in _WITHIN:
        return False
    start, end = found.span("name")
    known = (
        *passage.services.between(start - _REACH, end),
        *passage.platforms.between(start - _REACH, end),
    )
    return not any(start < hit.end for hit in known)
