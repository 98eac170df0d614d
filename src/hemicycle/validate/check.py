"""A data graph and a shapes graph to the report that one has of the other."""

import re
from collections.abc import Iterator

from rdflib import RDF, RDFS, SH, Graph, Literal, Node

from hemicycle.errors import ShapeError
from hemicycle.namespaces import BASE
from hemicycle.validate.flat import flattened
from hemicycle.validate.paths import path_text
from hemicycle.validate.report import FocusCount, Report, Result, reported
from hemicycle.validate.shapes import MAY_FIND_NONE, MAY_FIND_NONE_WITHOUT, TARGETS


def validate(
    data: Graph, shapes: Graph, *, empty_is_error: bool = False, base: str = BASE
) -> Report:
    """Hold a data graph against the shapes of `load_shapes`; neither graph is changed.

    Nothing is inferred: the data graph is taken as it stands. Results get IRIs below `base`.
    Raises ShapeError when the shapes graph cannot be used; and, with `empty_is_error`, when
    the targets of a shape found no focus node.
    """
    counts = list(_focus_counts(data, shapes))
    report = reported(_results(_validated(data, shapes)), counts, base)
    if empty_is_error and report.unused:
        raise ShapeError(
            f"no focus node for {', '.join(report.unused)}",
            remedy="correct the targets, or give the data they are meant for",
        )
    return report


def _validated(data: Graph, shapes: Graph) -> Graph:
    """The report graph as pySHACL gives it; it adds to the shapes graph, so it gets a copy."""
    # It takes half a second to import, which a build, whose shapes are compiled, need not pay.
    import pyshacl
    from pyshacl.errors import ReportableRuntimeError

    flat = flattened(shapes)
    try:
        _, outcome, _ = pyshacl.validate(
            data, shacl_graph=flat, inference="none", advanced=False, meta_shacl=False
        )
    except (ReportableRuntimeError, re.error) as error:
        raise ShapeError(str(error), remedy="correct the shape") from error
    except TypeError as error:  # of two literals, one of which is not of its datatype
        remedy = "use hemicycle.validate.compiled, which says which ones"
        raise ShapeError(f"values have no order: {error}", remedy=remedy) from error
    if not isinstance(outcome, Graph):
        raise ShapeError(str(outcome), remedy="correct the shape")
    return outcome


def _results(outcome: Graph) -> Iterator[Result]:
    for node in outcome.objects(None, SH.result):
        path = outcome.value(node, SH.resultPath)
        yield Result(
            focus=_only(outcome, node, SH.focusNode),
            path=None if path is None else path_text(outcome, path),
            value=outcome.value(node, SH.value),
            shape=str(_only(outcome, node, SH.sourceShape)),
            component=str(_only(outcome, node, SH.sourceConstraintComponent)),
            severity=str(_only(outcome, node, SH.resultSeverity)).removeprefix(str(SH)),
            messages=_messages(outcome, node),
        )


def _only(outcome: Graph, node: Node, said: Node) -> Node:
    (value,) = outcome.objects(node, said)
    return value


def _messages(outcome: Graph, node: Node) -> dict[str, str]:
    """The messages by language, in the order of their codes; "" for one without language."""
    messages = [m for m in outcome.objects(node, SH.resultMessage) if isinstance(m, Literal)]
    return dict(sorted((m.language or "", str(m)) for m in messages))


def _focus_counts(data: Graph, shapes: Graph) -> Iterator[FocusCount]:
    targeted = {shape for target in TARGETS for shape in shapes.subjects(target)}
    for shape in sorted(targeted, key=str):
        number = len(set(_focus_nodes(shape, data, shapes)))
        yield FocusCount(str(shape), number, _may_find_none(shape, data, shapes))


def _may_find_none(shape: Node, data: Graph, shapes: Graph) -> bool:
    if (shape, MAY_FIND_NONE, Literal(True)) in shapes:
        return True
    signs = list(shapes.objects(shape, MAY_FIND_NONE_WITHOUT))
    return bool(signs) and not any((None, sign, None) in data for sign in signs)


def _focus_nodes(shape: Node, data: Graph, shapes: Graph) -> Iterator[Node]:
    """The nodes that the shape's core targets find in the data graph.

    See https://www.w3.org/TR/shacl/#targets: all but implicit class targets, of which a
    shapes graph apart from its classes has none.
    """
    yield from shapes.objects(shape, SH.targetNode)
    for target in shapes.objects(shape, SH.targetClass):
        for kind in data.transitive_subjects(RDFS.subClassOf, target):
            yield from data.subjects(RDF.type, kind)
    for target in shapes.objects(shape, SH.targetSubjectsOf):
        yield from data.subjects(target)
    for target in shapes.objects(shape, SH.targetObjectsOf):
        yield from data.objects(None, target)
