"""Pages' keys to the texts that were published with the graph, read when they are asked for."""

from collections.abc import Iterator, Sequence

from pyoxigraph import Literal, NamedNode

from hemicycle.errors import EndpointError, ReadError
from hemicycle.mint import Mint
from hemicycle.query import Place
from hemicycle.query.quotes import sentence_around
from hemicycle.remote.endpoint import Endpoint
from hemicycle.remote.graphs import text_graph
from hemicycle.remote.memory import Memory
from hemicycle.remote.published import solutions

_PAGES = 50
"""How many texts one request asks for."""

_KEPT = 64
_SUFFIX = ".txt"


class PublishedText:
    """One page's text as a file is read."""

    def __init__(self, texts: "PublishedTexts", name: str) -> None:
        self._texts, self._name = texts, name

    def __str__(self) -> str:
        return f"{self._texts.endpoint.name}: {self._name}"

    def read_bytes(self) -> bytes:
        """The text in UTF-8; raises FileNotFoundError where it was not published."""
        found = self._texts.text(self._name.removesuffix(_SUFFIX))
        if found is None:
            raise FileNotFoundError("it was not published")
        return found.encode()


class PublishedTexts:
    """The texts of a published build; `texts / "KEY.txt"` is one, as in a build's folder."""

    def __init__(self, endpoint: Endpoint, mint: Mint) -> None:
        self.endpoint = endpoint
        self._mint = mint
        self._kept: Memory[str, str] = Memory(_KEPT)

    def __truediv__(self, name: str) -> PublishedText:
        return PublishedText(self, name)

    def text(self, key: str) -> str | None:
        """The text of a page by its key, None where it was not published."""
        if not (key.isascii() and key.isalnum()):
            return None
        return self._of([key]).get(key)

    def quotes(self, places: Sequence[Place]) -> list[Literal | None]:
        """The sentence at each place, None where there is no place.

        Raises ReadError where the text has no such place, or was not published.
        """
        found: list[Literal | None] = []
        for at in range(0, len(places), _PAGES):
            some = places[at : at + _PAGES]
            keys = [key for place in some if (key := _key(place)) is not None]
            texts = self._of(list(dict.fromkeys(keys)))
            found += [self._quote(texts, place) for place in some]
        return found

    def _quote(self, texts: dict[str, str], place: Place) -> Literal | None:
        key = _key(place)
        if key is None:
            return None
        _, start, end = (int(term.value) if isinstance(term, Literal) else 0 for term in place)
        text = texts.get(key, "")
        if not 0 <= start < end <= len(text):
            raise ReadError(
                f"the text of page {key} has no characters {start} to {end}",
                file=self.endpoint.name,
                remedy="publish again: graph and texts together",
            )
        first, last = sentence_around(text, start, end)
        return Literal(" ".join(text[first:last].split()))

    def _of(self, keys: Sequence[str]) -> dict[str, str]:
        found = {key: text for key in keys if (text := self._kept.get(key)) is not None}
        missing = [key for key in keys if key not in found]
        if missing:
            for key, text in self._read(missing):
                found[key] = text
                self._kept.put(key, text)
        return found

    def _read(self, keys: Sequence[str]) -> Iterator[tuple[str, str]]:
        graphs = list(dict.fromkeys(text_graph(key, self._mint) for key in keys))
        values = {"page": [self._mint.thing(f"text/{key}") for key in keys]}
        for row in solutions(self.endpoint, "texts", self._mint, graphs, values=values):
            page, words = row["page"], row["words"]
            if not (isinstance(page, NamedNode) and isinstance(words, Literal)):
                raise EndpointError("answers with what is no text", file=self.endpoint.name)
            yield page.value.rpartition("/")[2], words.value


def _key(place: Place) -> str | None:
    """The key of the page that a place is on; None where it is no place."""
    source, start, end = place
    if not (isinstance(start, Literal) and isinstance(end, Literal)):
        return None
    return source.value.rpartition("/")[2] if isinstance(source, NamedNode) else None
