"""A network to the same with a place for every node.

Hubs come first, the rest around theirs; then forces move all nodes, and those that
overlap are pushed off each other.

The same edges give the same places: there is no chance in it, sums run in a fixed order,
and only operations are used that IEEE 754 rounds exactly, so machines do not differ.
"""

from math import sqrt

import msgspec
import numpy as np

from hemicycle.networks.forces import Points, unpiled
from hemicycle.networks.hubs import around_hubs
from hemicycle.networks.looks import size_of
from hemicycle.networks.records import Network, Place
from hemicycle.networks.settle import settled
from hemicycle.networks.wires import Wires, wires_of


def placed(network: Network, *, refine: bool) -> Network:
    """The network with a place for every node, in units of node sizes, rounded.

    `refine` says whether forces move all nodes at the end.
    """
    places = place_all(wires_of(network), refine)
    if refine:
        places = unpiled(places, np.array([size_of(node.degree) for node in network.nodes]))
    xs, ys = places.x.tolist(), places.y.tolist()
    nodes = (
        msgspec.structs.replace(node, place=Place(round(x, 2) + 0.0, round(y, 2) + 0.0))
        for node, x, y in zip(network.nodes, xs, ys, strict=True)
    )
    return msgspec.structs.replace(network, nodes=tuple(nodes))


def place_all(wires: Wires, refine: bool) -> Points:
    """A place for every node, spread so that nodes have room."""
    if wires.count == 0:
        return Points(np.zeros(0), np.zeros(0))
    places = around_hubs(wires)
    if refine:
        places = settled(wires, places, _steps(wires.count))
    return _spread(places)


def _steps(count: int) -> int:
    return max(40, min(200, 400_000 // (count + 1)))


def _spread(places: Points) -> Points:
    """The places around their middle, as far apart as sizes of nodes ask for."""
    count = len(places.x)
    x = places.x - float(np.cumsum(places.x)[-1]) / count
    y = places.y - float(np.cumsum(places.y)[-1]) / count
    radius = sqrt(float(np.cumsum(x * x + y * y)[-1]) / count)
    scale = 18.0 * sqrt(count) / radius if radius > 0 else 1.0
    return Points(x * scale, y * scale)
