"""A thing of the graph to its data: what is said of it and of its parts, and what names it."""

import tempfile
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path

from msgspec import Struct
from pyoxigraph import DefaultGraph, NamedNode, Quad, Store, Triple

from hemicycle.mint import Mint
from hemicycle.namespaces import PREFIXES
from hemicycle.serve.graph_files import GraphForm, write_graph

_ANSWERS = NamedNode(f"{PREFIXES['hc']}answers")
_PARTS = (
    NamedNode(f"{PREFIXES['hc']}event"),
    NamedNode(f"{PREFIXES['hc']}section"),
    NamedNode(f"{PREFIXES['dcterms']}hasPart"),
)
"""What a thing's parts hang on: of a question its parts and events, of an answer its sections."""

MOST_INCOMING = 5_000
"""Triples that name a thing: more are not given, and the answer says so."""


@cache
def own_query(name: str) -> str:
    """The text of a query that stands beside this module."""
    return (Path(__file__).parent / f"{name}.rq").read_text(encoding="utf-8")


class Entity(Struct, frozen=True):
    """The data of one thing; `is_cut` where more names it than is given."""

    triples: tuple[Triple, ...]
    is_cut: bool


def read_entity(store: Store, node: NamedNode) -> Entity | None:
    """The data of a thing: of the merge; where that says nothing of it, of any graph.

    None for what no graph has as a subject.
    """
    graph = DefaultGraph() if _is_subject(store, node, DefaultGraph()) else None
    if graph is None and not _is_subject(store, node, None):
        return None
    about = _about_parts(store, node) if graph else {node: _about(store, node, graph)}
    own = [triple for part in sorted(about, key=str) for triple in about[part]]
    naming = [quad.triple for quad in _naming(store, node, graph)]
    return Entity((*own, *naming[:MOST_INCOMING]), len(naming) > MOST_INCOMING)


def _is_subject(store: Store, node: NamedNode, graph: DefaultGraph | None) -> bool:
    return any(True for _ in store.quads_for_pattern(node, None, None, graph))


def is_known(store: Store, node: NamedNode) -> bool:
    """Whether any graph says something of a thing."""
    return _is_subject(store, node, None)


def _about_parts(store: Store, node: NamedNode) -> dict[NamedNode, list[Triple]]:
    """What the merge says of a thing and of all that is part of it.

    Step by step, for Virtuoso 7.2 knows no path that begins at a value: it says
    "transitive start not given".
    """
    merge = DefaultGraph()
    answers = store.quads_for_pattern(None, _ANSWERS, node, merge)
    waiting: list[object] = [node, *(quad.subject for quad in answers)]
    about: dict[NamedNode, list[Triple]] = {}
    while waiting:
        part = waiting.pop()
        if isinstance(part, NamedNode) and part not in about:
            about[part] = _about(store, part, merge)
            waiting.extend(one.object for one in about[part] if one.predicate in _PARTS)
    return about


def _about(store: Store, node: NamedNode, graph: DefaultGraph | None) -> list[Triple]:
    return [quad.triple for quad in store.quads_for_pattern(node, None, None, graph)]


def _naming(store: Store, node: NamedNode, graph: DefaultGraph | None) -> Iterator[Quad]:
    return islice(store.quads_for_pattern(None, None, node, graph), MOST_INCOMING + 1)


def graph_bytes(triples: Iterable[Triple], form: str, mint: Mint) -> bytes:
    """Triples in a form of graphs; raises ExportError for what the form cannot hold."""
    with tempfile.TemporaryDirectory(prefix="hemicycle-") as folder:
        file = Path(folder) / "graph"
        write_graph(triples, GraphForm(form), mint, file)
        return file.read_bytes()
