"""A path of a shapes graph to the text of a SPARQL property path."""

from rdflib import RDF, SH, Graph, Node, URIRef
from rdflib.collection import Collection

_SUFFIXES: dict[Node, str] = {SH.zeroOrMorePath: "*", SH.oneOrMorePath: "+", SH.zeroOrOnePath: "?"}


def path_text(graph: Graph, path: Node) -> str:
    """A path as SPARQL writes it; a single property is its bare IRI.

    >>> from rdflib import BNode
    >>> graph, path = Graph(), BNode()
    >>> _ = graph.add((path, SH.inversePath, URIRef("https://w3id.org/hemicycle/ns#event")))
    >>> path_text(graph, path)
    '^<https://w3id.org/hemicycle/ns#event>'
    """
    return str(path) if isinstance(path, URIRef) else _written(graph, path)


def _written(graph: Graph, path: Node) -> str:
    if isinstance(path, URIRef):
        return path.n3()
    if (path, RDF.first, None) in graph:
        return _joined(graph, path, "/")
    (how, what) = next(iter(graph.predicate_objects(path)))
    if how == SH.alternativePath:
        return _joined(graph, what, "|")
    if how == SH.inversePath:
        return f"^{_operand(graph, what)}"
    return f"{_operand(graph, what)}{_SUFFIXES[how]}"


def _operand(graph: Graph, path: Node) -> str:
    """What a sign stands before or behind: in brackets, unless nothing else could be meant."""
    text = _written(graph, path)
    return text if text[0] in "<(" and text[-1] in ">)" else f"({text})"


def _joined(graph: Graph, members: Node, sign: str) -> str:
    steps = [_written(graph, member) for member in Collection(graph, members)]
    return f"({sign.join(steps)})"
