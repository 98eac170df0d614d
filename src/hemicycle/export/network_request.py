"""What an exporter is asked for to the network it writes, and a file of text to write it to."""

import io
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import TextIO

from hemicycle.errors import ExportError
from hemicycle.export.request import Request, writing
from hemicycle.export.xml_text import xml_line
from hemicycle.networks import Network, Node, Value, build_network

WriteNetwork = Callable[[Network, Path], None]
"""Writes a network to a file, or into a folder."""

TYPE_NAMES: Mapping[type, str] = MappingProxyType(
    {bool: "boolean", int: "integer", float: "double", str: "string", tuple: "liststring"}
)
"""What attributes of each type are called."""


def requested_network(to: Request) -> Network:
    """The network that a request is for, laid out; raises ExportError for an unknown projection."""
    # numpy is slow to import, and few exports need it.
    from hemicycle.networks.finish import finished

    network = build_network(to.store, to.mint, to.projection, to.languages, to.selection)
    return finished(network, thorough=to.thorough)


def from_request(write: WriteNetwork) -> Callable[[Request], None]:
    """An exporter that builds the network it writes."""

    def write_requested(to: Request) -> None:
        write(requested_network(to), to.out)

    return write_requested


@contextmanager
def writing_text(path: Path) -> Iterator[TextIO]:
    """A file of UTF-8 to write, whole or not at all, line ends as they are written."""
    with writing(path) as out:
        text = io.TextIOWrapper(out, encoding="utf-8", newline="", errors="strict")
        yield text
        text.flush()
        text.detach()


def label_of(node: Node) -> str:
    """What is shown of a node, on one line; its IRI where nothing is left of its label."""
    return xml_line(node.label) or node.iri


def attribute_types(values: Mapping[str, Value], types: dict[str, str]) -> None:
    """Add the types of some attributes to those known; raises ExportError where two differ.

    >>> known = {"year": "integer"}
    >>> attribute_types({"read": True}, known)
    >>> known
    {'year': 'integer', 'read': 'boolean'}
    """
    for name, value in values.items():
        kind = TYPE_NAMES[type(value)]
        if types.setdefault(name, kind) != kind:
            raise ExportError(f"attribute {name!r} is {types[name]} and {kind}")
