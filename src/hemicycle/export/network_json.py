"""A network to JSON: as graphology and sigma import it, and as Cytoscape reads it.

https://graphology.github.io/serialization.html and https://js.cytoscape.org/#notation/elements-json.
Attributes are those of GEXF; days are `since` and `until`.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

import msgspec

from hemicycle.export.graphml import node_values
from hemicycle.export.network_request import from_request, writing_text
from hemicycle.networks import Edge, Network, Node, Value
from hemicycle.networks.looks import LOOKS, hexadecimal
from hemicycle.networks.records import edge_label

_ENCODE = msgspec.json.Encoder().encode
_DRAWN = ("x", "y", "size", "r", "g", "b")


def write_graphology_file(network: Network, file: Path) -> None:
    """What `Graph.from` of graphology takes; each node has x, y, size and color for sigma."""
    options = {"type": _direction(network), "multi": True, "allowSelfLoops": True}
    with writing_text(file) as out:
        out.write(f'{{"options":{_text(options)},"attributes":{_text(_about(network))},\n')
        _write_list("nodes", (_graphology_node(node) for node in network.nodes), out)
        out.write(",\n")
        _write_list("edges", (_graphology_edge(network, edge) for edge in network.edges), out)
        out.write("}\n")


def write_cytoscape_file(network: Network, file: Path) -> None:
    """Cytoscape's elements, for cytoscape.js and Cytoscape Desktop; y grows downwards there."""
    with writing_text(file) as out:
        out.write(f'{{"data":{_text(_about(network))},"elements":{{\n')
        _write_list("nodes", (_cytoscape_node(node) for node in network.nodes), out)
        out.write(",\n")
        _write_list("edges", (_cytoscape_edge(network, edge) for edge in network.edges), out)
        out.write("}}\n")


write_graphology = from_request(write_graphology_file)
write_cytoscape = from_request(write_cytoscape_file)


def _direction(network: Network) -> str:
    return "directed" if network.described.is_directed else "undirected"


def _about(network: Network) -> dict[str, str]:
    described, language = network.described, network.language
    found = {
        "name": described.name,
        "title": described.title[language],
        "description": described.description[language],
        "chosen": network.chosen,
        "latest": network.latest or "",
    }
    return {name: text for name, text in found.items() if text}


def _node_data(node: Node) -> dict[str, Value]:
    return {name: value for name, value in node_values(node).items() if name not in _DRAWN}


def _edge_data(edge: Edge) -> dict[str, Value]:
    days = {"since": edge.when.start, "until": edge.when.end}
    shown: dict[str, Value] = {"kind": edge.kind, "label": edge_label(edge.kind)}
    shown["weight"] = edge.weight
    return {**shown, **edge.values, **{name: day for name, day in days.items() if day}}


def _graphology_node(node: Node) -> dict[str, object]:
    drawn = {name: value for name, value in node_values(node).items() if name in ("x", "y", "size")}
    colour = hexadecimal(LOOKS[node.kind].colour)
    return {"key": node.iri, "attributes": {**_node_data(node), **drawn, "color": colour}}


def _graphology_edge(network: Network, edge: Edge) -> dict[str, object]:
    ends: dict[str, object] = {"source": edge.source, "target": edge.target}
    if not network.described.is_directed:
        ends["undirected"] = True
    return {"key": network.edge_id(edge), **ends, "attributes": _edge_data(edge)}


def _cytoscape_node(node: Node) -> dict[str, object]:
    look = LOOKS[node.kind]
    data = {"id": node.iri, **_node_data(node), "color": hexadecimal(look.colour)}
    found: dict[str, object] = {"data": data}
    if node.place is not None:
        found["position"] = {"x": node.place.x, "y": 0.0 - node.place.y}
    return found


def _cytoscape_edge(network: Network, edge: Edge) -> dict[str, object]:
    ends = {"id": network.edge_id(edge), "source": edge.source, "target": edge.target}
    return {"data": {**ends, **_edge_data(edge)}}


def _write_list(name: str, items: Iterable[object], out: TextIO) -> None:
    """A list, an item a line."""
    out.write(f"{_text(name)}:[")
    between = "\n"
    for item in items:
        out.write(between + _text(item))
        between = ",\n"
    out.write("\n]")


def _text(found: object) -> str:
    return _ENCODE(found).decode()
