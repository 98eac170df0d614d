"""An edge to the attributes that GEXF and GraphML share: id, source and target, escaped."""

from collections.abc import Callable

from hemicycle.export.xml_text import escaped
from hemicycle.networks import Edge, Network


def ends_of(network: Network) -> Callable[[Edge], str]:
    """What gives the attributes of an edge of this network.

    An IRI stands in thousands of edges: each is escaped once.
    """
    iris = {node.iri: escaped(node.iri) for node in network.nodes}
    names = {node.iri: escaped(network.short(node.iri)) for node in network.nodes}

    def ends(edge: Edge) -> str:
        source, target = edge.source, edge.target
        name = f"{names[source]} {edge.kind} {names[target]}"
        return f' id="{name}" source="{iris[source]}" target="{iris[target]}"'

    return ends
