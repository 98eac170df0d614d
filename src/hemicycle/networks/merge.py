"""Ties as a projection finds them to edges: one a kind, source and target, weights added up."""

from collections.abc import Iterable

from hemicycle.networks.intervals import ALWAYS, Interval, hull
from hemicycle.networks.records import Edge


def merged(ties: Iterable[Edge]) -> tuple[Edge, ...]:
    """The edges of some ties by kind, source and target.

    Gephi would merge parallel edges of one kind in silence, and lose their days. Values
    are those of the first tie; the interval holds those of all.
    """
    found: dict[tuple[str, str, str], Edge] = {}
    for tie in ties:
        key = (tie.kind, tie.source, tie.target)
        known = found.get(key)
        found[key] = tie if known is None else _both(known, tie)
    return tuple(found[key] for key in sorted(found))


def _both(one: Edge, other: Edge) -> Edge:
    weight, when = one.weight + other.weight, hull(one.when, other.when)
    return Edge(one.source, one.kind, one.target, weight, one.values, when)


def spans(edges: Iterable[Edge]) -> dict[str, Interval]:
    """The interval of each node that edges tie: it holds those of all its edges."""
    found: dict[str, Interval] = {}
    for edge in edges:
        for end in (edge.source, edge.target):
            known = found.get(end)
            found[end] = edge.when if known is None else hull(known, edge.when)
    return {end: when for end, when in found.items() if when != ALWAYS}
