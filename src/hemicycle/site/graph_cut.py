"""A network to the part of it that somebody chose: its years, its kinds, a neighbourhood."""

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec
from msgspec import Struct

from hemicycle.networks import Edge, Network
from hemicycle.networks.intervals import Interval
from hemicycle.site.graph_choice import GraphChoice


class Cut(Struct, frozen=True, kw_only=True):
    """What is shown of a network.

    `kinds` counts all nodes by kind and `years` are the first and the last, before years,
    kinds and neighbourhood were chosen; `left_out` are nodes that would be shown if there
    were room.
    """

    network: Network
    kinds: dict[str, int]
    years: tuple[int, int] | None
    left_out: int


def cut(network: Network, choice: GraphChoice) -> Cut:
    """The part of a network that a choice holds for, the most tied nodes where it is too large."""
    edges = [edge for edge in network.edges if _is_within(edge.when, choice)]
    kinds = {node.iri: node.kind for node in network.nodes}
    ties = _neighbours(edges)
    wanted = _wanted(network, choice, ties)
    allowed = [iri for iri in wanted if kinds[iri] not in choice.without]
    shown = frozenset(_first(network, allowed, choice))
    return Cut(
        network=_part(network, edges, shown),
        kinds=dict(sorted(Counter(kinds.values()).items())),
        years=_years(network),
        left_out=len(allowed) - len(shown),
    )


def _is_within(when: Interval, choice: GraphChoice) -> bool:
    if choice.last is not None and when.start and int(when.start[:4]) > choice.last:
        return False
    return not (choice.first is not None and when.end and int(when.end[:4]) < choice.first)


def _neighbours(edges: Iterable[Edge]) -> dict[str, set[str]]:
    ties: dict[str, set[str]] = {}
    for edge in edges:
        ties.setdefault(edge.source, set()).add(edge.target)
        ties.setdefault(edge.target, set()).add(edge.source)
    return ties


def _wanted(network: Network, choice: GraphChoice, ties: dict[str, set[str]]) -> list[str]:
    """The nodes to show if there is room, in the network's order."""
    known = {network.short(node.iri): node.iri for node in network.nodes}
    more = [known[path] for path in choice.more if path in known]
    if choice.around:
        middle = {known[path] for path in choice.around if path in known}
        found = _within_steps(middle, choice.steps, ties)
    elif choice.first is None and choice.last is None:
        found = set(known.values())
    else:
        alone = {node.iri for node in network.nodes if node.when.start is not None}
        dated = {node.iri for node in network.nodes if _is_within(node.when, choice)} & alone
        found = set(ties) | dated
    for iri in more:
        found |= {iri, *ties.get(iri, ())}
    return [node.iri for node in network.nodes if node.iri in found]


def _within_steps(middle: set[str], steps: int, ties: dict[str, set[str]]) -> set[str]:
    found, edge = set(middle), set(middle)
    for _ in range(steps):
        edge = {other for iri in edge for other in ties.get(iri, ())} - found
        found |= edge
    return found


def _first(network: Network, allowed: Sequence[str], choice: GraphChoice) -> list[str]:
    """As many as there is room for: what was asked for by name, then the most tied."""
    degrees = {node.iri: node.degree for node in network.nodes}
    named = {*choice.around, *choice.more}
    order = sorted(allowed, key=lambda iri: (network.short(iri) not in named, -degrees[iri], iri))
    return order[: choice.most]


def _part(network: Network, edges: Iterable[Edge], shown: frozenset[str]) -> Network:
    return msgspec.structs.replace(
        network,
        nodes=tuple(node for node in network.nodes if node.iri in shown),
        edges=tuple(edge for edge in edges if edge.source in shown and edge.target in shown),
    )


def _years(network: Network) -> tuple[int, int] | None:
    """The years in which something begins or ends."""
    whens = (*(edge.when for edge in network.edges), *(node.when for node in network.nodes))
    years = [int(day[:4]) for when in whens for day in (when.start, when.end) if day]
    return (min(years), max(years)) if years else None
