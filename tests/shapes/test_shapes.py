"""Each shape is met by its valid cases and broken, alone, by its invalid ones.

A case is a Turtle file; an invalid one opens with `# breaks: ` and the names of all
shapes that report a result.
"""

from functools import cache
from pathlib import Path

import pytest
from rdflib import RDF, SH, Graph, URIRef

from hemicycle.assets import asset
from hemicycle.validate import SHAPE, Report, as_text, load_shapes, validate

SHAPES = load_shapes(asset("shapes"))
CASES = sorted(Path(__file__).parent.glob("*/*.ttl"))
BREAKS = "# breaks: "
NO_CONSTRAINTS = {
    SH.message,
    SH.path,
    SH.property,
    SH.severity,
    SH.targetClass,
    SH.targetObjectsOf,
    SH.targetSubjectsOf,
}


@cache
def report(path: Path) -> Report:
    return validate(Graph().parse(path), SHAPES)


def expected(path: Path) -> set[str]:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    if path.name.startswith("valid-"):
        assert not first.startswith(BREAKS)
        return set()
    assert path.name.startswith("invalid-")
    assert first.startswith(BREAKS)
    names = first.removeprefix(BREAKS).split()
    assert all(name.startswith("shape:") for name in names)
    return {name.removeprefix("shape:") for name in names}


def names(kind: URIRef) -> set[str]:
    return {str(shape).removeprefix(SHAPE) for shape in SHAPES.subjects(RDF.type, kind)}


def constraints() -> set[tuple[str, str]]:
    """Each named shape with each constraint component that its parameters declare."""
    return {
        (str(shape), f"{SH._NS}{parameter[0].upper()}{parameter[1:]}ConstraintComponent")
        for shape, said in SHAPES.subject_predicates()
        if isinstance(shape, URIRef) and str(said).startswith(str(SH._NS))
        if said not in NO_CONSTRAINTS
        for parameter in [str(said).removeprefix(str(SH._NS))]
    }


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_case(path: Path) -> None:
    broken = {result.shape.removeprefix(SHAPE) for result in report(path).results}
    assert broken == expected(path), as_text(report(path))
    assert f"{SHAPE}{path.parent.name}" not in report(path).unused


def test_every_node_shape_has_a_valid_case() -> None:
    assert names(SH.NodeShape) == {p.parent.name for p in CASES if p.name.startswith("valid-")}


def test_every_constraint_is_broken_by_a_case() -> None:
    results = [result for path in CASES for result in report(path).results]
    assert {(result.shape, result.component) for result in results} == constraints()


def test_a_property_shape_is_named_by_its_class() -> None:
    classes = {name.removesuffix("Shape") for name in names(SH.NodeShape)} | {"Part", "Place"}
    assert {name.partition("-")[0] for name in names(SH.PropertyShape)} <= classes
