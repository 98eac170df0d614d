"""The graph to networks: one projection each, as a networkx graph with typed attributes.

A node is a thing of the graph under its own IRI, an edge what one thing says of
another; edges of one kind between the same two nodes are one edge whose weight
counts them, because Gephi would merge them in silence.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

import networkx as nx
from msgspec import Struct
from pyoxigraph import Literal, Store

from hemicycle.errors import ExportError
from hemicycle.export.network_records import Network, Value
from hemicycle.export.pivot import pivot
from hemicycle.mint import Mint
from hemicycle.namespaces import PREFIXES
from hemicycle.query import Rows, Term, internal_query, plain, run_query, shorten


class Projection(Struct, frozen=True):
    """One network: the kinds of its nodes, which name queries/networks/nodes, and a description."""

    description: str
    node_kinds: tuple[str, ...]


PROJECTIONS: Mapping[str, Projection] = MappingProxyType(
    {
        "full": Projection(
            "Questions, who asks and answers them, and the accounts their answers name",
            (
                "account",
                "concept",
                "family",
                "party",
                "person",
                "post",
                "question",
                "service",
            ),
        ),
        "service-account": Projection(
            "Federal services and the social-media accounts they are said to hold",
            ("account", "service"),
        ),
    }
)
"""Every network by the name that `--projection` takes; names queries/networks/edges too."""

OTHER = "other"
"""The kind of a node that an edge names and no query of nodes finds."""

_INTEGER = f"{PREFIXES['xsd']}integer"
_BOOLEAN = f"{PREFIXES['xsd']}boolean"
_REAL = (f"{PREFIXES['xsd']}decimal", f"{PREFIXES['xsd']}double")


def build_network(store: Store, mint: Mint, projection: str, languages: tuple[str, ...]) -> Network:
    """The network of one projection, nodes and edges sorted; `languages` choose the labels.

    The graph's own attributes are `description` and `latest`, the last day that
    the pages print, where there is one. Raises ExportError for an unknown name.
    """
    if projection not in PROJECTIONS:
        raise ExportError(
            f"no network is called {projection!r}", remedy=f"there is {', '.join(PROJECTIONS)}"
        )
    description = PROJECTIONS[projection].description
    network: Network = nx.MultiDiGraph(description=description, latest=_latest(store, mint))
    nodes = _nodes(store, mint, PROJECTIONS[projection], languages)
    network.add_nodes_from(sorted(nodes.items()))
    for row in _edges(store, mint, projection):
        _add_edge(network, mint, *(plain(cell) for cell in row))
    return network


def _add_edge(
    network: Network, mint: Mint, source: str, kind: str, target: str, weight: str
) -> None:
    for end in (source, target):
        if end not in network:
            network.add_node(end, kind=OTHER, label=shorten(end, mint))
    edge_id = f"{shorten(source, mint)} {kind} {shorten(target, mint)}"
    label = kind.replace("-", " ")
    network.add_edge(source, target, kind, id=edge_id, kind=kind, label=label, weight=int(weight))


def _edges(store: Store, mint: Mint, projection: str) -> tuple[tuple[Term | None, ...], ...]:
    found = run_query(store, internal_query(f"networks/edges/{projection}"), mint)
    return found.rows if isinstance(found, Rows) else ()


def _latest(store: Store, mint: Mint) -> str | None:
    found = run_query(store, internal_query("networks/latest"), mint)
    cells = [cell for row in found.rows for cell in row] if isinstance(found, Rows) else []
    return plain(cells[0]) if cells and cells[0] is not None else None


def _nodes(
    store: Store, mint: Mint, projection: Projection, languages: tuple[str, ...]
) -> dict[str, dict[str, Value]]:
    """Every node's attributes; a thing of two kinds is of the first that names it."""
    nodes: dict[str, dict[str, Value]] = {}
    for kind in projection.node_kinds:
        query = internal_query(f"networks/nodes/{kind}")
        for iri, found in pivot(store, query, mint):
            values = dict(_values(found))
            label = _label(values, languages) or shorten(iri, mint)
            nodes.setdefault(iri, {**values, "kind": kind, "label": label})
    return nodes


def _values(found: Mapping[str, list[Term]]) -> Iterator[tuple[str, Value]]:
    """The first value of each column; what has no value is left out."""
    for column, terms in found.items():
        if terms:
            yield column, _typed(terms[0])


def _typed(term: Term) -> Value:
    if isinstance(term, Literal):
        if term.datatype.value == _INTEGER:
            return int(term.value)
        if term.datatype.value == _BOOLEAN:
            return term.value in ("true", "1")
        if term.datatype.value in _REAL:
            return float(term.value)
    return plain(term)


def _label(values: Mapping[str, Value], languages: tuple[str, ...]) -> str:
    names = [*(f"label_{language}" for language in languages), "label"]
    return next((str(values[name]) for name in names if name in values), "")
