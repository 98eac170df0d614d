"""An IRI to the label that a language shows."""

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

from hemicycle.namespaces import PREFIXES

_LABELS = tuple(
    NamedNode(PREFIXES[prefix] + name)
    for prefix, name in (
        ("skos", "prefLabel"),
        ("rdfs", "label"),
        ("foaf", "name"),
        ("foaf", "accountName"),
        ("dcterms", "identifier"),
        ("hc", "fileName"),
    )
)
_ORDER = {"fr": ("fr", "", "nl", "en", "de"), "nl": ("nl", "", "fr", "en", "de")}
_ENGLISH = ("en", "", "fr", "nl", "de")


def label_of(store: Store, iri: str, language: str) -> Literal | None:
    """A thing's label in the language, else without one, else in another; None: it has none."""
    order = _ORDER.get(language, _ENGLISH)
    found = _labels(store, iri)
    return min(found, key=lambda each: (_place(each.language, order), each.value), default=None)


def last_word(name: str) -> str:
    """The end of an IRI or a path: what stands for a label where there is none.

    >>> last_word("http://www.w3.org/2004/02/skos/core#broader")
    'broader'
    """
    return name.rstrip("/#").replace("#", "/").rpartition("/")[2]


def _labels(store: Store, iri: str) -> list[Literal]:
    """The literals of the first label property that the thing has."""
    said: dict[NamedNode, list[Literal]] = {}
    for quad in store.quads_for_pattern(NamedNode(iri), None, None, DefaultGraph()):
        if quad.predicate in _LABELS and isinstance(quad.object, Literal):
            said.setdefault(quad.predicate, []).append(quad.object)
    return next((said[label] for label in _LABELS if label in said), [])


def _place(language: str | None, order: tuple[str, ...]) -> int:
    tag = (language or "").lower()
    return order.index(tag) if tag in order else len(order)
