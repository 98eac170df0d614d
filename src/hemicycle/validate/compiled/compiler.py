"""A shapes graph to checks, compiled once; what is not known is refused, never skipped."""

from collections.abc import Iterator, Sequence
from typing import NoReturn

from rdflib import OWL, RDF, RDFS, SH, Graph, Literal, Node, URIRef

from hemicycle.errors import ShapeError
from hemicycle.validate.compiled.batch import SUBCLASS
from hemicycle.validate.compiled.constraints import as_oxigraph, constraint, property_iri
from hemicycle.validate.compiled.logic import ACCEPTS, logical
from hemicycle.validate.compiled.model import (
    Compiled,
    Constraint,
    NodeShape,
    Path,
    PropertyShape,
    Target,
    Targets,
)
from hemicycle.validate.compiled.plan import plan_of
from hemicycle.validate.paths import path_text
from hemicycle.validate.shapes import MAY_FIND_NONE, MAY_FIND_NONE_WITHOUT, TARGETS

_SH = str(SH._NS)
_OF_SHAPES = {SH.message, SH.severity, SH.name, SH.description}
_OF_NODE_SHAPES = {SH.property, SH.closed, SH.ignoredProperties, *TARGETS}
_MANY = {SH["class"], SH.disjoint, SH.hasValue, SH.pattern, *ACCEPTS}
"""What a shape may say more than once."""


def compile_shapes(shapes: Graph) -> Compiled:
    """The checks of the shapes that have targets, sorted by their IRIs.

    Known are the components of SHACL core but sh:qualifiedValueShape, paths of one property
    or against one, property shapes below node shapes. Raises ShapeError for all else.
    """
    targeted = sorted({node for target in TARGETS for node in shapes.subjects(target)}, key=str)
    targets = tuple(_target(node, shapes) for node in targeted)
    signs = frozenset().union(*(target.may_find_none_without for target in targets))
    return Compiled(targets, frozenset(_watched(targets, shapes)), signs)


def _target(node: Node, shapes: Graph) -> Target:
    if (node, SH.path, None) in shapes:
        _refuse(node, "is a property shape with targets of its own")
    if not {OWL.Class, RDFS.Class}.isdisjoint(shapes.objects(node, RDF.type)):
        _refuse(node, "is a class too")
    shape = _node_shape(node, shapes, (), needs_message=True)
    targets = Targets(
        classes=tuple(as_oxigraph(kind) for kind in shapes.objects(node, SH.targetClass)),
        nodes=tuple(as_oxigraph(one) for one in shapes.objects(node, SH.targetNode)),
        subjects_of=tuple(map(property_iri, shapes.objects(node, SH.targetSubjectsOf))),
        objects_of=tuple(map(property_iri, shapes.objects(node, SH.targetObjectsOf))),
    )
    may_find_none = (node, MAY_FIND_NONE, Literal(True)) in shapes
    signs = frozenset(map(property_iri, shapes.objects(node, MAY_FIND_NONE_WITHOUT)))
    return Target(shape, targets, plan_of(shape), may_find_none, signs)


def _watched(targets: Sequence[Target], shapes: Graph) -> Iterator[str]:
    yield SUBCLASS
    for target in targets:
        yield from target.targets.objects_of
        yield from target.targets.subjects_of
    for predicate in shapes.objects(None, SH.inversePath):
        yield property_iri(predicate)


def _node_shape(
    node: Node, shapes: Graph, above: tuple[Node, ...], *, needs_message: bool
) -> NodeShape:
    below = tuple(
        _property_shape(found, shapes, (*above, node), needs_message=needs_message)
        for found in _ordered(shapes.objects(node, SH.property))
    )
    return NodeShape(
        iri=str(node),
        severity=_severity(node, shapes),
        messages=_messages(node, shapes, needs_message=needs_message),
        constraints=_constraints(node, shapes, above, _OF_SHAPES | _OF_NODE_SHAPES),
        properties=below,
        closed=_closed(node, shapes, below),
    )


