"""A networkx graph of ours to its nodes and edges as typed records, in order."""

from typing import TypeAlias

import networkx as nx
from msgspec import Struct

Value = str | int | float | bool
Network: TypeAlias = "nx.MultiDiGraph[str]"
"""Nodes have `kind`, `label` and more; edges `id`, `kind`, `label`, `weight`, their kind as key."""


class Node(Struct, frozen=True):
    """One node; `values` are its attributes beside kind and label, by name in order."""

    iri: str
    kind: str
    label: str
    values: dict[str, Value]
    degree: int


class Edge(Struct, frozen=True):
    """One edge; `weight` counts how often it is said."""

    id: str
    source: str
    target: str
    kind: str
    label: str
    weight: int


def sorted_nodes(network: Network) -> list[Node]:
    """The nodes of a network by IRI."""
    return [_node(network, iri) for iri in sorted(network)]


def _node(network: Network, iri: str) -> Node:
    found = dict(network.nodes[iri])
    kind, label = str(found.pop("kind")), str(found.pop("label"))
    return Node(iri, kind, label, dict(sorted(found.items())), network.degree(iri))


def sorted_edges(network: Network) -> list[Edge]:
    """The edges of a network by id."""
    edges = (
        Edge(source=source, target=target, **values)
        for source, target, values in network.edges(data=True)
    )
    return sorted(edges, key=lambda edge: edge.id)
