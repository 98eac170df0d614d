"""The findings with the same words to their places: what they are about, and on which page."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from msgspec import Struct
from pyoxigraph import Literal, NamedNode

from hemicycle.site.data import Node, SiteData
from hemicycle.site.facts import file_of, own_quads, term
from hemicycle.site.naming import named
from hemicycle.site.quoted import Quote, quote

FEW = 50
KEPT = 16
_LANGUAGES = ("fr", "nl", "de", "en")
"""The languages that the words of a finding may be in; most have none."""


class FindingPlace(Struct, frozen=True):
    """One finding: what it is about, the page it was made on and the words there."""

    finding: Node
    subjects: tuple[Node, ...]
    text: Node | None
    file: str | None
    quote: Quote | None


class _Said(Struct, frozen=True):
    """What the graph of findings says of one: its subjects, and its place in a page's text."""

    subjects: tuple[str, ...]
    source: str | None
    start: int | None
    end: int | None

    @classmethod
    def of(cls, site: SiteData, finding: NamedNode) -> "_Said":
        """What is said of a finding."""
        said: dict[str, list[str]] = {}
        for quad in own_quads(site, finding):
            if isinstance(quad.object, NamedNode | Literal):
                said.setdefault(quad.predicate.value, []).append(quad.object.value)
        source, start, end = (
            next(iter(said.get(term(name).value, ())), None)
            for name in ("hc:source", "hc:start", "hc:end")
        )
        return cls(
            tuple(said.get(term("dcterms:subject").value, ())),
            source,
            None if start is None else int(start),
            None if end is None else int(end),
        )


def all_with(site: SiteData, kind: str, words: str) -> Sequence[NamedNode]:
    """The findings of a kind with these words, by their IRIs; those asked for last are kept."""
    return site.once(_kept)(kind, words)


def some_with(site: SiteData, kind: str, words: str) -> Sequence[NamedNode]:
    """Some of them, by their IRIs: all where they are few, else those that the store has first."""
    return _sorted(islice(_found(site, kind, words), FEW))


def _kept(site: SiteData) -> Callable[[str, str], Sequence[NamedNode]]:
    @lru_cache(maxsize=KEPT)
    def found(kind: str, words: str) -> Sequence[NamedNode]:
        return _sorted(_found(site, kind, words))

    return found


def _found(site: SiteData, kind: str, words: str) -> Iterator[NamedNode]:
    graph = site.mint.graph("findings")
    of_kind = site.mint.thing(f"finding/{kind}").value
    for each in (Literal(words), *(Literal(words, language=tag) for tag in _LANGUAGES)):
        for quad in site.build.store.quads_for_pattern(None, term("hc:words"), each, graph):
            thing = quad.subject
            if isinstance(thing, NamedNode) and thing.value.rpartition("-")[0] == of_kind:
                yield thing


def _sorted(found: Iterable[NamedNode]) -> Sequence[NamedNode]:
    return sorted(found, key=lambda thing: thing.value)


def finding_place(
    site: SiteData, finding: NamedNode, language: str, *, with_quote: bool
) -> FindingPlace:
    """A finding with what it is about and, where asked for, the words of its place."""
    said = _Said.of(site, finding)
    quoted = None
    start, end = said.start or 0, said.end or 0
    if with_quote and said.source and start < end:
        quoted = quote(site, said.source, start, end)
    return FindingPlace(
        finding=named(site, finding.value, language),
        subjects=tuple(named(site, subject, language) for subject in said.subjects),
        text=None if said.source is None else site.node(said.source, language),
        file=None if said.source is None else file_of(site, said.source),
        quote=quoted,
    )
