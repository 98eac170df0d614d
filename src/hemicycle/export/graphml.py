"""A network to GraphML, written as it goes, every edge with an id of its own.

http://graphml.graphdrawing.org/specification.html. Readers go by the names of keys;
Gephi takes x, y, size, r, g, b and weight for what they say, and without ids of its
edges keeps one in thousands. Lists are texts with " | " between their items.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import TextIO

from hemicycle.export.edge_ends import ends_of
from hemicycle.export.network_request import attribute_types, from_request, label_of, writing_text
from hemicycle.export.xml_text import DECLARATION, element, escaped, inside
from hemicycle.networks import Network, Node, Value
from hemicycle.networks.intervals import Interval
from hemicycle.networks.looks import LOOKS, size_of
from hemicycle.networks.records import edge_label

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_TYPES = {
    "boolean": "boolean",
    "integer": "long",
    "double": "double",
    "string": "string",
    "liststring": "string",
}
BETWEEN_ITEMS = " | "


def write_graphml_file(network: Network, file: Path) -> None:
    """GraphML of a network; the same network gives the same bytes."""
    with writing_text(file) as out:
        graphml_document(network, out)


write_graphml = from_request(write_graphml_file)


def graphml_document(network: Network, out: TextIO) -> None:
    """Write a network to `out`, a line at a time; raises ExportError as GEXF does."""
    out.write(DECLARATION)
    with inside(out, "graphml", {"xmlns": _NAMESPACE}):
        _write_keys(network, out)
        kind = "directed" if network.described.is_directed else "undirected"
        graph = {"id": network.described.name, "edgedefault": kind}
        with inside(out, "graph", graph):
            out.writelines(map(_node, network.nodes))
            _write_edges(network, out)


def _write_keys(network: Network, out: TextIO) -> None:
    types: dict[str, str] = {}
    for node in network.nodes:
        attribute_types(node_values(node), types)
    _write_declared("node", types, out)
    types = {}
    for edge in network.edges:
        attribute_types(edge.values, types)
    _write_declared("edge", {**_EDGE_TYPES, **types}, out)


_EDGE_TYPES = {
    "kind": "string",
    "label": "string",
    "weight": "double",
    "since": "string",
    "until": "string",
}


def _write_declared(of: str, types: Mapping[str, str], out: TextIO) -> None:
    for name, kind in sorted(types.items()):
        key = {"id": f"{of}-{name}", "for": of, "attr.name": name, "attr.type": _TYPES[kind]}
        out.write(element("key", key))


def node_values(node: Node) -> dict[str, Value]:
    """All attributes of a node in a format that has no other place for looks and days."""
    red, green, blue = LOOKS[node.kind].colour
    place: dict[str, Value] = {"x": node.place.x, "y": node.place.y} if node.place else {}
    return {
        "label": label_of(node),
        "kind": node.kind,
        **node.values,
        **_days(node.when),
        **place,
        "size": size_of(node.degree),
        "r": red,
        "g": green,
        "b": blue,
    }


def _node(node: Node) -> str:
    parts = [_data("node", name, value) for name, value in node_values(node).items()]
    return element("node", {"id": node.iri}, "".join(parts))


def _write_edges(network: Network, out: TextIO) -> None:
    ends = ends_of(network)
    kinds: dict[str, str] = {}
    days: dict[Interval, str] = {}
    for edge in network.edges:
        if edge.kind not in kinds:
            kinds[edge.kind] = _kind(edge.kind)
        if edge.when not in days:
            days[edge.when] = _edge_values(_days(edge.when))
        weight = _data("edge", "weight", float(edge.weight))
        data = f"{kinds[edge.kind]}{weight}{days[edge.when]}{_edge_values(edge.values)}"
        out.write(f"<edge{ends(edge)}>{data}</edge>\n")


def _kind(kind: str) -> str:
    return _edge_values({"kind": kind, "label": edge_label(kind)})


def _edge_values(values: Mapping[str, Value]) -> str:
    return "".join([_data("edge", name, value) for name, value in values.items()])


def _days(when: Interval) -> dict[str, Value]:
    days = {"since": when.start, "until": when.end}
    return {name: day for name, day in days.items() if day}


def _data(of: str, name: str, value: Value) -> str:
    return element("data", {"key": f"{of}-{name}"}, escaped(text_of(value)))


def text_of(value: Value) -> str:
    """An attribute as text: `true`, and lists with a bar between their items."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return BETWEEN_ITEMS.join(value) if isinstance(value, tuple) else str(value)
