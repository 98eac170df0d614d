"""A thing of the graph to what is said of it, looked up property by property."""

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from hemicycle.namespaces import PREFIXES
from hemicycle.site.data import SiteData

Value = NamedNode | Literal

_LANGUAGE_ORDER = {
    "fr": ("fr", "", "nl", "en", "de"),
    "nl": ("nl", "", "fr", "en", "de"),
    "en": ("en", "", "fr", "nl", "de"),
}
_OTHER_GRAPHS = ("provenance", "findings")
"""Named graphs that are not in the merge and have things with a page all the same."""


def term(curie: str) -> NamedNode:
    """The IRI of a shortened name.

    >>> term("foaf:name").value
    'http://xmlns.com/foaf/0.1/name'
    """
    prefix, _, name = curie.partition(":")
    return NamedNode(PREFIXES[prefix] + name)


def objects(site: SiteData, subject: NamedNode, curie: str) -> list[Value]:
    """The values of one property of a thing, as the merge has them, in a fixed order."""
    found = site.build.store.quads_for_pattern(subject, term(curie), None, DefaultGraph())
    values = [quad.object for quad in found if isinstance(quad.object, NamedNode | Literal)]
    return sorted(values, key=_value_order)


def subjects(site: SiteData, curie: str, value: NamedNode) -> list[NamedNode]:
    """The things that have this value of a property, by their IRIs."""
    found = site.build.store.quads_for_pattern(None, term(curie), value, DefaultGraph())
    nodes = [quad.subject for quad in found if isinstance(quad.subject, NamedNode)]
    return sorted(nodes, key=lambda node: node.value)


def first_iri(site: SiteData, subject: NamedNode, curie: str) -> str | None:
    """The first of the things that a property names, None where it names none."""
    found = objects(site, subject, curie)
    return next((value.value for value in found if isinstance(value, NamedNode)), None)


def iris(site: SiteData, subject: NamedNode, curie: str) -> list[str]:
    """The IRIs that a property names."""
    return [each.value for each in objects(site, subject, curie) if isinstance(each, NamedNode)]


def texts(site: SiteData, subject: NamedNode, curie: str) -> list[Literal]:
    """The literals that a property has."""
    return [each for each in objects(site, subject, curie) if isinstance(each, Literal)]


def text_in(site: SiteData, subject: NamedNode, curie: str, language: str) -> Literal | None:
    """The literal in a language, else without one, else in another; None where there is none."""
    order = _LANGUAGE_ORDER.get(language, _LANGUAGE_ORDER["en"])
    return min(
        texts(site, subject, curie),
        key=lambda each: (_place(each, order), each.value),
        default=None,
    )


def one_text(site: SiteData, subject: NamedNode, curie: str) -> str | None:
    """The first literal of a property, whatever its language."""
    found = texts(site, subject, curie)
    return found[0].value if found else None


def own_quads(site: SiteData, subject: NamedNode) -> list[Quad]:
    """All that is said of a thing: in the merge, else in provenance, else among findings."""
    others = (site.mint.graph(name) for name in _OTHER_GRAPHS)
    graphs: tuple[DefaultGraph | NamedNode, ...] = (DefaultGraph(), *others)
    for graph in graphs:
        found = list(site.build.store.quads_for_pattern(subject, None, None, graph))
        if found:
            return sorted(found, key=lambda quad: (quad.predicate.value, str(quad.object)))
    return []


def code(iri: str | None) -> str | None:
    """The last part of an IRI: the name of a code.

    >>> code("https://w3id.org/hemicycle/id/status/answered")
    'answered'
    """
    return None if iri is None else iri.rpartition("/")[2]


def file_of(site: SiteData, text: str) -> str | None:
    """The file that a page's text came from, as the provenance graph has it."""
    graph = site.mint.graph("provenance")
    found = site.build.store.quads_for_pattern(NamedNode(text), term("hc:fileName"), None, graph)
    names = [quad.object.value for quad in found if isinstance(quad.object, Literal)]
    return min(names, default=None)


def _place(literal: Literal, order: tuple[str, ...]) -> int:
    tag = (literal.language or "").lower()
    return order.index(tag) if tag in order else len(order)


def _value_order(value: Value) -> tuple[bool, str, str]:
    language = value.language or "" if isinstance(value, Literal) else ""
    return isinstance(value, Literal), value.value, language
