"""A thing to its texts by language, each with what is named in it on the page it stands on."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from msgspec import Struct
from pyoxigraph import Literal, NamedNode

from hemicycle.site.data import SiteData
from hemicycle.site.facts import term
from hemicycle.site.marked import Paragraph, paragraphs
from hemicycle.site.mentions import Mention, page_mentions

_TEXT = term("schema:text")


class Column(Struct, frozen=True):
    """One text in one language; `others` are its wordings on other pages."""

    language: str
    paragraphs: tuple[Paragraph, ...]
    others: tuple[tuple[Paragraph, ...], ...] = ()


class Placed:
    """The texts of things, with marks where their page names something, unless none are wanted."""

    def __init__(self, site: SiteData, keys: Iterable[str], *, is_marked: bool = True) -> None:
        """The texts that stand on the pages with these keys."""
        self._site = site
        self._is_marked = is_marked
        self._keys = sorted(keys)
        self.mentions = lru_cache(maxsize=64)(self._mentions)

    def columns(self, thing: NamedNode, language: str) -> tuple[Column, ...]:
        """The texts of a thing by language, that of the page first."""
        wordings: dict[str, list[tuple[Paragraph, ...]]] = {}
        for words, keys in sorted(self._texts(thing).items(), key=_by_page):
            wordings.setdefault(words.language or "", []).append(self._marked(words.value, keys))
        order = sorted(wordings, key=lambda tag: (tag != language, tag))
        return tuple(Column(tag, wordings[tag][0], tuple(wordings[tag][1:])) for tag in order)

    def column(self, thing: NamedNode, language: str) -> Column | None:
        """The text of a thing in the language, else in another; None where it has none."""
        return next(iter(self.columns(thing, language)), None)

    def _texts(self, thing: NamedNode) -> Mapping[Literal, list[str]]:
        """Each wording with the keys of the pages that have it."""
        found: dict[Literal, list[str]] = {}
        for key in self._keys:
            graph = self._site.mint.graph(f"page/{key}")
            for quad in self._site.build.store.quads_for_pattern(thing, _TEXT, None, graph):
                if isinstance(quad.object, Literal):
                    found.setdefault(quad.object, []).append(key)
        return found

    def _marked(self, words: str, keys: Iterable[str]) -> tuple[Paragraph, ...]:
        if not self._is_marked:
            return paragraphs(words, 0, ())
        key = next(iter(keys))
        start = self._site.page_text(key).find(words)
        return paragraphs(words, max(start, 0), self.mentions(key) if start >= 0 else ())

    def _mentions(self, key: str) -> tuple[Mention, ...]:
        return page_mentions(self._site, key)


def _by_page(entry: tuple[Literal, list[str]]) -> tuple[str, list[str], str]:
    words, keys = entry
    return words.language or "", keys, words.value
