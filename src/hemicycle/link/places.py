"""Where in a text which nodes are named."""

from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct


class Hit(Struct, frozen=True, gc=False):
    """A name at [start, end) of a text, which are its words `first` to `last` (see `Words`).

    A shy one counts only beside others of its node; a local one is in no authority file.
    """

    path: str
    start: int
    end: int
    first: int
    last: int
    is_shy: bool = False
    is_local: bool = False


class Places(Struct, frozen=True, gc=False):
    """Some names in the order of the text, and where each starts."""

    hits: tuple[Hit, ...]
    starts: list[int]

    @property
    def only(self) -> str | None:
        """The one node that all of them name; None where they name several or none."""
        paths = {hit.path for hit in self.hits}
        return paths.pop() if len(paths) == 1 else None

    def between(self, start: int, end: int) -> tuple[Hit, ...]:
        """Those that start in [start, end)."""
        first = bisect_left(self.starts, start)
        return self.hits[first : bisect_left(self.starts, end, first)]


NOWHERE = Places((), [])


def places(hits: Sequence[Hit]) -> Places:
    """Some names, which stand in the order of the text, to be looked up by place."""
    return Places(tuple(hits), [hit.start for hit in hits]) if hits else NOWHERE


class Hits(Struct, frozen=True):
    """The names of a text, and the words that open a name and go on as none, by their starts."""

    hits: tuple[Hit, ...]
    unknown: Sequence[int]
