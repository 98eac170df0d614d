"""Places and masses to the forces by which all nodes repel each other.

Nodes are cut into leaves of equal number, by halves, along x and y in turn. Within a leaf
every two nodes repel; a node of another leaf feels the leaf as one mass at its middle. So
40,000 nodes cost 40,000 × 1,250 steps, not 40,000 × 40,000.
"""

from typing import TypeAlias

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

Numbers: TypeAlias = "NDArray[np.float64]"
Indices: TypeAlias = "NDArray[np.int64]"

LEAF = 32
_CELLS = 262_144
_SOFT = 0.01


class Points(Struct, frozen=True):
    """Two numbers a node: places, or forces."""

    x: Numbers
    y: Numbers


def leaves(places: Points, size: int = LEAF, axis: int = 0) -> Indices:
    """The nodes as rows of at most `size`; rows are filled up with -1.

    Nodes of one row lie together. The first cut is along `axis`, x or y.
    """
    count = len(places.x)
    rows, width = 1, max(count, 1)
    while width > size:
        rows, width = rows * 2, -(-width // 2)
    order = np.full(rows * width, count, dtype=np.int64)
    order[:count] = np.arange(count)
    table = order.reshape(1, -1)
    axes = [np.append(values, np.inf) for values in (places.x, places.y)]
    level = 0
    while len(table) < rows:
        by = np.argsort(axes[(axis + level) % 2][table], axis=1, kind="stable")
        table = np.take_along_axis(table, by, axis=1).reshape(len(table) * 2, -1)
        level += 1
    return np.where(table == count, -1, table)


def repulsion(places: Points, masses: Numbers, table: Indices) -> Points:
    """The force on each node: of each other, both masses by the distance."""
    padded = Points(np.append(places.x, 0.0), np.append(places.y, 0.0))
    mass = np.append(masses, 0.0)
    near = _within(padded, mass, table)
    far = _between(padded, mass, table)
    force = Points(np.zeros(len(masses)), np.zeros(len(masses)))
    held = table >= 0
    force.x[table[held]] = (near.x + far.x)[held] * masses[table[held]]
    force.y[table[held]] = (near.y + far.y)[held] * masses[table[held]]
    return force


def _within(places: Points, mass: Numbers, table: Indices) -> Points:
    x, y, weight = places.x[table], places.y[table], mass[table]
    across = x[:, None, :] - x[:, :, None]
    down = y[:, None, :] - y[:, :, None]
    pull = weight[:, :, None] / (across * across + down * down + _SOFT)
    return Points((across * pull).sum(axis=1), (down * pull).sum(axis=1))


def _between(places: Points, mass: Numbers, table: Indices) -> Points:
    """What each node of the table feels of the other leaves."""
    rows, width = table.shape
    x, y, weight = places.x[table], places.y[table], mass[table]
    whole = np.cumsum(weight, axis=1)[:, -1]
    safe = np.where(whole > 0, whole, 1.0)
    middle_x = np.cumsum(x * weight, axis=1)[:, -1] / safe
    middle_y = np.cumsum(y * weight, axis=1)[:, -1] / safe
    force = Points(np.zeros((rows, width)), np.zeros((rows, width)))
    step = max(1, _CELLS // (rows * width))
    for first in range(0, rows, step):
        some = slice(first, min(first + step, rows))
        across = x[some].ravel()[None, :] - middle_x[:, None]
        down = y[some].ravel()[None, :] - middle_y[:, None]
        pull = whole[:, None] / (across * across + down * down + _SOFT)
        for row in range(some.start, some.stop):
            at = (row - first) * width
            pull[row, at : at + width] = 0.0
        force.x[some] = (across * pull).sum(axis=0).reshape(-1, width)
        force.y[some] = (down * pull).sum(axis=0).reshape(-1, width)
    return force


def unpiled(places: Points, sizes: Numbers, rounds: int = 30) -> Points:
    """The places with nodes of one leaf pushed off each other where they overlap.

    `sizes` are half the widths of nodes; after the last round a few may still touch.
    """
    x, y = places.x.copy(), places.y.copy()
    for turn in range(rounds):
        table = leaves(Points(x, y), axis=turn % 2)
        push = _pushes(Points(np.append(x, 0.0), np.append(y, 0.0)), np.append(sizes, 0.0), table)
        held = table >= 0
        x[table[held]] += push.x[held]
        y[table[held]] += push.y[held]
    return Points(x, y)


def _pushes(places: Points, sizes: Numbers, table: Indices) -> Points:
    x, y, size = places.x[table], places.y[table], sizes[table]
    width = table.shape[1]
    # Two nodes at one place part along x, the one of the higher number to the right.
    order = np.sign(np.arange(width)[None, :] - np.arange(width)[:, None]) * 0.001
    across = x[:, None, :] - x[:, :, None] + order
    down = y[:, None, :] - y[:, :, None]
    away = np.sqrt(across * across + down * down) + 1e-9
    short = (size[:, None, :] + size[:, :, None]) * 1.15 - away
    both = (table[:, None, :] >= 0) & (table[:, :, None] >= 0) & (order != 0)
    step = np.where(both & (short > 0), short, 0.0) * 0.4 / away
    return Points((across * step).sum(axis=1), (down * step).sum(axis=1))
