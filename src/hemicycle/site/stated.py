"""A thing to each fact of it: who says so, a page, our lists or a rule, and in which words."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from pyoxigraph import Literal, NamedNode, Quad

from hemicycle.site.data import Node, SiteData
from hemicycle.site.facts import term
from hemicycle.site.mentions import Mention
from hemicycle.site.property_words import shortened, term_words
from hemicycle.site.question_head import LANGUAGE_CODES
from hemicycle.site.words import word

_LEFT_OUT = (
    "rdf:type",
    "schema:text",
    "hc:event",
    "hc:section",
    "dcterms:hasPart",
    "prov:wasDerivedFrom",
)
_PLACES = {
    "hc:askedOn": "asked-on",
    "hc:originalLanguage": "original-language",
    "dcterms:title": "title",
    "hc:answerDeadline": "answer-deadline",
    "hc:bulletin": "bulletin",
    "hc:session": "session",
    "dcterms:identifier": "question-number",
    "hc:printedStatus": "printed-status",
    "hc:receivedOn": "received-on",
}
"""Which kind of mention says a value, where the mention's body is the question itself."""

_VALUES = frozenset((*_PLACES.values(), "answer-text"))
"""Mentions that give a value of a question, and do not name the question."""

_ALIKE = {
    "hc:printedAsker": "person",
    "hc:printedParty": "party",
    "hc:printedAddressee": "post",
    "hc:printedKeyword": "concept",
}
_LANGUAGES = "http://publications.europa.eu/resource/authority/language/"
_BASES = ("printed", "authority", "inferred")


class Fact(Struct, frozen=True):
    """One statement: a property in words and its value, a node or a text in its language.

    `bases` say who says so; `places` are the words of pages that do.
    """

    about: str
    name: str
    label: str
    node: Node | None
    text: str | None
    language: str | None
    is_day: bool
    bases: tuple[str, ...]
    places: tuple[Mention, ...]


def facts_of(
    site: SiteData, thing: NamedNode, mentions: Sequence[Mention], language: str
) -> tuple[Fact, ...]:
    """What is said of a thing, by property; texts and parts are left to the page."""
    graphs: dict[tuple[str, NamedNode | Literal], set[str]] = {}
    for quad in site.build.store.quads_for_pattern(thing, None, None, None):
        basis = _basis(site, quad)
        if basis is None or not isinstance(quad.object, NamedNode | Literal):
            continue
        graphs.setdefault((shortened(quad.predicate.value), quad.object), set()).add(basis)
    places = _by_place(thing, mentions)
    found = (
        _fact(site, thing, name, value, bases, places, language)
        for (name, value), bases in graphs.items()
        if name not in _LEFT_OUT and not name.startswith(("eli:", "eli-dl:"))
    )
    return tuple(sorted(found, key=_order))


def _order(fact: Fact) -> tuple[str, str, str]:
    return fact.name, fact.language or "", fact.node.iri if fact.node else fact.text or ""


def _basis(site: SiteData, quad: Quad) -> str | None:
    """Who says a quad: a page, our lists, a rule; None for the merge and what describes pages."""
    if not isinstance(quad.graph_name, NamedNode):
        return None
    name = quad.graph_name.value.removeprefix(site.mint.graph("").value)
    if name.startswith("page/"):
        return "printed"
    return {"inferred": "inferred", "authority": "authority", "local": "printed"}.get(name)


Places = Mapping[tuple[str, str], list[Mention]]


def _by_place(thing: NamedNode, mentions: Iterable[Mention]) -> Places:
    """Mentions by their kind, for values, or by what they name."""
    found: dict[tuple[str, str], list[Mention]] = {}
    for mention in mentions:
        name = ("kind", mention.kind) if mention.body == thing.value else ("body", mention.body)
        found.setdefault(name, []).append(mention)
        found.setdefault(("alike", mention.kind), []).append(mention)
    return found


def _fact(
    site: SiteData,
    thing: NamedNode,
    name: str,
    value: NamedNode | Literal,
    bases: set[str],
    places: Places,
    language: str,
) -> Fact:
    spoken = _spoken(value, language)
    is_node = isinstance(value, NamedNode) and spoken is None
    return Fact(
        about=site.mint.path(thing.value) or thing.value,
        name=name,
        label=term_words(_full(name), language),
        node=site.node(value.value, language) if is_node else None,
        text=None if is_node else spoken or value.value,
        language=value.language if isinstance(value, Literal) else None,
        is_day=isinstance(value, Literal) and value.datatype == term("xsd:date"),
        bases=tuple(basis for basis in _BASES if basis in bases),
        places=tuple(_places(name, value, places)) if "printed" in bases else (),
    )


def _spoken(value: NamedNode | Literal, language: str) -> str | None:
    """What a language of the EU's list is called; None for what is none."""
    code = LANGUAGE_CODES.get(value.value.removeprefix(_LANGUAGES))
    return None if code is None else word(language, "language", code)


def _places(name: str, value: NamedNode | Literal, places: Places) -> list[Mention]:
    if isinstance(value, NamedNode) and name not in _PLACES:
        named = places.get(("body", value.value), [])
        return [each for each in named if each.kind not in _VALUES][:3]
    if name in _PLACES:
        found = places.get(("kind", _PLACES[name]), [])
        alike = [each for each in found if each.exact == value.value]
        return (alike or found)[:3]
    kind = _ALIKE.get(name)
    found = places.get(("alike", kind), []) if kind else []
    return [each for each in found if each.exact == value.value][:3]


def _full(curie: str) -> str:
    return term(curie).value if ":" in curie and "//" not in curie else curie
