"""A shapes graph to one of the same meaning, in which property shapes have targets of their own."""

from rdflib import OWL, RDF, RDFS, SH, BNode, Graph, Literal, Node, URIRef
from rdflib.collection import Collection

from hemicycle.validate.shapes import TARGETS

_CLASSES = (OWL.Class, RDFS.Class)


def flattened(shapes: Graph) -> Graph:
    """A copy in which the property shapes of a targeted shape take over its targets.

    pySHACL checks a shape with targets on all its focus nodes at once, a property shape
    below it on one node after the other: six times slower on 35 pages of the Senate.
    """
    flat = Graph()
    for triple in shapes:
        flat.add(triple)
    for shape in dict.fromkeys(node for target in TARGETS for node in shapes.subjects(target)):
        if _stands_alone(shape, shapes):
            _hand_over(shape, flat)
    return flat


def _hand_over(shape: Node, flat: Graph) -> None:
    targets = [(name, node) for name in TARGETS for node in flat.objects(shape, name)]
    if (shape, SH.closed, Literal(True)) in flat:
        _keep_closed(shape, flat)
    for below in list(flat.objects(shape, SH.property)):
        flat.remove((shape, SH.property, below))
        for name, node in targets:
            flat.add((below, name, node))


def _keep_closed(shape: Node, flat: Graph) -> None:
    """What its property shapes allow a closed shape to say is allowed by a list instead."""
    lists = list(flat.objects(shape, SH.ignoredProperties))
    known = [item for found in lists for item in flat.items(found)]
    paths = [
        path for below in flat.objects(shape, SH.property) for path in flat.objects(below, SH.path)
    ]
    flat.remove((shape, SH.ignoredProperties, None))
    allowed = BNode()
    Collection(flat, allowed, [*known, *(path for path in paths if isinstance(path, URIRef))])
    flat.add((shape, SH.ignoredProperties, allowed))


def _stands_alone(shape: Node, shapes: Graph) -> bool:
    """Whether its property shapes matter to the shape's own focus nodes and to nothing else.

    Not so where another shape rests on it, it is no node shape (its property shapes look at
    its values), it is a class, or is off.
    """
    return not (
        (shape, SH.path, None) in shapes
        or (shape, SH.deactivated, Literal(True)) in shapes
        or (None, None, shape) in shapes
        or any((shape, RDF.type, kind) in shapes for kind in _CLASSES)
    )
