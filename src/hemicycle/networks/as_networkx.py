"""A network to networkx: the same nodes, edges and attributes that the files have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

import networkx as nx

from hemicycle.networks.intervals import Interval
from hemicycle.networks.looks import LOOKS, size_of
from hemicycle.networks.records import Edge, Network, Node, Value, edge_label

if TYPE_CHECKING:
    MultiDiGraph: TypeAlias = nx.MultiDiGraph[str]


def as_networkx(network: Network) -> MultiDiGraph:
    """The network as a MultiDiGraph; edges have their kind as key.

    Lists are Python lists, days `start` and `end`, looks under `viz` as networkx reads
    them from GEXF. In a network without direction (`graph["directed"]` is False) an
    edge goes from the lower IRI to the higher; `to_undirected` makes it what it means.
    """
    graph: MultiDiGraph = nx.MultiDiGraph()
    graph.graph.update(_about(network))
    graph.add_nodes_from((node.iri, _node(node)) for node in network.nodes)
    for edge in network.edges:
        graph.add_edge(edge.source, edge.target, edge.kind, **_edge(network, edge))
    return graph


def _about(network: Network) -> dict[str, object]:
    described = network.described
    return {
        "name": described.name,
        "title": described.title,
        "description": described.description,
        "directed": described.is_directed,
        "chosen": network.chosen,
        "latest": network.latest,
    }


def _node(node: Node) -> dict[str, object]:
    red, green, blue = LOOKS[node.kind].colour
    viz: dict[str, object] = {
        "color": {"r": red, "g": green, "b": blue},
        "size": size_of(node.degree),
        "shape": LOOKS[node.kind].shape,
    }
    if node.place is not None:
        viz["position"] = {"x": node.place.x, "y": node.place.y, "z": 0.0}
    shown = {"kind": node.kind, "label": node.label, **_lists(node.values)}
    return {**shown, **_days(node.when), "viz": viz}


def _edge(network: Network, edge: Edge) -> dict[str, object]:
    shown = {
        "id": network.edge_id(edge),
        "kind": edge.kind,
        "label": edge_label(edge.kind),
        "weight": edge.weight,
    }
    return {**shown, **_lists(edge.values), **_days(edge.when)}


def _lists(values: Mapping[str, Value]) -> dict[str, object]:
    return {
        name: list(value) if isinstance(value, tuple) else value for name, value in values.items()
    }


def _days(when: Interval) -> dict[str, str]:
    days = {"start": when.start, "end": when.end}
    return {name: day for name, day in days.items() if day}
