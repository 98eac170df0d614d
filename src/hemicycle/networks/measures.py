"""A network to the same with measures of its nodes: betweenness and community.

Both take edges both ways, parallel ones together.
"""

import msgspec
import numpy as np
from msgspec import Struct

from hemicycle.networks.communities import Tie, Ties, communities
from hemicycle.networks.forces import Indices, Numbers
from hemicycle.networks.records import Network, Value
from hemicycle.networks.wires import Wires, wires_of

EXACT = 5_000
"""Up to how many nodes betweenness counts the shortest paths from all of them."""

SAMPLES = 500
"""From how many it counts them in larger networks."""


def measured(network: Network) -> Network:
    """The network whose nodes have `betweenness` and `community` too.

    Betweenness is the share of shortest paths between two other nodes that lead through
    one, from 0 to 1, by steps; above EXACT nodes an estimate from SAMPLES of them.
    Communities are numbered from 1, the largest first.
    """
    wires = wires_of(network)
    between = betweenness(wires).tolist()
    groups = communities(_ties(wires))
    nodes = []
    for node, share, group in zip(network.nodes, between, groups, strict=True):
        values: dict[str, Value] = {"betweenness": round(share, 6), "community": group}
        values = dict(sorted({**node.values, **values}.items()))
        nodes.append(msgspec.structs.replace(node, values=values))
    return msgspec.structs.replace(network, nodes=tuple(nodes))


class _Rows(Struct, frozen=True):
    """Each node's neighbours: those of n are `near[first[n]:first[n + 1]]`."""

    first: Indices
    near: Indices


def betweenness(wires: Wires) -> Numbers:
    """The betweenness of each node, by Brandes's method (doi.org/10.1080/0022250X.2001.9990249).

    Where paths are counted from some nodes alone, these stand evenly among all.
    """
    count = wires.count
    total = np.zeros(count)
    if count < 3:
        return total
    rows = _rows(wires)
    step = 1 if count <= EXACT else -(-count // SAMPLES)
    sources = range(0, count, step)
    for source in sources:
        total += _through(rows, source, count)
    scale = count / len(sources) / ((count - 1) * (count - 2))
    return total * scale


def _rows(wires: Wires) -> _Rows:
    one = np.concatenate([wires.one, wires.other])
    other = np.concatenate([wires.other, wires.one])
    order = np.lexsort((other, one))
    counts = np.bincount(one, minlength=wires.count)
    return _Rows(np.concatenate([[0], np.cumsum(counts)]).astype(np.int64), other[order])


def _through(rows: _Rows, source: int, count: int) -> Numbers:
    """What share of the shortest paths from one node to each other lead through each."""
    steps = np.full(count, -1, dtype=np.int64)
    paths = np.zeros(count)
    steps[source], paths[source] = 0, 1.0
    levels: list[tuple[Indices, Indices]] = []
    front = np.array([source], dtype=np.int64)
    while len(front):
        level = len(levels) + 1
        before, after = _onward(rows, front)
        steps[after[steps[after] < 0]] = level
        onward = steps[after] == level
        before, after = before[onward], after[onward]
        paths += np.bincount(after, weights=paths[before], minlength=count)
        levels.append((before, after))
        front = np.flatnonzero(steps == level)
    shares = np.zeros(count)
    for before, after in reversed(levels):
        share = paths[before] / paths[after] * (1.0 + shares[after])
        shares += np.bincount(before, weights=share, minlength=count)
    shares[source] = 0.0
    return shares


def _onward(rows: _Rows, front: Indices) -> tuple[Indices, Indices]:
    """Every step from these nodes: where from, and where to."""
    counts = rows.first[front + 1] - rows.first[front]
    skipped = np.cumsum(counts) - counts
    places = np.arange(int(counts.sum())) + np.repeat(rows.first[front] - skipped, counts)
    return np.repeat(front, counts), rows.near[places]


def _ties(wires: Wires) -> Ties:
    ties: Ties = [[] for _ in range(wires.count)]
    ends = zip(wires.one.tolist(), wires.other.tolist(), wires.weight.tolist(), strict=True)
    for one, other, weight in ends:
        ties[one].append(Tie(other, weight))
        ties[other].append(Tie(one, weight))
    return ties
