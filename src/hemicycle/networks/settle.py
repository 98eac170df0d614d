"""Places to those where the forces of ForceAtlas2 come to rest.

Neighbours attract by their distance, all nodes repel by their degrees and the inverse of
it, and all are drawn to the middle (https://doi.org/10.1371/journal.pone.0098679).
"""

import numpy as np

from hemicycle.networks.forces import Indices, Numbers, Points, leaves, repulsion
from hemicycle.networks.wires import Wires, gathered, neighbours

_LEAVES_LAST = 4
_GRAVITY = 0.2
_REPULSION = 4.0
_JITTER = 1.0


def settled(wires: Wires, places: Points, steps: int) -> Points:
    """The places after so many steps of all forces, ever slower where nodes swing."""
    masses = neighbours(wires) + 1.0
    x, y = places.x.copy(), places.y.copy()
    before = Points(np.zeros(wires.count), np.zeros(wires.count))
    speed, table = 1.0, leaves(places)
    for step in range(steps):
        if step % _LEAVES_LAST == 0:
            table = leaves(Points(x, y))
        force = _forces(wires, Points(x, y), masses, table)
        swing = _length(force.x - before.x, force.y - before.y)
        drive = _length(force.x + before.x, force.y + before.y) * 0.5
        whole = float(np.cumsum(masses * swing)[-1])
        wanted = _JITTER * float(np.cumsum(masses * drive)[-1]) / whole if whole > 0 else speed
        speed = min(wanted, speed * 1.5)
        factor = speed / (1.0 + np.sqrt(speed * swing))
        x, y = x + force.x * factor, y + force.y * factor
        before = force
    return Points(x, y)


def _forces(wires: Wires, places: Points, masses: Numbers, table: Indices) -> Points:
    apart = repulsion(places, masses, table)
    strength = np.sqrt(wires.weight)
    across = (places.x[wires.other] - places.x[wires.one]) * strength
    down = (places.y[wires.other] - places.y[wires.one]) * strength
    pull = _GRAVITY * masses
    return Points(
        apart.x * _REPULSION + _pulled(wires, across) - places.x * pull,
        apart.y * _REPULSION + _pulled(wires, down) - places.y * pull,
    )


def _pulled(wires: Wires, along: Numbers) -> Numbers:
    forth = gathered(wires.one, along, wires.count)
    return forth - gathered(wires.other, along, wires.count)


def _length(x: Numbers, y: Numbers) -> Numbers:
    found: Numbers = np.sqrt(x * x + y * y)
    return found
