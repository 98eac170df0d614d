"""Labels that have a language, of posts and keywords, to the nodes they name."""

from msgspec import Struct
from msgspec.structs import replace

from hemicycle.link.authority import Authority
from hemicycle.link.corrections import legislature_of
from hemicycle.link.found import Found
from hemicycle.link.labels import keyword_key
from hemicycle.link.mentions import finding_at, mentions_of
from hemicycle.link.offices import is_held, posts_of_one_holder
from hemicycle.links import Basis, Finding, LocalNode, Mention
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


class _Meant(Struct, frozen=True):
    """The nodes a label names; by the words alone, or by who held what on the day."""

    paths: tuple[str, ...]
    rule: str
    basis: Basis = "printed"


def link_posts(record: Record, page: str, authority: Authority) -> LabelLink:
    """The posts that the question is addressed to.

    By title, without case and punctuation. A title that no file has, or whose post nobody
    is known to have held on the day of asking, is taken apart (see `offices`): it names
    the posts of the one person who had all its offices on that day.
    """
    meant = {
        language: _post(record, language, label, authority)
        for language, label in record.addressee.items()
    }
    return _link(record, page, "addressee", record.addressee, meant, _POST)


def _post(record: Record, language: str, label: str, authority: Authority) -> _Meant:
    corrected = authority.corrections.path("post", language, label, legislature_of(record))
    known = corrected or authority.posts.get((language, slug(label)))
    on = record.asked_on
    if corrected is None and on is not None and not is_held(known, on, authority.tenures):
        held = posts_of_one_holder(label, language, on, authority.tenures)
        if held:
            return _Meant(held, "offices-of-one-holder", "authority")
    return _Meant(() if known is None else (known,), _POST.rule)


def link_keywords(record: Record, page: str, authority: Authority) -> list[LabelLink]:
    """The concepts of each keyword: by usual label, then another, then a former one."""
    links = []
    for number, keyword in enumerate(record.keywords):
        meant = {
            language: _concept(record, language, label, authority)
            for language, label in keyword.items()
        }
        links.append(_link(record, page, f"keywords/{number}", keyword, meant, _CONCEPT))
    return links


def _concept(record: Record, language: str, label: str, authority: Authority) -> _Meant:
    known = authority.corrections.path("concept", language, label, legislature_of(record))
    known = known or authority.concepts.get((language, keyword_key(label)))
    return _Meant(() if known is None else (known,), _CONCEPT.rule)


def _link(
    record: Record,
    page: str,
    key: str,
    labels: dict[str, str],
    meant: dict[str, _Meant],
    kind: _Kind,
) -> LabelLink:
    """Each label to the nodes that authority files know, or to a local one."""
    paths: list[str] = []
    mentions: list[Mention] = []
    nodes: list[LocalNode] = []
    findings: list[Finding] = []
    for language in sorted(labels, key=in_order):
        label, found = labels[language], meant[language]
        place = f"{key}/{language}"
        if not found.paths:
            path = f"{kind.kind}/{language}-{slug(label)}"
            found = _Meant((path,), kind.rule)
            nodes.append(LocalNode(path, ((language, label),)))
            findings.append(finding_at(record, place, kind=kind.finding, about=path, words=label))
        paths += found.paths
        for path in found.paths:
            named = mentions_of(record, page, place, kind=kind.kind, body=path, rule=found.rule)
            mentions += (replace(mention, basis=found.basis) for mention in named)
    return LabelLink(
        tuple(dict.fromkeys(paths)),
        Found(mentions=tuple(mentions), local_nodes=tuple(nodes), findings=tuple(findings)),
    )


def in_order(language: str) -> tuple[int, str]:
    """The rank of a language: French, Dutch, German, any other by its tag."""
    rank = LANGUAGES.index(language) if language in LANGUAGES else len(LANGUAGES)
    return rank, language
