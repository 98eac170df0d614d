"""Pairs to places: hubs by forces among themselves, the others in the middle of theirs.

Hubs are the nodes with most neighbours: families, ministers, services.
"""

from math import sqrt

import numpy as np

from hemicycle.networks.forces import Indices, Numbers, Points
from hemicycle.networks.settle import settled
from hemicycle.networks.wires import Wires, gathered, neighbours

_HUBS = 300
_HUB_STEPS = 120
_SHARED = 12
# The cosine and sine of the golden angle: turning by it spreads points evenly.
_TURN = (-0.7373688780783197, 0.6754902942615238)


def around_hubs(wires: Wires) -> Points:
    """Hubs by forces among themselves, the others in the middle of theirs."""
    degrees = neighbours(wires)
    hubs = np.argsort(-degrees, kind="stable")[: min(_HUBS, max(1, wires.count // 3))]
    rank = np.full(wires.count, -1, dtype=np.int64)
    rank[hubs] = np.arange(len(hubs))
    among = _among_hubs(wires, rank, len(hubs))
    start = _sunflower(len(hubs))
    spots = settled(among, start, _HUB_STEPS)
    x, y = np.zeros(wires.count), np.zeros(wires.count)
    x[hubs], y[hubs] = spots.x, spots.y
    return _fill(wires, Points(x, y), rank >= 0)


def _among_hubs(wires: Wires, rank: Indices, count: int) -> Wires:
    """Hubs tied directly, or by nodes that both are tied to."""
    one, other = rank[wires.one], rank[wires.other]
    direct = (one >= 0) & (other >= 0)
    codes = [np.minimum(one, other)[direct] * count + np.maximum(one, other)[direct]]
    nodes = np.concatenate(
        [wires.one[(one < 0) & (other >= 0)], wires.other[(one >= 0) & (other < 0)]]
    )
    near = np.concatenate([other[(one < 0) & (other >= 0)], one[(one >= 0) & (other < 0)]])
    order = np.lexsort((near, nodes))
    nodes, near = nodes[order], near[order]
    for shift in range(1, _SHARED):
        same = nodes[shift:] == nodes[:-shift]
        codes.append(near[:-shift][same] * count + near[shift:][same])
    found, times = np.unique(np.concatenate(codes), return_counts=True)
    return Wires(count, found // count, found % count, times.astype(np.float64))


def _fill(
    wires: Wires, places: Points, known: "np.ndarray[tuple[int], np.dtype[np.bool_]]"
) -> Points:
    """The nodes without a place put in the middle of their neighbours, and a little apart.

    Those that nothing ties to a hub stand around all.
    """
    spots = _sunflower(wires.count)
    for _ in range(3):
        total = _sums(wires, np.where(known, 1.0, 0.0))
        x = _sums(wires, np.where(known, places.x, 0.0))
        y = _sums(wires, np.where(known, places.y, 0.0))
        new = ~known & (total > 0)
        places.x[new] = x[new] / total[new]
        places.y[new] = y[new] / total[new]
        known = known | new
    lost = np.flatnonzero(~known)
    far = sqrt(float(np.max(places.x * places.x + places.y * places.y))) + 2.0
    ring = Points(spots.x[: len(lost)], spots.y[: len(lost)])
    out = far / np.sqrt(ring.x * ring.x + ring.y * ring.y)
    places.x[lost], places.y[lost] = ring.x * out, ring.y * out
    return Points(places.x + 0.02 * spots.x, places.y + 0.02 * spots.y)


def _sums(wires: Wires, values: Numbers) -> Numbers:
    """For each node, the values of its neighbours added up."""
    return gathered(wires.one, values[wires.other], wires.count) + gathered(
        wires.other, values[wires.one], wires.count
    )


def _sunflower(count: int) -> Points:
    """Points that fill a disc evenly, from its middle, about one apart."""
    x, y = 1.0, 0.0
    xs, ys = [], []
    for number in range(count):
        radius = sqrt(number + 0.5)
        xs.append(x * radius)
        ys.append(y * radius)
        x, y = x * _TURN[0] - y * _TURN[1], x * _TURN[1] + y * _TURN[0]
    return Points(np.array(xs), np.array(ys))
