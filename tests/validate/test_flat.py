"""Shapes that were flattened find what they found before."""

from pathlib import Path

import pyshacl
import pytest
from rdflib import SH, Graph, Node

from hemicycle.assets import asset
from hemicycle.namespaces import HC
from hemicycle.validate import SHAPE, load_shapes
from hemicycle.validate.flat import flattened

CASES = sorted((Path(__file__).parent.parent / "shapes").glob("*/*.ttl"))
PARTS = (SH.focusNode, SH.sourceShape, SH.value, SH.sourceConstraintComponent, SH.resultSeverity)
DATA = f"""
    @prefix hc: <{HC._NS}> .
    hc:a a hc:Event ; hc:number "x" ; hc:event hc:b .
    hc:b hc:number "y" .
    hc:c a hc:Event .
"""
SHAPES = {
    "resting on it": """
        shape:A sh:targetClass hc:Event ; sh:property shape:P .
        shape:B sh:targetNode hc:b, hc:c ; sh:node shape:A .
    """,
    "property shape with targets": """
        shape:A sh:targetClass hc:Event ; sh:path hc:event ; sh:property shape:P .
    """,
    "closed": """
        shape:A sh:targetClass hc:Event ; sh:property shape:P ; sh:closed true .
    """,
    "class": """
        hc:Event a <http://www.w3.org/2000/01/rdf-schema#Class>, sh:NodeShape ;
            sh:targetNode hc:b ; sh:property shape:P .
    """,
    "off": """
        shape:A sh:targetClass hc:Event ; sh:property shape:P ; sh:deactivated true .
    """,
    "shared": """
        shape:A sh:targetClass hc:Event ; sh:property shape:P .
        shape:B sh:targetObjectsOf hc:event ; sh:property shape:P .
    """,
    "nested": """
        shape:A sh:targetClass hc:Event ; sh:property shape:Q .
        shape:Q sh:path hc:event ; sh:property shape:P .
    """,
}


def found(data: Graph, shapes: Graph) -> set[tuple[Node | None, ...]]:
    checks = Graph() + shapes
    _, outcome, _ = pyshacl.validate(data, shacl_graph=checks, inference="none")
    assert isinstance(outcome, Graph)
    nodes = outcome.objects(None, SH.result)
    return {tuple(outcome.value(node, part) for part in PARTS) for node in nodes}


@pytest.mark.parametrize("text", SHAPES.values(), ids=SHAPES)
def test_small_shapes(text: str) -> None:
    prefixes = f"@prefix sh: <{SH}> . @prefix shape: <{SHAPE}> . @prefix hc: <{HC._NS}> ."
    below = "shape:P sh:path hc:number ; sh:minCount 1 ; sh:maxLength 0 ."
    shapes = Graph().parse(data=f"{prefixes} {text} {below}")
    data = Graph().parse(data=DATA)
    assert found(data, flattened(shapes)) == found(data, shapes)


def test_our_shapes_on_all_their_cases_at_once() -> None:
    data = Graph()
    for path in CASES:
        data.parse(path)
    shapes = load_shapes(asset("shapes"))
    before = found(data, shapes)
    assert len({shape for _, shape, *_ in before}) > 100
    assert found(data, flattened(shapes)) == before
