"""A network to GEXF 1.3, written as it goes: typed attributes, edge kinds, colours by kind.

https://gexf.net/schema.html. An attribute's id is its title, because readers differ
in which they show; Gephi takes an edge's `kind` for its type and has no column of it,
so `relation` repeats it for filters.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from math import sqrt
from types import MappingProxyType
from typing import BinaryIO
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

from hemicycle.errors import ExportError
from hemicycle.export.network_records import Edge, Network, Node, Value, sorted_edges, sorted_nodes
from hemicycle.export.networks import build_network
from hemicycle.export.request import Request, writing
from hemicycle.export.xml_text import xml_line, xml_text

KIND_COLOURS: Mapping[str, tuple[int, int, int]] = MappingProxyType(
    {
        "account": (230, 159, 0),
        "concept": (153, 153, 153),
        "family": (0, 0, 0),
        "party": (204, 121, 167),
        "person": (0, 158, 115),
        "post": (240, 228, 66),
        "question": (86, 180, 233),
        "service": (213, 94, 0),
        "other": (0, 114, 178),
    }
)
"""Red, green, blue of each kind of node: Okabe and Ito's colours, apart for colour-blind eyes."""

_NAMESPACE = "http://gexf.net/1.3"
_TYPES: Mapping[type, str] = MappingProxyType(
    {bool: "boolean", int: "long", float: "double", str: "string"}
)
_SMALLEST = 4.0


def write_gexf(to: Request) -> None:
    """GEXF of the projection `to.projection`; the same graph gives the same bytes.

    The day of last change is the last one that the pages print, not today.
    """
    network = build_network(to.store, to.mint, to.projection, to.languages)
    with writing(to.out) as out:
        gexf_document(network, out)


def gexf_document(network: Network, out: BinaryIO) -> None:
    """Write a network to `out`.

    Characters that XML cannot hold are left out, and labels folded to one line.
    Raises ExportError where one attribute has values of two types.
    """
    xml = XMLGenerator(out, "utf-8", short_empty_elements=True)
    nodes = sorted_nodes(network)
    types = attribute_types(node.values for node in nodes)
    xml.startDocument()
    spaces = {"xmlns": _NAMESPACE, "xmlns:viz": f"{_NAMESPACE}/viz"}
    with _element(xml, "gexf", {**spaces, "version": "1.3"}):
        _meta(xml, network, sorted({node.kind for node in nodes}))
        with _element(xml, "graph", {"defaultedgetype": "directed", "mode": "static"}):
            _attributes(xml, "node", {"kind": "string", **types})
            _attributes(xml, "edge", {"relation": "string"})
            with _element(xml, "nodes", {}):
                for node in nodes:
                    _node(xml, node)
            with _element(xml, "edges", {}):
                for edge in sorted_edges(network):
                    _edge(xml, edge)
    xml.endDocument()


def attribute_types(records: Iterable[Mapping[str, Value]]) -> dict[str, str]:
    """The GEXF type of each attribute, by name in order; raises ExportError where two differ.

    >>> attribute_types([{"year": 2013}, {"read": True}])
    {'read': 'boolean', 'year': 'long'}
    """
    types: dict[str, str] = {}
    for values in records:
        for name, value in values.items():
            kind = _TYPES[type(value)]
            if types.setdefault(name, kind) != kind:
                raise ExportError(f"attribute {name!r} is {types[name]} and {kind}")
    return dict(sorted(types.items()))


@contextmanager
def _element(xml: XMLGenerator, name: str, values: Mapping[str, str]) -> Iterator[None]:
    xml.startElement(name, AttributesImpl(dict(values)))
    xml.ignorableWhitespace("\n")
    yield
    xml.endElement(name)
    xml.ignorableWhitespace("\n")


def _leaf(xml: XMLGenerator, name: str, values: Mapping[str, str], text: str = "") -> None:
    xml.startElement(name, AttributesImpl(dict(values)))
    if text:
        xml.characters(text)
    xml.endElement(name)
    xml.ignorableWhitespace("\n")


def _meta(xml: XMLGenerator, network: Network, kinds: list[str]) -> None:
    latest = network.graph["latest"]
    legend = ", ".join(f"{kind} {_hexadecimal(KIND_COLOURS[kind])}" for kind in kinds)
    with _element(xml, "meta", {"lastmodifieddate": latest} if latest else {}):
        _leaf(xml, "creator", {}, "Hemicycle")
        _leaf(xml, "description", {}, f"{network.graph['description']}. Colours: {legend}")


def _hexadecimal(colour: tuple[int, int, int]) -> str:
    return "#" + "".join(f"{part:02x}" for part in colour)


def _attributes(xml: XMLGenerator, of: str, types: Mapping[str, str]) -> None:
    with _element(xml, "attributes", {"class": of}):
        for name, kind in types.items():
            _leaf(xml, "attribute", {"id": name, "title": name, "type": kind})


def _node(xml: XMLGenerator, node: Node) -> None:
    red, green, blue = (str(part) for part in KIND_COLOURS[node.kind])
    with _element(xml, "node", {"id": node.iri, "label": xml_line(node.label)}):
        _attvalues(xml, {"kind": node.kind, **node.values})
        _leaf(xml, "viz:color", {"r": red, "g": green, "b": blue})
        _leaf(xml, "viz:size", {"value": f"{_SMALLEST + 2 * sqrt(node.degree):.2f}"})


def _edge(xml: XMLGenerator, edge: Edge) -> None:
    ends = {"id": edge.id, "source": edge.source, "target": edge.target}
    shown = {"kind": edge.kind, "label": edge.label, "weight": f"{edge.weight:.1f}"}
    with _element(xml, "edge", {**ends, **shown}):
        _attvalues(xml, {"relation": edge.kind})


def _attvalues(xml: XMLGenerator, values: Mapping[str, Value]) -> None:
    with _element(xml, "attvalues", {}):
        for name, value in values.items():
            _leaf(xml, "attvalue", {"for": name, "value": _attribute_text(value)})


def _attribute_text(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else xml_text(str(value))
