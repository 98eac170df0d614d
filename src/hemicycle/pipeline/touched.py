"""The pages of the last build and those of this one to the clusters that are not as they were."""

from bisect import insort
from collections.abc import Collection, Iterable, Sequence

from msgspec import Struct

from hemicycle.clusters import Tied, clusters, place
from hemicycle.pipeline.archive import Archive, members
from hemicycle.pipeline.batches import Member
from hemicycle.pipeline.kept import Before

Cluster = tuple[Member, ...]

MOST = 0.2
"""Where more of the pages than this are touched, all is built anew: it takes no longer."""


class Place(Struct, frozen=True):
    """A cluster by the keys of its pages, and its place in the last build; None for a new one."""

    pages: tuple[str, ...]
    before: int | None


class Onward(Struct, frozen=True, kw_only=True):
    """The last build to go on from: the clusters it had that are no more, and those that are new.

    `places` are all clusters there are; `gone_questions` and `new_pages` are the numbers of
    the questions of the ones, and the keys of the pages of the others, in their order.
    """

    before: Before
    gone: tuple[Cluster, ...]
    new: tuple[Cluster, ...]
    places: tuple[Place, ...]
    gone_questions: tuple[str, ...]
    new_pages: tuple[str, ...]


def onward_from(before: Before, archive: Archive) -> Onward | None:
    """What changed since the last build; None where so much did that all is built anew."""
    changed = _changed(before.archive, archive)
    places = _touched(before, archive, changed)
    gone = [_ties(before.clusters[one], before.archive) for one in sorted(places)]
    left = {page.key for ties in gone for page in ties}
    new = clusters(_ties(left | changed, archive))
    touched = sum(map(len, (*gone, *new)))
    if touched > max(MOST * len(archive.pages), 1):
        return None
    return Onward(
        before=before,
        gone=tuple(members(ties, before.archive) for ties in gone),
        new=tuple(members(ties, archive) for ties in new),
        places=_places(before, places, new, archive),
        gone_questions=tuple(dict.fromkeys(_numbers(gone))),
        new_pages=tuple(page.key for ties in new for page in ties),
    )


def _changed(old: Archive, now: Archive) -> set[str]:
    """The keys of the pages that came, went, or have other copies or older versions."""
    return {
        key
        for key in old.pages.keys() | now.pages.keys()
        if old.pages.get(key) != now.pages.get(key) or old.older.get(key) != now.older.get(key)
    }


def _touched(before: Before, archive: Archive, changed: Iterable[str]) -> set[int]:
    """The places of the last build's clusters that changed pages belonged to, or belong to now."""
    cluster_of: dict[str, int] = {}
    for number, pages in enumerate(before.clusters):
        for page in _ties(pages, before.archive):
            cluster_of[page.question] = number
            cluster_of.update(dict.fromkeys(page.others, number))
    return {
        cluster_of[question]
        for one in (before.archive, archive)
        for page in _ties(changed, one)
        for question in (page.question, *page.others)
        if question in cluster_of
    }


def _places(
    before: Before, gone: Collection[int], new: Iterable[Sequence[Tied]], archive: Archive
) -> tuple[Place, ...]:
    """The clusters that stay and the new ones, in their order: that of their first pages."""

    def order(one: Place) -> tuple[int, int, str]:
        return place(archive.pages[one.pages[0]][0].tied)

    places = [
        Place(pages, number) for number, pages in enumerate(before.clusters) if number not in gone
    ]
    for ties in new:
        insort(places, Place(tuple(page.key for page in ties), None), key=order)
    return tuple(places)


def _ties(pages: Iterable[str], archive: Archive) -> list[Tied]:
    """What ties those of some pages that an archive has, by their keys."""
    return [archive.pages[key][0].tied for key in pages if key in archive.pages]


def _numbers(found: Iterable[Sequence[Tied]]) -> Iterable[str]:
    return (page.question.partition("/")[2] for ties in found for page in ties)
