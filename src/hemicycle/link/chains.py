"""An account in a passage to where the accounts it is listed with begin: « @a et @b »."""

import re

from hemicycle.link.candidates import Candidate
from hemicycle.link.passages import Passage

_ITEM = re.compile(r"(?:@|https?://|www\.)[^\s,;()\"]{1,200}")
_JOINT = re.compile(
    r"[)\"',;]{0,3}(?:\s?\([^()\n]{1,30}\))?\s?(?:,|/|&|\+|et|en|ou|of|and|ainsi que|alsook)?\s?"
    r"(?:(?:het|de|le|la|les|un|une|een|du|d'un|d'une|van|sur|op|via|par|door|sous|als|comme|son|sa|"
    r"zijn|haar|compte|comptes|page|pages|pagina|account|accounts|profil|profiel|blog|"
    r"twitter[a-z]{0,12}|facebook[a-z]{0,12}|linkedin[a-z]{0,12}|youtube[a-z]{0,12})"
    r"[ (:]{1,2}){0,7}"
    r"[(\"]?"
)
_REACH, _LONGEST = 300, 8


def chain_start(passage: Passage, candidate: Candidate, start: int) -> int:
    """Where the first of the accounts stands that a candidate is listed with.

    No account before `start` is looked at.
    """
    begin = max(start, candidate.start - _REACH)
    first = candidate.start
    if "@" not in passage.text[begin:first] and "/" not in passage.text[begin:first]:
        return first
    items = list(_ITEM.finditer(passage.folded, begin, first))
    for item in reversed(items[-_LONGEST:]):
        if not _JOINT.fullmatch(passage.folded, item.end(), first):
            return first
        first = item.start()
    return first
