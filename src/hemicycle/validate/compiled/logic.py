"""Shapes that a constraint refers to, and how many of them a value must have."""

from collections.abc import Callable, Sequence

from rdflib import SH, URIRef

from hemicycle.validate.compiled.batch import Batch, Said, Term
from hemicycle.validate.compiled.constraints import component
from hemicycle.validate.compiled.model import Constraint, NodeShape, PropertyShape

Accepts = Callable[[Sequence[bool]], bool]
"""Whether it is well that a value has these of the shapes."""

ACCEPTS: dict[URIRef, Accepts] = {
    SH["and"]: all,
    SH["node"]: all,
    SH["not"]: lambda kept: not any(kept),
    SH["or"]: any,
    SH.xone: lambda kept: sum(kept) == 1,
}
"""By parameter; sh:node and sh:not refer to one shape, the others to a list."""


def logical(parameter: URIRef, shapes: Sequence[NodeShape | PropertyShape]) -> Constraint:
    """The constraint that a value has all, one, any or none of some shapes."""
    accepts = ACCEPTS[parameter]

    def is_kept(value: Term, batch: Batch) -> bool:
        return accepts([conforms(value, shape, batch) for shape in shapes])

    def faults(focus: Term, found: Sequence[Term], batch: Batch) -> list[Term]:
        return [value for value in found if not is_kept(value, batch)]

    def rest(found: Sequence[Term], said: Said, batch: Batch) -> bool:
        return all(is_kept(value, batch) for value in found)

    return Constraint(component=component(parameter), faults=faults, rest=rest)


def conforms(node: Term, shape: NodeShape | PropertyShape, batch: Batch) -> bool:
    """Whether a node breaks no constraint of a shape, whatever its severity."""
    found = shape.values(node, batch) if isinstance(shape, PropertyShape) else (node,)
    for constraint in shape.constraints:
        for _ in constraint.faults(node, found, batch):
            return False
    if isinstance(shape, PropertyShape):
        return True
    return all(conforms(node, below, batch) for below in shape.properties)
