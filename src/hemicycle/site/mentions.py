"""A page's key to the places in its text that name something."""

from collections.abc import Iterator, Mapping

from msgspec import Struct
from pyoxigraph import Literal, NamedNode

from hemicycle.mention_names import read_mention_name
from hemicycle.site.data import SiteData
from hemicycle.site.facts import code, term


class Mention(Struct, frozen=True):
    """One place, [start, end) of the page's text in code points; `body` is what it names."""

    kind: str
    body: str
    key: str
    start: int
    end: int
    exact: str
    rule: str | None
    basis: str | None

    @property
    def place(self) -> str:
        """The name of the place on the page about the text."""
        return f"c{self.start}-{self.end}"


def page_mentions(site: SiteData, key: str) -> tuple[Mention, ...]:
    """Every mention of a page in reading order, the longer first.

    Its place and kind are in a mention's name (`mention/{page}-{start}-{end}-{kind}`), its
    words in the text: a page has dozens, and each property is a look at the store.
    """
    rules, bases = _said(site, key, "hc:rule"), _said(site, key, "hc:basis")
    text = site.page_text(key)
    found = []
    for iri, body in _said(site, key, "hc:body").items():
        name = read_mention_name(iri)
        if name is not None:
            start, end, basis = name.start, name.end, code(bases.get(iri))
            words = text[start:end]
            found.append(Mention(name.kind, body, key, start, end, words, rules.get(iri), basis))
    return tuple(sorted(found, key=_reading_order))


def _said(site: SiteData, key: str, curie: str) -> Mapping[str, str]:
    """What the graph of a page says by one property, the first of several values."""
    return dict(sorted(_quads(site, key, curie), reverse=True))


def _quads(site: SiteData, key: str, curie: str) -> Iterator[tuple[str, str]]:
    graph = site.mint.graph(f"page/{key}")
    for quad in site.build.store.quads_for_pattern(None, term(curie), None, graph):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            yield quad.subject.value, quad.object.value


def _reading_order(mention: Mention) -> tuple[int, int, str, str]:
    return mention.start, -mention.end, mention.kind, mention.body
