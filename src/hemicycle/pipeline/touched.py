"""The pages of the last build and those of this one to the clusters that are not as they were."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from hemicycle.clusters import Tied, clusters
from hemicycle.pipeline.archive import Archive, member_of
from hemicycle.pipeline.batches import Member
from hemicycle.pipeline.kept import Before

Cluster = tuple[Member, ...]

MOST = 0.2
"""Where more of the pages than this are touched, all is built anew: it takes no longer."""


class Onward(Struct, frozen=True, kw_only=True):
    """The last build to go on from: the clusters it had that are no more, and those that are new.

    `places` has, for each cluster there is, its place among those of the last build, None
    for a new one; `gone_questions` and `new_pages` are the numbers of the questions of the
    ones, and the keys of the pages of the others, in their order.
    """

    before: Before
    gone: tuple[Cluster, ...]
    new: tuple[Cluster, ...]
    places: tuple[int | None, ...]
    gone_questions: tuple[str, ...]
    new_pages: tuple[str, ...]


def onward_from(before: Before, archive: Archive) -> Onward | None:
    """What changed since the last build; None where so much did that all is built anew."""
    old, now = _clusters(before.archive), _clusters(archive)
    known = {cluster: place for place, (_, cluster) in enumerate(old)}
    places = tuple(known.get(cluster) for _, cluster in now)
    staying = set(places)
    gone = [pair for place, pair in enumerate(old) if place not in staying]
    new = [pair for pair, place in zip(now, places, strict=True) if place is None]
    touched = sum(len(cluster) for _, cluster in (*gone, *new))
    if touched > max(MOST * len(archive.pages), 1):
        return None
    return Onward(
        before=before,
        gone=tuple(cluster for _, cluster in gone),
        new=tuple(cluster for _, cluster in new),
        places=places,
        gone_questions=tuple(dict.fromkeys(_numbers(ties for ties, _ in gone))),
        new_pages=tuple(page.key for ties, _ in new for page in ties),
    )


def _clusters(archive: Archive) -> list[tuple[tuple[Tied, ...], Cluster]]:
    """Each cluster as what ties it, and as what a batch takes."""
    ties = clusters(copies[0].tied for copies in archive.pages.values())
    return [(one, tuple(member_of(page, archive) for page in one)) for one in ties]


def _numbers(found: Iterable[Sequence[Tied]]) -> Iterable[str]:
    return (page.question.partition("/")[2] for ties in found for page in ties)
