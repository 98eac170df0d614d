"""Hemicycle: the knowledge graph of the Belgian Senate's written questions."""

from importlib.metadata import version

from hemicycle.load import load

__all__ = ["__version__", "load"]

__version__ = version("hemicycle")
