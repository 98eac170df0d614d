"""A numbered part to its places: the part has its words, the page's text has where they stand."""

from collections.abc import Iterator

from msgspec import Struct
from pyoxigraph import Store

from hemicycle.mint import Mint
from hemicycle.query import Rows, Term, Texts, internal_query, plain, run_query

Row = tuple[Term | None, ...]


class PartPlace(Struct, frozen=True, kw_only=True):
    """Where the words of a part stand on one page, in code points; `file` is the page's."""

    key: str
    file: str | None
    start: int
    end: int
    words: str


def part_places(store: Store, thing: str, pages: Texts, mint: Mint) -> Iterator[PartPlace]:
    """The places of a part's words on each page; none for what is no part.

    Words that a page has twice stand at the first place: parts follow one another.
    Raises ReadError where a page's text is missing.
    """
    for row in _rows(store, "why-parts", {"thing": thing}, mint):
        graph, words, file = (plain(cell) for cell in row)
        key = graph.rpartition("/")[2]
        start = pages.text(key).find(words)
        if start >= 0:
            yield PartPlace(
                key=key, file=file or None, start=start, end=start + len(words), words=words
            )


def mentions_within(store: Store, place: PartPlace, mint: Mint) -> Iterator[str]:
    """The IRIs of the mentions inside the words of a part."""
    bindings = {
        "text": mint.thing(f"text/{place.key}").value,
        "from": str(place.start),
        "to": str(place.end),
    }
    for (mention,) in _rows(store, "why-within", bindings, mint):
        yield plain(mention)


def _rows(store: Store, name: str, bindings: dict[str, str], mint: Mint) -> tuple[Row, ...]:
    found = run_query(store, internal_query(f"internal/{name}"), mint, bindings)
    assert isinstance(found, Rows)  # both are SELECT queries
    return found.rows
