"""A store to networks: what is asked of whom, what stands together, who holds which account."""

from hemicycle.networks.build import EVERYTHING, build_network, find_projection, network_of
from hemicycle.networks.projections import PROJECTIONS, Projection
from hemicycle.networks.records import Described, Edge, Network, Node, Place, Value
from hemicycle.networks.selection import Selection, read_selection

__all__ = [
    "EVERYTHING",
    "PROJECTIONS",
    "Described",
    "Edge",
    "Network",
    "Node",
    "Place",
    "Projection",
    "Selection",
    "Value",
    "build_network",
    "find_projection",
    "network_of",
    "read_selection",
]
