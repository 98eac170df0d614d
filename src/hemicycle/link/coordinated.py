"""« Les SPF Emploi et Justice » to the services named without a head of their own."""

from collections.abc import Iterator, Sequence
from datetime import date

from hemicycle.link.authority import Authority
from hemicycle.link.fold import Words, vocabulary
from hemicycle.link.labels import HEADS
from hemicycle.link.named_places import go_on
from hemicycle.link.names import Branch
from hemicycle.link.places import Hit
from hemicycle.link.signs import DROPPED

_PLURAL = vocabulary("les des aux ces nos deux trois quatre")
_WRITTEN = {("services", "publics"): "spf", ("federale", "overheidsdiensten"): "fod"}
_HEAD_BEGINS = (DROPPED, *sorted({word[0] for word in (*HEADS, *(first for first, _ in _WRITTEN))}))
_AND = vocabulary("et en ou of ainsi que")
_AND_BEGINS = frozenset({" ", DROPPED, *(word[0] for word in _AND)})
"""What follows behind the blank where a name goes on with another one; « SPF X, Y » has a comma."""


def with_coordinated(
    text: str,
    found: Words,
    hits: Sequence[Hit],
    authority: Authority,
    on: date | None,
    language: str,
) -> list[Hit]:
    """Some services, and behind each plural SPF or FOD those that it goes on to name."""
    added: list[Hit] = []
    for hit in hits:
        if found.plain.startswith(_HEAD_BEGINS, hit.first) and _goes_on(text, found, hit):
            head = _plural_head(found, hit)
            if head is not None:
                added += _following(text, found, hit, authority.names[head], on, language)
    if not added:
        return list(hits)
    taken = {hit.first for hit in hits}
    fresh = [hit for hit in added if hit.first not in taken]
    return sorted((*hits, *fresh), key=lambda hit: hit.start)


def _goes_on(text: str, found: Words, hit: Hit) -> bool:
    """Whether a comma or « et » stands behind a name."""
    if text[hit.end : hit.end + 1] == ",":
        return True
    following = found.plain[hit.end + 1 : hit.end + 2]
    return following in _AND_BEGINS and found.at(found.after(hit.last)) in _AND


def _plural_head(found: Words, hit: Hit) -> str | None:
    """The acronym that heads a name in the plural: « les SPF », FOD's, « services publics … »."""
    first, second = found.at(hit.first), found.at(found.after(hit.first))
    if first in HEADS:
        is_plural = second == "s" or found.at(found.before(hit.first)) in _PLURAL
        return first if is_plural else None
    return _WRITTEN.get((first, second))


def _following(
    text: str, found: Words, hit: Hit, opened: Branch, on: date | None, language: str
) -> Iterator[Hit]:
    last: Hit | None = hit
    while last is not None:
        word = last.last
        while found.at(found.after(word)) in _AND:
            word = found.after(word)
        if word == last.last and text[last.end : last.end + 1] != ",":
            return
        last = go_on(text, found, opened, word, on, language)
        if last is not None:
            yield last
