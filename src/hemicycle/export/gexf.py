"""A network to GEXF 1.3, written as it goes: typed attributes, edge kinds, days, colours by kind.

https://gexf.net/schema.html. An attribute's id is its title, because readers differ
in which they show; Gephi takes an edge's `kind` for its type and has no column of it,
so `relation` repeats it for filters.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import TextIO

from msgspec import Struct

from hemicycle.export.edge_ends import ends_of
from hemicycle.export.gexf_values import attvalues, lasting
from hemicycle.export.legend import kinds_shown, write_legend
from hemicycle.export.network_request import attribute_types, from_request, label_of, writing_text
from hemicycle.export.xml_text import (
    DECLARATION,
    attributes,
    element,
    escaped,
    inside,
    xml_line,
)
from hemicycle.networks import Edge, Network, Node
from hemicycle.networks.intervals import ALWAYS, Interval
from hemicycle.networks.looks import LOOKS, hexadecimal, size_of
from hemicycle.networks.records import edge_label

_NAMESPACE = "http://gexf.net/1.3"
_DYNAMIC = {"mode": "dynamic", "timeformat": "date", "timerepresentation": "interval"}


def write_gexf_file(network: Network, file: Path) -> None:
    """GEXF of a network, and its legend beside it: full.gexf and full.legend.csv.

    The same network gives the same bytes: the day of last change is the last one that
    the pages print, not today.
    """
    with writing_text(file) as out:
        gexf_document(network, out)
    write_legend(network, file.with_name(f"{file.name.removesuffix('.gexf')}.legend.csv"))


write_gexf = from_request(write_gexf_file)


def gexf_document(network: Network, out: TextIO) -> None:
    """Write a network to `out`, a line at a time.

    Characters that XML cannot hold are left out, and labels folded to one line.
    Raises ExportError where one attribute has values of two types.
    """
    spaces = {"xmlns": _NAMESPACE, "xmlns:viz": f"{_NAMESPACE}/viz"}
    out.write(DECLARATION)
    with inside(out, "gexf", {**spaces, "version": "1.3"}):
        out.write(_meta(network))
        with inside(out, "graph", _graph(network)):
            _write_declarations(network, out)
            with inside(out, "nodes", {}):
                out.writelines(map(_node, network.nodes))
            with inside(out, "edges", {}):
                _write_edges(network, out)


def _meta(network: Network) -> str:
    described, language = network.described, network.language
    legend = ", ".join(
        f"{LOOKS[kind].names[language]} {hexadecimal(LOOKS[kind].colour)} {LOOKS[kind].shape}"
        for kind, _ in kinds_shown(network)
    )
    chosen = f" ({network.chosen})" if network.chosen else ""
    words = (
        f"{described.title[language]}{chosen}. {described.description[language]}. Colours: {legend}"
    )
    texts = {
        "creator": "Hemicycle",
        "keywords": f"{described.name}, Belgian Senate, written questions",
        "description": words,
    }
    parts = "".join(element(name, {}, escaped(xml_line(text))) for name, text in texts.items())
    return element("meta", {"lastmodifieddate": network.latest} if network.latest else {}, parts)


def _graph(network: Network) -> dict[str, str]:
    kind = "directed" if network.described.is_directed else "undirected"
    is_dated = any(edge.when != ALWAYS for edge in network.edges)
    return {"defaultedgetype": kind, **(_DYNAMIC if is_dated else {"mode": "static"})}


def _write_declarations(network: Network, out: TextIO) -> None:
    node_types: dict[str, str] = {}
    edge_types: dict[str, str] = {}
    for node in network.nodes:
        attribute_types(node.values, node_types)
    for edge in network.edges:
        attribute_types(edge.values, edge_types)
    out.write(_attributes("node", {"kind": "string", **dict(sorted(node_types.items()))}))
    out.write(_attributes("edge", {"relation": "string", **dict(sorted(edge_types.items()))}))


def _attributes(of: str, types: Mapping[str, str]) -> str:
    declared = (
        element("attribute", {"id": name, "title": name, "type": kind})
        for name, kind in types.items()
    )
    return element("attributes", {"class": of, "mode": "static"}, "".join(declared))


def _node(node: Node) -> str:
    look = LOOKS[node.kind]
    red, green, blue = (str(part) for part in look.colour)
    parts = [
        attvalues({"kind": node.kind, **node.values}),
        element("viz:color", {"r": red, "g": green, "b": blue}),
        element("viz:size", {"value": str(size_of(node.degree))}),
        element("viz:shape", {"value": look.shape}),
    ]
    if node.place is not None:
        place = {"x": str(node.place.x), "y": str(node.place.y), "z": "0.0"}
        parts.insert(2, element("viz:position", place))
    shown = {"id": node.iri, "label": label_of(node), **lasting(node.when)}
    return element("node", shown, "".join(parts))


def _write_edges(network: Network, out: TextIO) -> None:
    ends = ends_of(network)
    kinds: dict[str, _Kind] = {}
    days: dict[Interval, str] = {}
    for edge in network.edges:
        if edge.kind not in kinds:
            kinds[edge.kind] = _kind(edge.kind)
        if edge.when not in days:
            days[edge.when] = attributes(lasting(edge.when))
        kind = kinds[edge.kind]
        values = _edge_values(edge) if edge.values else kind.values
        shown = f'{ends(edge)}{kind.shown} weight="{edge.weight}.0"{days[edge.when]}'
        out.write(f"<edge{shown}>{values}</edge>\n")


class _Kind(Struct, frozen=True):
    """What all edges of a kind share: attributes, and their values where they have no others."""

    shown: str
    values: str


def _kind(kind: str) -> _Kind:
    shown = attributes({"kind": kind, "label": edge_label(kind)})
    return _Kind(shown, attvalues({"relation": kind}))


def _edge_values(edge: Edge) -> str:
    return attvalues({"relation": edge.kind, **edge.values})
