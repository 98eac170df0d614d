"""Labels that have a language, of posts and keywords, to the nodes they name."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from msgspec import Struct

from hemicycle.link.authority import Authority
from hemicycle.link.corrections import legislature_of
from hemicycle.link.found import Found
from hemicycle.link.labels import keyword_key
from hemicycle.link.mentions import finding_at, mentions_of
from hemicycle.link.tenures import is_held, posts_of_one_holder
from hemicycle.links import Basis, Finding, LocalNode, Mention
from hemicycle.mint import slug
from hemicycle.records import Record

LANGUAGES = ("fr", "nl", "de")
"""The order in which a page's languages are taken."""


class LabelLink(Struct, frozen=True):
    """The paths of what labels name, each once, and what was found."""

    paths: tuple[str, ...]
    found: Found


class KeywordLinks(Struct, frozen=True):
    """The concepts of each keyword, each once, and what was found."""

    concepts: tuple[tuple[str, ...], ...]
    found: Found


class _Kind(Struct, frozen=True):
    kind: str
    rule: str
    finding: str


_POST = _Kind("post", "addressee-line", "unknown-post")
_CONCEPT = _Kind("concept", "keyword", "unknown-keyword")


class _Meant(Struct, frozen=True, gc=False):
    """The nodes a label names; by the words alone, or by who held what on the day."""

    paths: tuple[str, ...]
    rule: str
    basis: Basis = "printed"


_NOTHING = _Meant((), "")


class _Gathered(Struct, frozen=True):
    """What the labels of one page are found to name, as it comes."""

    record: Record
    page: str
    kind: _Kind
    mentions: list[Mention]
    nodes: list[LocalNode]
    findings: list[Finding]

    def found(self) -> Found:
        return Found(
            mentions=tuple(self.mentions),
            local_nodes=tuple(self.nodes),
            findings=tuple(self.findings),
        )

    def take(self, place: str, language: str, label: str, meant: _Meant) -> tuple[str, ...]:
        """The nodes a label names, or a local one; with all there is to say of it."""
        paths, rule, kind = meant.paths, meant.rule, self.kind
        key = f"{place}/{language}"
        if not paths:
            node = _local_node(kind.kind, language, label)
            paths, rule = (node.path,), kind.rule
            self.nodes.append(node)
            self.findings.append(
                finding_at(self.record, key, kind=kind.finding, about=node.path, words=label)
            )
        for path in paths:
            self.mentions.extend(
                mentions_of(self.record, self.page, key, kind.kind, path, rule, meant.basis)
            )
        return paths


def link_posts(record: Record, page: str, authority: Authority) -> LabelLink:
    """The posts that the question is addressed to.

    By title, without case and punctuation. A title that no file has, or whose post nobody
    is known to have held on the day of asking, is taken apart (see `offices`): it names
    the posts of the one person who had all its offices on that day.
    """
    gathered = _Gathered(record, page, _POST, [], [], [])
    paths: list[str] = []
    for language in languages_of(record.addressee):
        label = record.addressee[language]
        paths += gathered.take(
            "addressee", language, label, _post(record, language, label, authority)
        )
    return LabelLink(tuple(dict.fromkeys(paths)), gathered.found())


def _post(record: Record, language: str, label: str, authority: Authority) -> _Meant:
    if authority.corrections.table:
        corrected = authority.corrections.path("post", language, label, legislature_of(record))
        if corrected is not None:
            return _Meant((corrected,), _POST.rule)
    return _known_post(language, label, authority.era(record.asked_on), authority)


@lru_cache(maxsize=2048)
def _known_post(language: str, label: str, on: date | None, authority: Authority) -> _Meant:
    """The posts that a title means on a day: that of this title, or those of their one holder."""
    known = authority.posts.get((language, slug(label)))
    if on is not None and not is_held(known, on, authority.tenures):
        held = posts_of_one_holder(label, language, on, authority.tenures)
        if held:
            return _Meant(held, "offices-of-one-holder", "authority")
    return _NOTHING if known is None else _Meant((known,), _POST.rule)


def link_keywords(record: Record, page: str, authority: Authority) -> KeywordLinks:
    """The concepts of each keyword: by usual label, then another, then a former one."""
    gathered = _Gathered(record, page, _CONCEPT, [], [], [])
    concepts: list[tuple[str, ...]] = []
    for number, keyword in enumerate(record.keywords):
        place = f"keywords/{number}"
        paths: list[str] = []
        for language in languages_of(keyword):
            label = keyword[language]
            meant = _concept(record, language, label, authority)
            paths += gathered.take(place, language, label, meant)
        concepts.append(tuple(dict.fromkeys(paths)) if len(paths) > 1 else tuple(paths))
    return KeywordLinks(tuple(concepts), gathered.found())


def _concept(record: Record, language: str, label: str, authority: Authority) -> _Meant:
    if authority.corrections.table:
        corrected = authority.corrections.path("concept", language, label, legislature_of(record))
        if corrected is not None:
            return _Meant((corrected,), _CONCEPT.rule)
    known = authority.concepts.get((language, keyword_key(label)))
    return _NOTHING if known is None else _Meant((known,), _CONCEPT.rule)


@lru_cache(maxsize=4096)
def _local_node(kind: str, language: str, label: str) -> LocalNode:
    """The node of a label that no authority file knows."""
    return LocalNode(f"{kind}/{language}-{slug(label)}", ((language, label),))


def languages_of(labels: Mapping[str, str]) -> Sequence[str]:
    """The languages of some labels, in their order (see `in_order`)."""
    return sorted(labels, key=in_order) if len(labels) > 1 else list(labels)


def in_order(language: str) -> tuple[int, str]:
    """The rank of a language: French, Dutch, German, any other by its tag."""
    rank = LANGUAGES.index(language) if language in LANGUAGES else len(LANGUAGES)
    return rank, language
