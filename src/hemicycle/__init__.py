"""Hemicycle: the knowledge graph of the Belgian Senate's written questions."""

from importlib.metadata import version

__version__ = version("hemicycle")
