"""The names found in a text to those that count: short acronyms are often something else."""

from collections.abc import Sequence

from hemicycle.link.fold import Words, vocabulary
from hemicycle.link.places import Hit

_BOLD = vocabulary("asa cnt dav ifa ign ins isp nar nis")
_ARTICLES = vocabulary("l la le du het de")
_LISTED = 2


def certain(hits: Sequence[Hit], found: Words) -> tuple[Hit, ...]:
    """The names without the shy ones whose node the text names in no other way.

    Some need no more than an article or the name of another before: « l'ISP », « Selor, IFA ».
    """
    if True not in [hit.is_shy for hit in hits]:
        return tuple(hits)
    named = {hit.path for hit in hits if not hit.is_shy}
    return tuple(
        hit
        for number, hit in enumerate(hits)
        if not hit.is_shy
        or hit.path in named
        or _has_article(hit, found)
        or (number and hit.start - hits[number - 1].end <= _LISTED and _is_bold(hit, found))
    )


def _has_article(hit: Hit, found: Words) -> bool:
    before = found.at(found.before(hit.first))
    return _is_bold(hit, found) and before in _ARTICLES


def _is_bold(hit: Hit, found: Words) -> bool:
    return found.at(hit.first) in _BOLD
