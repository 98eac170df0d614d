"""An IRI to the label that a language shows."""

from collections.abc import Mapping
from types import MappingProxyType

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

from hemicycle.namespaces import PREFIXES

_LABELS = {
    curie: NamedNode(PREFIXES[curie.partition(":")[0]] + curie.partition(":")[2])
    for curie in (
        "skos:prefLabel",
        "rdfs:label",
        "foaf:name",
        "foaf:accountName",
        "dcterms:identifier",
        "hc:fileName",
    )
}
_OF_KIND: Mapping[str, str | None] = MappingProxyType(
    {
        "person": "foaf:name",
        "post": "rdfs:label",
        "legislature": "rdfs:label",
        **dict.fromkeys(
            ("concept", "government", "party", "platform", "service", "status"), "skos:prefLabel"
        ),
        **dict.fromkeys(("question", "family"), None),
        **dict.fromkeys(("answer", "answer-part", "answer-section", "question-part"), None),
    }
)
"""What a kind of things is labelled by.

None for those whose name is the end of their IRI: their number, or nothing else. To look
through all that is said of them takes long, as they have texts.
"""

_ORDER = {"fr": ("fr", "", "nl", "en", "de"), "nl": ("nl", "", "fr", "en", "de")}
_ENGLISH = ("en", "", "fr", "nl", "de")


def label_of(store: Store, iri: str, language: str, kind: str = "") -> Literal | None:
    """A thing's label in the language, else without one, else in another; None: it has none.

    `kind` is the first word behind `id/`: what labels such things is looked up alone.
    """
    order = _ORDER.get(language, _ENGLISH)
    found = _labels(store, NamedNode(iri), kind)
    return min(found, key=lambda each: (_place(each.language, order), each.value), default=None)


def last_word(name: str) -> str:
    """The end of an IRI or a path: what stands for a label where there is none.

    >>> last_word("http://www.w3.org/2004/02/skos/core#broader")
    'broader'
    """
    return name.rstrip("/#").replace("#", "/").rpartition("/")[2]


def _labels(store: Store, thing: NamedNode, kind: str) -> list[Literal]:
    """The literals of the first label property that the thing has."""
    if kind not in _OF_KIND:
        return _first_labels(store, thing)
    curie = _OF_KIND[kind]
    if curie is None:
        return []
    quads = store.quads_for_pattern(thing, _LABELS[curie], None, DefaultGraph())
    return [quad.object for quad in quads if isinstance(quad.object, Literal)]


def _first_labels(store: Store, thing: NamedNode) -> list[Literal]:
    said: dict[NamedNode, list[Literal]] = {}
    for quad in store.quads_for_pattern(thing, None, None, DefaultGraph()):
        if isinstance(quad.object, Literal):
            said.setdefault(quad.predicate, []).append(quad.object)
    return next((said[label] for label in _LABELS.values() if label in said), [])


def _place(language: str | None, order: tuple[str, ...]) -> int:
    tag = (language or "").lower()
    return order.index(tag) if tag in order else len(order)
