"""A network's edges to pairs of numbered nodes, which layout and measures count with."""

import numpy as np
from msgspec import Struct

from hemicycle.networks.forces import Indices, Numbers
from hemicycle.networks.records import Network


class Wires(Struct, frozen=True):
    """The pairs that edges tie, by the numbers of their nodes; the weight of each."""

    count: int
    one: Indices
    other: Indices
    weight: Numbers


def wires_of(network: Network) -> Wires:
    """The pairs of different nodes that edges tie, each once, with the weight of all."""
    numbers = {node.iri: number for number, node in enumerate(network.nodes)}
    weights: dict[tuple[int, int], int] = {}
    for edge in network.edges:
        one, other = numbers[edge.source], numbers[edge.target]
        if one != other:
            pair = (min(one, other), max(one, other))
            weights[pair] = weights.get(pair, 0) + edge.weight
    pairs = np.array(sorted(weights), dtype=np.int64).reshape(-1, 2)
    weight = np.array([weights[pair] for pair in sorted(weights)], dtype=np.float64)
    return Wires(len(numbers), pairs[:, 0].copy(), pairs[:, 1].copy(), weight)


def neighbours(wires: Wires) -> Numbers:
    """How many neighbours each node has."""
    ends = np.concatenate([wires.one, wires.other])
    return np.bincount(ends, minlength=wires.count).astype(np.float64)


def gathered(nodes: Indices, values: Numbers, count: int) -> Numbers:
    """For each node, the values that stand beside it added up, in their order."""
    return np.bincount(nodes, weights=values, minlength=count).astype(np.float64, copy=False)
