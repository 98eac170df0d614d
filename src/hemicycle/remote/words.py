"""Places in pages to the words that stand there, as the mentions have them."""

from collections.abc import Iterator, Sequence

from pyoxigraph import Literal, NamedNode

from hemicycle.mint import Mint
from hemicycle.query import Place
from hemicycle.remote.endpoint import Endpoint
from hemicycle.remote.published import MERGE, solutions

_PAGES = 50
"""How many pages' mentions one request asks for."""

_Key = tuple[str, ...]


class Words:
    """The words of mentions, by the text of the page and the offsets they stand at."""

    def __init__(self, endpoint: Endpoint, mint: Mint) -> None:
        self._endpoint = endpoint
        self._mint = mint

    def quotes(self, places: Sequence[Place]) -> list[Literal | None]:
        """The words at each place, None where no mention stands."""
        pages = [place[0] for place in places if isinstance(place[0], NamedNode)]
        wanted = list(dict.fromkeys(pages))
        known: dict[_Key, Literal] = {}
        for at in range(0, len(wanted), _PAGES):
            known.update(self._words(wanted[at : at + _PAGES]))
        return [known.get(_key(place)) for place in places]

    def _words(self, pages: Sequence[NamedNode]) -> Iterator[tuple[_Key, Literal]]:
        merge = (self._mint.graph(MERGE),)
        values = {"source": pages}
        for row in solutions(self._endpoint, "words", self._mint, merge, values=values):
            words = row["words"]
            if isinstance(words, Literal):
                yield _key([row["source"], row["start"], row["end"]]), Literal(words.value)


def _key(place: Place) -> _Key:
    """A place in words: numbers come back with the type that a server gives them."""
    return tuple(term.value if isinstance(term, NamedNode | Literal) else "" for term in place)