def _property_shape(
    node: Node, shapes: Graph, above: tuple[Node, ...], *, needs_message: bool
) -> PropertyShape:
    return PropertyShape(
        iri=str(node),
        path=_path(node, shapes),
        severity=_severity(node, shapes),
        messages=_messages(node, shapes, needs_message=needs_message),
        constraints=_constraints(node, shapes, above, _OF_SHAPES | {SH.path}),
    )


def _constraints(
    node: Node, shapes: Graph, above: tuple[Node, ...], known: set[URIRef]
) -> tuple[Constraint, ...]:
    found: list[Constraint] = []
    for parameter in _ordered(set(shapes.predicates(node))):
        if not isinstance(parameter, URIRef) or not parameter.startswith(_SH):
            continue  # what others say of a shape makes no constraint
        if parameter in known:
            continue
        values = _ordered(shapes.objects(node, parameter))
        if len(values) > 1 and parameter not in _MANY:
            _refuse(node, f"says {_name(parameter)} more than once")
        found += [_constraint(node, parameter, value, shapes, above) for value in values]
    return tuple(found)


def _constraint(
    node: Node, parameter: URIRef, value: Node, shapes: Graph, above: tuple[Node, ...]
) -> Constraint:
    if parameter in ACCEPTS:
        one = parameter in (SH["node"], SH["not"])
        members = [value] if one else list(shapes.items(value))
        if not members:
            _refuse(node, f"has no list of shapes in {_name(parameter)}")
        return logical(parameter, [_inner(m, shapes, (*above, node)) for m in members])
    made = constraint(parameter, shapes, value)
    if made is None:
        _refuse(node, f"says {_name(parameter)}, which is not known here")
    return made


def _inner(node: Node, shapes: Graph, above: tuple[Node, ...]) -> NodeShape | PropertyShape:
    """A shape that another refers to; what it says when it is broken is not reported."""
    if node in above:
        _refuse(node, "refers to itself")
    if (node, SH.path, None) in shapes:
        return _property_shape(node, shapes, above, needs_message=False)
    if (node, None, None) not in shapes:
        _refuse(node, "is referred to and not described")
    if (node, SH.closed, None) in shapes:
        _refuse(node, "is closed and referred to")
    return _node_shape(node, shapes, above, needs_message=False)


def _path(node: Node, shapes: Graph) -> Path:
    paths = list(shapes.objects(node, SH.path))
    if len(paths) != 1:
        _refuse(node, "needs one path")
    (path,) = paths
    if isinstance(path, URIRef):
        return Path(str(path), is_inverse=False, text=str(path))
    inverse = shapes.value(path, SH.inversePath)
    if not isinstance(inverse, URIRef) or len(list(shapes.predicates(path))) > 1:
        _refuse(node, "has a path of more than one property")
    return Path(str(inverse), is_inverse=True, text=path_text(shapes, path))


def _closed(node: Node, shapes: Graph, below: Sequence[PropertyShape]) -> frozenset[str] | None:
    said = list(shapes.objects(node, SH.closed))
    if said in ([], [Literal(False)]):
        return None
    if said != [Literal(True)]:
        _refuse(node, "is closed neither true nor false")
    lists = shapes.objects(node, SH.ignoredProperties)
    ignored = [property_iri(item) for found in lists for item in shapes.items(found)]
    own = [found.path.predicate for found in below if not found.path.is_inverse]
    return frozenset((*ignored, *own))


def _severity(node: Node, shapes: Graph) -> str:
    severity = shapes.value(node, SH.severity) or SH.Violation
    return str(severity).removeprefix(_SH)


def _messages(node: Node, shapes: Graph, *, needs_message: bool) -> dict[str, str]:
    said = [m for m in shapes.objects(node, SH.message) if isinstance(m, Literal)]
    if needs_message and not said:
        _refuse(node, "has no message")
    return dict(sorted((message.language or "", str(message)) for message in said))


def _ordered(nodes: "Iterator[Node] | set[Node]") -> list[Node]:
    return sorted(nodes, key=str)


def _name(parameter: URIRef) -> str:
    return f"sh:{parameter.removeprefix(_SH)}"


def _refuse(node: Node, problem: str) -> NoReturn:
    raise ShapeError(f"{node} {problem}", remedy="write the shape as docs/graph.md tells")
