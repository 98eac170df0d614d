"""An account in a passage to the service whose spokesperson is named as its holder."""

import re

from hemicycle.link.candidates import Candidate
from hemicycle.link.passages import Passage

_OF = r"(?:du |de la |de l'|des |van de |van het |van )"
_BEFORE = re.compile(rf"(?:porte-parole|woordvoer(?:der|ster|dster)) {_OF}")
_BEHIND = re.compile(
    r"[ )]{0,2}[ ,(]{1,2}(?:(?:le|la|de|het) )?(?:porte-parole|woordvoer(?:der|ster|dster)) " + _OF
)
_NAME = re.compile(
    r",? (?:(?:M\.|Mme|Mevr\.|[Dd]hr\.|de heer|mevrouw) )?[A-ZÀ-Þ][\w’'-]{1,30}"
    r"(?: (?:[a-z]{2,4} ){0,2}[A-ZÀ-Þ][\w’'-]{1,30}){1,3},? ?\(?(?:via |sur |op |Twitter ?: ?)?"
)
_REACH = 160


def spokesperson_of(passage: Passage, candidate: Candidate, start: int) -> str | None:
    """The service of « le porte-parole du SPF X, Jan Janssens (@x) », « @x, porte-parole du … ».

    `start` is where the account's sentence starts.
    """
    begin = max(start, candidate.start - _REACH)
    for found in _BEFORE.finditer(passage.folded, begin, candidate.start):
        for hit in passage.services.between(found.end(), found.end() + 1):
            if _NAME.fullmatch(passage.text, hit.end, candidate.start):
                return hit.path
    behind = _BEHIND.match(passage.folded, candidate.end)
    if behind is None:
        return None
    named = passage.services.between(behind.end(), behind.end() + 1)
    return named[0].path if named else None
