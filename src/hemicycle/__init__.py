"""Hemicycle: the knowledge graph of the Belgian Senate's written questions."""

from importlib.metadata import version

from hemicycle.frame import table
from hemicycle.load import load
from hemicycle.network_of import network

__all__ = ["__version__", "load", "network", "table"]

__version__ = version("hemicycle")
