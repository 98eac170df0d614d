"""What `read` hands to `parse`: one page's text, and where it came from."""

from msgspec import Struct

PAGE_KEY_DIGITS = 16
"""How many hexadecimal digits of the SHA-256 name a page in the graph."""


class Repair(Struct, frozen=True, array_like=True):
    """One word whose damaged characters were mended.

    `start` is the offset of the mended word in the page's text, in code points.
    """

    start: int
    damaged: str
    mended: str


class Source(Struct, frozen=True, kw_only=True):
    """Where a page came from.

    `file` is relative to the path the user gave; `retrieved_at` is printed as
    index.jsonl gives it; `encoding` is the one the bytes were decoded with.
    """

    file: str
    url: str | None
    retrieved_at: str | None
    sha256: str
    encoding: str
    repairs: tuple[Repair, ...] = ()

    @property
    def key(self) -> str:
        """The page's name in the graph: the first digits of its hash."""
        return self.sha256[:PAGE_KEY_DIGITS]


class Page(Struct, frozen=True, kw_only=True):
    """One page as it is read: decoded, repaired, line ends as a single newline.

    All offsets anywhere in Hemicycle count Unicode code points of `text`. Where
    the markup keeps cells of one table row apart, a tab stands between them.
    """

    text: str
    source: Source
