"""Labels that have a language, of posts and keywords, to the nodes they name."""

from collections.abc import Mapping, Sequence

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

    mentions: list[Mention]
    nodes: list[LocalNode]
    findings: list[Finding]

    def found(self) -> Found:
        return Found(
            mentions=tuple(self.mentions),
            local_nodes=tuple(self.nodes),
            findings=tuple(self.findings),
        )


def link_posts(record: Record, page: str, authority: Authority) -> LabelLink:
    """The posts that the question is addressed to.

    By title, without case and punctuation. A title that no file has, or whose post nobody
    is known to have held on the day of asking, is taken apart (see `offices`): it names
    the posts of the one person who had all its offices on that day.
    """
    gathered = _Gathered([], [], [])
    paths: list[str] = []
    for language in languages_of(record.addressee):
        label = record.addressee[language]
        meant = _post(record, language, label, authority)
        paths += _gather(record, page, f"addressee/{language}", label, meant, _POST, gathered)
    return LabelLink(tuple(dict.fromkeys(paths)), gathered.found())


def _post(record: Record, language: str, label: str, authority: Authority) -> _Meant:
    corrected = authority.corrections.path("post", language, label, legislature_of(record))
    known = corrected or authority.posts.get((language, slug(label)))
    on = record.asked_on
    if corrected is None and on is not None and not is_held(known, on, authority.tenures):
        held = posts_of_one_holder(label, language, on, authority.tenures)
        if held:
            return _Meant(held, "offices-of-one-holder", "authority")
    return _NOTHING if known is None else _Meant((known,), _POST.rule)


def link_keywords(record: Record, page: str, authority: Authority) -> KeywordLinks:
    """The concepts of each keyword: by usual label, then another, then a former one."""
    gathered = _Gathered([], [], [])
    concepts: list[tuple[str, ...]] = []
    for number, keyword in enumerate(record.keywords):
        paths: list[str] = []
        for language in languages_of(keyword):
            label = keyword[language]
            meant = _concept(record, language, label, authority)
            place = f"keywords/{number}/{language}"
            paths += _gather(record, page, place, label, meant, _CONCEPT, gathered)
        concepts.append(tuple(dict.fromkeys(paths)))
    return KeywordLinks(tuple(concepts), gathered.found())


def _concept(record: Record, language: str, label: str, authority: Authority) -> _Meant:
    known = authority.corrections.path("concept", language, label, legislature_of(record))
    known = known or authority.concepts.get((language, keyword_key(label)))
    return _NOTHING if known is None else _Meant((known,), _CONCEPT.rule)


def _gather(
    record: Record,
    page: str,
    place: str,
    label: str,
    meant: _Meant,
    kind: _Kind,
    gathered: _Gathered,
) -> tuple[str, ...]:
    """The nodes that authority files know by a label, or a local one; with all there is to say."""
    paths, rule = meant.paths, meant.rule
    if not paths:
        path = f"{kind.kind}/{place.rpartition('/')[2]}-{slug(label)}"
        paths, rule = (path,), kind.rule
        gathered.nodes.append(LocalNode(path, ((place.rpartition("/")[2], label),)))
        gathered.findings.append(
            finding_at(record, place, kind=kind.finding, about=path, words=label)
        )
    for path in paths:
        gathered.mentions.extend(
            mentions_of(
                record, page, place, kind=kind.kind, body=path, rule=rule, basis=meant.basis
            )
        )
    return paths


def languages_of(labels: Mapping[str, str]) -> Sequence[str]:
    """The languages of some labels, in their order (see `in_order`)."""
    return sorted(labels, key=in_order) if len(labels) > 1 else list(labels)


def in_order(language: str) -> tuple[int, str]:
    """The rank of a language: French, Dutch, German, any other by its tag."""
    rank = LANGUAGES.index(language) if language in LANGUAGES else len(LANGUAGES)
    return rank, language
