"""A name of a service that may be part of a minister's title instead."""

from hemicycle.link.fold import Words, vocabulary
from hemicycle.link.labels import HEADS
from hemicycle.link.places import Hit

_CONNECTORS = vocabulary(
    "de des du la le les l d et van voor en het a au aux met ainsi que charge chargee belast"
)
_OFFICES = vocabulary(
    "ministre ministres minister ministers secretaire secretaires staatssecretaris "
    "staatssecretarissen commission commissie comite"
)
_COUNCILS = vocabulary("conseil raad")
_HEADED = tuple(f"{head} " for head in HEADS)
_REACH, _SHORT = 15, 2


def is_portfolio(text: str, found: Words, hit: Hit) -> bool:
    """Whether a short name stands in a title: « ministre de la Défense ».

    Acronyms and names that open with SPF, FOD … never do.
    """
    plain = found.plain
    if plain.startswith(_HEADED, hit.first) or plain.count(" ", hit.first, hit.last) >= _SHORT:
        return False
    if text[hit.start : hit.end].isupper() or found.at(hit.first) in HEADS:
        return False
    word = hit.first
    for _ in range(_REACH):
        word = found.before(word)
        if word < 0 or "\n" in text[found.end(word) : found.end(word) + 2]:
            return False
        said = found.at(word)
        if said in _OFFICES:
            return not _is_council(found, word)
        if said not in _CONNECTORS and not text[word].isupper():
            return False
    return False


def _is_council(found: Words, ministers: int) -> bool:
    """Whether the ministers are the council of them, which has no portfolio."""
    return found.at(found.before(found.before(ministers))) in _COUNCILS
