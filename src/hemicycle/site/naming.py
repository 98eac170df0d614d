"""A thing without a label of its own to the words that lists call it by."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from msgspec import Struct
from pyoxigraph import DefaultGraph, Literal, NamedNode

from hemicycle.namespaces import PREFIXES
from hemicycle.site.data import Node, SiteData
from hemicycle.site.facts import file_of, first_iri, iris, one_text, term, text_in
from hemicycle.site.property_words import term_words
from hemicycle.site.words import date_words

LONGEST = 90
"""In characters: what is longer is cut between words."""


class Called(Struct, frozen=True):
    """What a thing is called, in its language, None where it has none."""

    text: str
    language: str | None = None


_OURS = PREFIXES["hc"]
_Caller = Callable[[SiteData, NamedNode, str], Called | None]


def named(site: SiteData, iri: str, language: str) -> Node:
    """A thing as lists name it: a question with its title, a mention by the words it marks."""
    node = site.node(iri, language)
    if node.path is None:
        return node
    kind, _, key = node.path.partition("/")
    caller = _CALLERS.get(kind)
    called = None if caller is None else caller(site, NamedNode(iri), language)
    if called is None and node.label == key.rpartition("/")[2]:
        called = _by_class(site, NamedNode(iri), kind, key, language)
    if called is None:
        return node
    return Node(node.iri, node.path, cut(called.text), called.language, node.address)


def cut(text: str, longest: int = LONGEST) -> str:
    """A text in one line, cut between words where it is long.

    >>> cut("Un deux  trois quatre", 12)
    'Un deux …'
    """
    folded = " ".join(text[: 4 * longest].split())
    if len(folded) <= longest:
        return folded
    return f"{folded[:longest].rpartition(' ')[0] or folded[:longest]} …"


def _by_class(
    site: SiteData, thing: NamedNode, kind: str, key: str, language: str
) -> Called | None:
    classes = sorted(iris(site, thing, "rdf:type"), key=lambda each: not each.startswith(_OURS))
    return Called(f"{term_words(classes[0], language) if classes else kind} {key}")


def _question(site: SiteData, thing: NamedNode, language: str) -> Called | None:
    title = text_in(site, thing, "dcterms:title", language)
    if title is None:
        return None
    number = thing.value.rpartition("/")[2]
    is_number = number[:1].isdigit()  # else its name is that of its page
    return Called(f"{number} · {title.value}" if is_number else title.value, title.language)


def _mention(site: SiteData, thing: NamedNode, language: str) -> Called | None:
    words = one_text(site, thing, "hc:exact")
    return None if words is None else Called(f"“{cut(words, LONGEST - 2)}”")


def _membership(site: SiteData, thing: NamedNode, language: str) -> Called | None:
    names = [
        site.node(iri, language).label
        for iri in (
            first_iri(site, thing, "org:member"),
            first_iri(site, thing, "hc:post"),
            first_iri(site, thing, "org:organization"),
        )
        if iri is not None
    ]
    return Called(" · ".join(names)) if names else None


def _account(site: SiteData, thing: NamedNode, language: str) -> Called | None:
    """An account that nobody names, by its platform and its owner."""
    if one_text(site, thing, "foaf:accountName") or one_text(site, thing, "rdfs:label"):
        return None
    owner = first_iri(site, thing, "hc:heldBy") or first_iri(site, thing, "hc:spokespersonOf")
    known = [iri for iri in (first_iri(site, thing, "hc:platform"), owner) if iri is not None]
    labels = [site.node(iri, language).label for iri in known]
    return Called(" · ".join(labels)) if labels else None


def _event(site: SiteData, thing: NamedNode, language: str) -> Called | None:
    kind, day = first_iri(site, thing, "hc:eventKind"), one_text(site, thing, "dcterms:date")
    if kind is None or day is None:
        return None
    return Called(f"{site.node(kind, language).label}, {date_words(day, language)}")


def _text(site: SiteData, thing: NamedNode, language: str) -> Called | None:
    file = file_of(site, thing.value)
    return None if file is None else Called(file)


def _finding(site: SiteData, thing: NamedNode, language: str) -> Called | None:
    graph = site.mint.graph("findings")
    found = site.build.store.quads_for_pattern(thing, term("hc:words"), None, graph)
    words = [quad.object.value for quad in found if isinstance(quad.object, Literal)]
    return Called(min(words)) if words else None


def _statement(site: SiteData, thing: NamedNode, language: str) -> Called | None:
    found = site.build.store.quads_for_pattern(thing, term("schema:text"), None, DefaultGraph())
    words = [quad.object.value for quad in found if isinstance(quad.object, Literal)]
    return Called(f"“{cut(min(words), LONGEST - 2)}”") if words else None


_CALLERS: Mapping[str, _Caller] = MappingProxyType(
    {
        "account": _account,
        "account-statement": _statement,
        "event": _event,
        "finding": _finding,
        "interpellation": _question,
        "membership": _membership,
        "mention": _mention,
        "oral-question": _question,
        "question": _question,
        "referred-question": _question,
        "request-for-explanations": _question,
        "text": _text,
    }
)
