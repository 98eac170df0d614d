"""A network to the same, measured and laid out as far as its size allows."""

from hemicycle.networks.layout import placed
from hemicycle.networks.measures import measured
from hemicycle.networks.records import Network

THOROUGH = 12_000
"""Up to how many nodes a network is measured and refined, unless asked otherwise."""


def finished(network: Network, *, thorough: bool | None = None) -> Network:
    """The network with a place for every node.

    `thorough` says whether nodes are measured too (betweenness, community) and moved by
    forces, about a minute for 40,000; None: where there are up to THOROUGH nodes.
    """
    if thorough is None:
        thorough = len(network.nodes) <= THOROUGH
    return placed(measured(network) if thorough else network, refine=thorough)
