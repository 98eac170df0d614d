"""A build's store to the facts about one question, or about one thing that no question owns."""

import json
from collections.abc import Iterable, Iterator

from msgspec import Struct
from pyoxigraph import Literal, NamedNode, Quad, Store

from hemicycle.diff.changes import Fact
from hemicycle.diff.digests import owner
from hemicycle.mint import Mint
from hemicycle.namespaces import HC, PREFIXES
from hemicycle.query import resolve_iri, shorten

_DERIVED_FROM = NamedNode(f"{PREFIXES['prov']}wasDerivedFrom")
_SUBJECT = NamedNode(f"{PREFIXES['dcterms']}subject")
_TYPE = NamedNode(f"{PREFIXES['rdf']}type")
_WITHIN = NamedNode(str(HC.within))
_BODY = NamedNode(str(HC.body))
_PLACES = frozenset(NamedNode(str(term)) for term in (HC.source, HC.start, HC.end))
_FIRST = frozenset(NamedNode(str(term)) for term in (HC.exact, HC.words))
_NO_FACTS = _PLACES | {_DERIVED_FROM}
_BARE = frozenset(f"{PREFIXES['xsd']}{name}" for name in ("boolean", "date", "integer"))
_STRING = f"{PREFIXES['xsd']}string"
_EVIDENCE = ("account-statement/", "finding/", "mention/")
_SHARED = ("authority", "local", "inferred")


class Said(Struct, frozen=True):
    """All that a build says about one thing, and the keys of the pages it was read from."""

    pages: tuple[str, ...]
    quads: frozenset[Quad]


def said_about(store: Store, path: str, mint: Mint) -> Said:
    """What the pages of a question say, and what other graphs say of it and its pieces."""
    node = resolve_iri(path, mint)
    texts = {quad.object for quad in store.quads_for_pattern(node, _DERIVED_FROM, None, None)}
    pages = sorted(_local(text, mint).removeprefix("text/") for text in texts)
    stated = [
        quad
        for page in pages
        for quad in store.quads_for_pattern(None, None, None, mint.graph(f"page/{page}"))
    ]
    owned: set[object] = {
        node,
        *(quad.subject for quad in stated if _is_owned(quad.subject, path, mint)),
    }
    return Said(tuple(pages), frozenset([*stated, *_beside(store, owned, path, mint)]))


def _beside(store: Store, owned: set[object], path: str, mint: Mint) -> Iterator[Quad]:
    """What the other graphs say of some nodes, and of pieces of theirs that they alone know."""
    waiting: list[NamedNode] = [node for node in owned if isinstance(node, NamedNode)]
    while waiting:
        node = waiting.pop()
        for name in _SHARED:
            yield from store.quads_for_pattern(node, None, None, mint.graph(name))
        for quad in store.quads_for_pattern(None, None, node, mint.graph("inferred")):
            piece = quad.subject
            known = piece in owned or not _is_owned(piece, path, mint)
            if isinstance(piece, NamedNode) and not known:
                owned.add(piece)
                waiting.append(piece)
        for quad in store.quads_for_pattern(None, _SUBJECT, node, mint.graph("findings")):
            yield from store.quads_for_pattern(quad.subject, None, None, quad.graph_name)


def facts(said: Said, other: Said, mint: Mint) -> Iterator[Fact]:
    """The facts that one build says and another may not.

    A mention, a finding and a statement are one fact each, of what they stand in or
    are about: their own IRIs, and the places in the page, differ with every page.
    """
    touched: set[object] = {quad.subject for quad in said.quads ^ other.quads}
    nodes: dict[object, list[Quad]] = {node: [] for node in touched if _is_evidence(node, mint)}
    for quad in said.quads if nodes else ():
        if quad.subject in nodes:
            nodes[quad.subject].append(quad)
    for quads in nodes.values():
        if quads:
            yield _evidence(quads, mint)
    for quad in said.quads - other.quads:
        if quad.subject not in nodes and quad.predicate not in _NO_FACTS:
            yield _fact(quad, mint)


def _is_owned(node: object, path: str, mint: Mint) -> bool:
    return owner(_local(node, mint).encode()).decode() == path


def _is_evidence(node: object, mint: Mint) -> bool:
    return _local(node, mint).startswith(_EVIDENCE)


def _evidence(quads: list[Quad], mint: Mint) -> Fact:
    said = {quad.predicate: quad for quad in quads}
    held = next((said[term] for term in (_SUBJECT, _WITHIN, _BODY) if term in said), quads[0])
    kind = _local(quads[0].subject, mint).partition("/")[0]
    words = sorted(
        (quad.predicate not in _FIRST, _said(quad, mint))
        for quad in quads
        if quad.predicate not in {*_PLACES, _TYPE, held.predicate}
    )
    value = "; ".join(text for _, text in words)
    return Fact(_local(held.object, mint), kind, _where(quads[0], mint), value)


def _said(quad: Quad, mint: Mint) -> str:
    return f"{shorten(quad.predicate.value, mint)} {_value(quad.object, mint)}"


def _fact(quad: Quad, mint: Mint) -> Fact:
    named = shorten(quad.predicate.value, mint)
    if isinstance(quad.object, Literal) and quad.object.language:
        named = f"{named}@{quad.object.language}"
    subject = _local(quad.subject, mint)
    return Fact(subject, named, _where(quad, mint), _value(quad.object, mint))


def _where(quad: Quad, mint: Mint) -> str:
    graph = str(getattr(quad.graph_name, "value", ""))
    return graph.removeprefix(mint.graph("").value).partition("/")[0]


def _local(node: object, mint: Mint) -> str:
    return shorten(str(getattr(node, "value", node)), mint)


def _value(term: object, mint: Mint) -> str:
    if not isinstance(term, Literal):
        return _local(term, mint)
    if term.language or term.datatype.value == _STRING:
        return json.dumps(term.value, ensure_ascii=False)
    kind = term.datatype.value
    return term.value if kind in _BARE else f"{term.value}^^{shorten(kind, mint)}"


def paths_of(store: Store, iris: Iterable[str], mint: Mint) -> Iterator[str]:
    """The questions and things that some pages' graphs, nodes and findings are about."""
    pages = mint.graph("page/").value
    for iri in iris:
        node = NamedNode(iri)
        if iri.startswith(pages):
            for quad in store.quads_for_pattern(None, _DERIVED_FROM, None, node):
                yield _owner(quad.subject, mint)
        elif _local(node, mint).startswith("finding/"):
            for quad in store.quads_for_pattern(node, _SUBJECT, None, mint.graph("findings")):
                yield _owner(quad.object, mint)
        else:
            yield _owner(node, mint)


def _owner(node: object, mint: Mint) -> str:
    return owner(_local(node, mint).encode()).decode()
