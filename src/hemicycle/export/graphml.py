"""A network to GraphML, by networkx's writer."""

import networkx as nx

from hemicycle.export.network_records import Network, Value, sorted_edges, sorted_nodes
from hemicycle.export.networks import build_network
from hemicycle.export.request import Request, writing
from hemicycle.export.xml_text import xml_line


def write_graphml(to: Request) -> None:
    """GraphML of the projection `to.projection`; the same graph gives the same bytes."""
    network = build_network(to.store, to.mint, to.projection, to.languages)
    with writing(to.out) as out:
        # Without ids of their own Gephi keeps one edge in thousands.
        nx.write_graphml_lxml(
            _one_line(network), out, edge_id_from_attribute="id", named_key_ids=True
        )


def _one_line(network: Network) -> Network:
    """The network in order, without what XML cannot hold, which the writer refuses."""
    clean: Network = nx.MultiDiGraph()
    for node in sorted_nodes(network):
        clean.add_node(node.iri, kind=node.kind, label=xml_line(node.label), **_clean(node.values))
    for edge in sorted_edges(network):
        shown = {"kind": edge.kind, "label": edge.label, "weight": edge.weight}
        clean.add_edge(edge.source, edge.target, edge.kind, id=edge.id, **shown)
    return clean


def _clean(values: dict[str, Value]) -> dict[str, Value]:
    return {
        name: xml_line(value) if isinstance(value, str) else value for name, value in values.items()
    }
