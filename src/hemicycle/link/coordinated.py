"""« Les SPF Emploi et Justice » to the services named without a head of their own."""

from collections.abc import Iterator, Sequence
from datetime import date

from hemicycle.link.authority import Authority
from hemicycle.link.fold import Words, vocabulary
from hemicycle.link.labels import HEADS
from hemicycle.link.names import Branch, go_on
from hemicycle.link.places import Hit

_PLURAL = vocabulary("les des aux ces nos deux trois quatre")
_WRITTEN = {("services", "publics"): "spf", ("federale", "overheidsdiensten"): "fod"}
_AND = vocabulary("et en ou of ainsi que")


def with_coordinated(
    text: str,
    found: Words,
    hits: Sequence[Hit],
    authority: Authority,
    on: date | None,
    language: str,
) -> tuple[Hit, ...]:
    """Some services, and behind each plural SPF or FOD those that it goes on to name."""
    added = [
        more
        for hit in hits
        if (head := _plural_head(found, hit)) is not None
        for more in _following(text, found, hit, authority.names[head], on, language)
    ]
    if not added:
        return tuple(hits)
    taken = {hit.first for hit in hits}
    fresh = [hit for hit in added if hit.first not in taken]
    return tuple(sorted((*hits, *fresh), key=lambda hit: hit.start))


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
