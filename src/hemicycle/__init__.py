"""Hemicycle: the knowledge graph of the Belgian Senate's written questions."""

from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hemicycle.dataset_of import load
    from hemicycle.frame import table
    from hemicycle.network_of import network

__all__ = ["__version__", "load", "network", "table"]

__version__ = version("hemicycle")

_HOMES = {"load": "dataset_of", "network": "network_of", "table": "frame"}


def __getattr__(name: str) -> Any:
    """One of the library's functions, whose module is imported when it is first asked for.

    rdflib and networkx take half a second, which no command should wait for that needs neither.
    """
    if name not in _HOMES:
        raise AttributeError(f"module 'hemicycle' has no attribute {name!r}")
    return getattr(import_module(f"hemicycle.{_HOMES[name]}"), name)
