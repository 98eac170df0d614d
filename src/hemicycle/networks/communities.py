"""Pairs of nodes to communities: groups tied more closely than chance would tie them.

Louvain's method (https://doi.org/10.1088/1742-5468/2008/10/P10008) on the weights of pairs,
nodes taken in their order, so that the same pairs give the same communities.
"""

from collections.abc import Sequence

from msgspec import Struct

_ROUNDS = 20
_LEVELS = 12


class Tie(Struct, frozen=True):
    """A node's tie to another, by its number."""

    to: int
    weight: float


Ties = list[list[Tie]]
"""Each node's ties; a tie to itself counts twice its weight."""


def communities(ties: Ties) -> list[int]:
    """The community of each node, numbered from 1, the largest first.

    >>> pair = lambda to: [Tie(to, 1.0)]
    >>> communities([pair(1), pair(0), pair(3), pair(2), []])
    [1, 1, 2, 2, 3]
    """
    found = list(range(len(ties)))
    for _ in range(_LEVELS):
        groups = _numbered(_moved(ties))
        count = max(groups, default=-1) + 1
        if count == len(ties):
            break
        found = [groups[one] for one in found]
        ties = _joined(ties, groups, count)
    return _by_size(found)


def _moved(ties: Ties) -> list[int]:
    """The group of each node when no move of one alone makes the groups closer."""
    strengths = [sum(tie.weight for tie in own) for own in ties]
    whole = sum(strengths)
    groups, totals = list(range(len(ties))), list(strengths)
    for _ in range(_ROUNDS if whole else 0):
        moves = 0
        for node, own in enumerate(ties):
            old, strength = groups[node], strengths[node]
            totals[old] -= strength
            new = _best(own, node, old, groups, totals, strength / whole)
            totals[new] += strength
            if new != old:
                groups[node] = new
                moves += 1
        if moves * 200 < len(ties):
            break
    return groups


def _best(
    own: list[Tie], node: int, old: int, groups: list[int], totals: list[float], share: float
) -> int:
    """The group that a node gains most in; its own where none is better."""
    weights: dict[int, float] = {old: 0.0}
    for tie in own:
        if tie.to != node:
            group = groups[tie.to]
            weights[group] = weights.get(group, 0.0) + tie.weight
    best, gain = old, weights[old] - totals[old] * share
    for group, weight in weights.items():
        found = weight - totals[group] * share
        if found > gain + 1e-12:
            best, gain = group, found
    return best


def _numbered(groups: Sequence[int]) -> list[int]:
    numbers: dict[int, int] = {}
    return [numbers.setdefault(group, len(numbers)) for group in groups]


def _joined(ties: Ties, groups: list[int], count: int) -> Ties:
    """The ties of the groups, each a node of the next level."""
    weights: list[dict[int, float]] = [{} for _ in range(count)]
    for node, own in enumerate(ties):
        joined = weights[groups[node]]
        for tie in own:
            group = groups[tie.to]
            joined[group] = joined.get(group, 0.0) + tie.weight
    return [[Tie(to, weight) for to, weight in found.items()] for found in weights]


def _by_size(groups: list[int]) -> list[int]:
    sizes: dict[int, int] = {}
    for group in groups:
        sizes[group] = sizes.get(group, 0) + 1
    order = sorted(sizes, key=lambda group: -sizes[group])
    numbers = {group: number for number, group in enumerate(order, start=1)}
    return [numbers[group] for group in groups]
