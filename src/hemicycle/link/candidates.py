"""What a passage calls an account, before its owner is known."""

from bisect import bisect_right
from collections.abc import Sequence
from urllib.parse import quote

from msgspec import Struct

from hemicycle.link.platforms import OTHER, PLATFORMS
from hemicycle.links import Basis

_CHANNEL_ID = 24


class Candidate(Struct, frozen=True, kw_only=True):
    """One account named at [start, end) of a passage.

    It has a handle, or a name, or neither. `basis` tells whether the page
    prints the platform, or the sign @ alone lets it be inferred.
    """

    start: int
    end: int
    platform: str
    kind: str
    rule: str
    basis: Basis = "printed"
    handle: str | None = None
    name: str | None = None
    url: str | None = None

    @property
    def is_named(self) -> bool:
        """Whether the page gives it a handle or a name."""
        return self.handle is not None or self.name is not None


def is_taken(taken: Sequence[Candidate], at: int) -> bool:
    """Whether a place is inside one of some candidates, which stand in the order of the text."""
    number = bisect_right(taken, at, key=lambda candidate: candidate.start)
    return number > 0 and at < taken[number - 1].end


def without_overlaps(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates in the order of the text; of two that overlap, the one given first."""
    order = {id(candidate): rank for rank, candidate in enumerate(candidates)}
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda found: (found.start, -found.end)):
        if not kept or candidate.start >= kept[-1].end:
            kept.append(candidate)
        elif order[id(candidate)] < order[id(kept[-1])]:
            kept[-1] = candidate
    return kept


def canonical(platform: str, handle: str) -> str:
    """A handle as its platform tells accounts apart, as part of a path.

    >>> canonical("facebook", "Selor.Be"), canonical("flickr", "1234@N01")
    ('selorbe', '1234%40N01')
    """
    traits = PLATFORMS.get(platform, OTHER)
    is_channel_id = platform == "youtube" and len(handle) == _CHANNEL_ID and handle.startswith("UC")
    if traits.folds and not is_channel_id:
        handle = handle.lower()
    if platform == "facebook":
        handle = handle.replace(".", "")
    return quote(handle, safe="_.~-")


def handle_url(platform: str, handle: str) -> str | None:
    """The address of a handle; None where its platform has no such form."""
    form = PLATFORMS.get(platform, OTHER).url
    return None if form is None else form.format(quote(handle, safe="_.~-"))
