"""Labels that have a language, of posts and keywords, to the nodes they name."""

from msgspec import Struct

from hemicycle.link.authority import Authority
from hemicycle.link.found import Found
from hemicycle.link.mentions import finding_at, mentions_of
from hemicycle.links import Finding, LocalNode, Mention
from hemicycle.mint import slug
from hemicycle.records import Record

LANGUAGES = ("fr", "nl", "de")
"""The order in which a page's languages are taken."""


class LabelLink(Struct, frozen=True):
    """The paths of what labels name, each once, and what was found."""

    paths: tuple[str, ...]
    found: Found


class _Kind(Struct, frozen=True):
    kind: str
    rule: str
    finding: str


_POST = _Kind("post", "addressee-line", "unknown-post")
_CONCEPT = _Kind("concept", "keyword", "unknown-keyword")


def link_posts(record: Record, page: str, authority: Authority) -> LabelLink:
    """The posts that the question is addressed to: by title, without case and punctuation."""
    known = {
        language: authority.posts.get((language, slug(label)))
        for language, label in record.addressee.items()
    }
    return _link(record, page, "addressee", record.addressee, known, _POST)


def link_keywords(record: Record, page: str, authority: Authority) -> list[LabelLink]:
    """The concepts of each keyword: by label, without case."""
    links = []
    for number, keyword in enumerate(record.keywords):
        known = {
            language: authority.concepts.get((language, label.lower()))
            for language, label in keyword.items()
        }
        links.append(_link(record, page, f"keywords/{number}", keyword, known, _CONCEPT))
    return links


def _link(
    record: Record,
    page: str,
    key: str,
    labels: dict[str, str],
    known: dict[str, str | None],
    kind: _Kind,
) -> LabelLink:
    """Each label to the node that an authority file knows, or to a local one."""
    paths: list[str] = []
    mentions: list[Mention] = []
    nodes: list[LocalNode] = []
    findings: list[Finding] = []
    for language in sorted(labels, key=in_order):
        label, path = labels[language], known[language]
        place = f"{key}/{language}"
        if path is None:
            path = f"{kind.kind}/{language}-{slug(label)}"
            nodes.append(LocalNode(path, ((language, label),)))
            findings.append(finding_at(record, place, kind=kind.finding, about=path, words=label))
        paths.append(path)
        mentions += mentions_of(record, page, place, kind=kind.kind, body=path, rule=kind.rule)
    return LabelLink(
        tuple(dict.fromkeys(paths)),
        Found(mentions=tuple(mentions), local_nodes=tuple(nodes), findings=tuple(findings)),
    )


def in_order(language: str) -> tuple[int, str]:
    """The rank of a language: French, Dutch, German, any other by its tag."""
    rank = LANGUAGES.index(language) if language in LANGUAGES else len(LANGUAGES)
    return rank, language
