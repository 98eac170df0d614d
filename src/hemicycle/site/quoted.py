"""A place in a page's text to the sentence it stands in, cut into before, words and after."""

from msgspec import Struct

from hemicycle.errors import ReadError
from hemicycle.query.quotes import sentence_around
from hemicycle.site.data import SiteData
from hemicycle.site.facts import code

BESIDE = 160
"""How many characters of a long sentence are shown on each side."""


class Quote(Struct, frozen=True):
    """The words of a place with what stands around them; `line` counts from 1."""

    before: str
    words: str
    after: str
    line: int


def quote(site: SiteData, source: str, start: int, end: int) -> Quote:
    """The sentence or sentences around [start, end) of a page's text, in code points.

    `source` is the IRI of the text. Raises ReadError where the text is not there, or has no
    such place.
    """
    key = code(source) or ""
    text = site.page_text(key)
    if not 0 <= start < end <= len(text):
        raise ReadError(
            f"page {key} has no characters {start} to {end}",
            remedy="build graph and texts together",
        )
    begin, finish = sentence_around(text, start, end)
    return Quote(
        before=_last(_folded(text[begin:start])),
        words=" ".join(text[start:end].split()),
        after=_first(_folded(text[end:finish]).rstrip()),
        line=text.count("\n", 0, start) + 1,
    )


def _folded(text: str) -> str:
    """White space folded; what stands between words and the place's own stays one space.

    >>> _folded("  voir   le "), _folded(", suite")
    (' voir le ', ', suite')
    """
    folded = " ".join(text.split())
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and folded else ""
    return f"{before}{folded}{after}"


def _last(text: str) -> str:
    if len(text) <= BESIDE:
        return text.lstrip()
    return f"… {text[-BESIDE:].partition(' ')[2]}"


def _first(text: str) -> str:
    if len(text) <= BESIDE:
        return text
    return f"{text[:BESIDE].rpartition(' ')[0]} …"
