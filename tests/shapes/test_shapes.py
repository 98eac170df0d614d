"""Each shape is met by its valid cases and broken, alone, by its invalid ones.

A case is a Turtle file; an invalid one opens with `# breaks: ` and the names of all
shapes that report a result.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TypeVar

import pyoxigraph
import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Triple
from rdflib import OWL, RDF, SH, Graph, URIRef

from hemicycle.assets import asset
from hemicycle.graphs import as_graph
from hemicycle.namespaces import BASE, PREFIXES
from hemicycle.validate import SHAPE, Report, as_text, load_shapes, validate
from hemicycle.validate.compiled import (
    Statement,
    check,
    checked_report,
    compile_shapes,
    statements,
)

SHAPES = load_shapes(asset("shapes"))
COMPILED = compile_shapes(SHAPES)
ONTOLOGY = Graph().parse(asset("ontology/hemicycle.ttl"))
RULES = sorted(asset("infer/rules").glob("*.rq"))
CASES = sorted(Path(__file__).parent.glob("*/*.ttl"))
BREAKS = "# breaks: "
Node = TypeVar("Node", NamedNode | BlankNode, NamedNode | BlankNode | Literal)
NO_CONSTRAINTS = {
    SH.ignoredProperties,
    SH.message,
    SH.path,
    SH.property,
    SH.severity,
    SH.targetClass,
    SH.targetObjectsOf,
    SH.targetSubjectsOf,
}


@cache
def read(path: Path) -> tuple[Statement, ...]:
    return tuple(statements(pyoxigraph.parse(path=path)))


@cache
def report(path: Path) -> Report:
    return checked_report(COMPILED, [check(COMPILED, read(path))])


def apart(number: int, path: Path) -> Iterator[Statement]:
    """A case below a base of its own, so that all can stand in one graph."""
    for subject, predicate, stated in read(path):
        yield moved(subject, number), predicate, moved(stated, number)


def moved(term: Node, number: int) -> Node | NamedNode:
    if isinstance(term, NamedNode) and term.value.startswith(f"{BASE}id/"):
        return NamedNode(term.value.replace(BASE, f"https://case-{number}.example/"))
    return term


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


def test_pyshacl_judges_every_case_alike() -> None:
    """In one run, which takes seconds; a run for each case takes minutes."""
    cases = [list(apart(number, path)) for number, path in enumerate(CASES)]
    found = [statement for case in cases for statement in case]
    judged = validate(as_graph(Triple(*statement) for statement in found), SHAPES)
    assert checked_report(COMPILED, [check(COMPILED, found)]) == judged
    alone = checked_report(COMPILED, [check(COMPILED, case) for case in cases])
    assert alone.results == judged.results


def test_every_class_of_ours_has_a_shape() -> None:
    targeted = set(SHAPES.objects(None, SH.targetClass))
    assert set(ONTOLOGY.subjects(RDF.type, OWL.Class)) - targeted == set()


def test_every_class_of_eli_dl_that_the_rules_make_has_a_shape() -> None:
    rules = " ".join(path.read_text(encoding="utf-8") for path in RULES)
    made = set(re.findall(r" a (eli(?:-dl)?:\w+)", rules))
    assert made == {"eli:Work", "eli-dl:Activity", "eli-dl:Participation"}
    targeted = set(SHAPES.objects(None, SH.targetClass))
    for name in made:
        prefix, _, local = name.partition(":")
        assert URIRef(PREFIXES[prefix] + local) in targeted


def test_every_node_shape_has_a_valid_case() -> None:
    assert names(SH.NodeShape) == {p.parent.name for p in CASES if p.name.startswith("valid-")}


def test_every_constraint_is_broken_by_a_case() -> None:
    results = [result for path in CASES for result in report(path).results]
    assert {(result.shape, result.component) for result in results} == constraints()


def test_a_property_shape_is_named_by_its_class() -> None:
    classes = {name.removesuffix("Shape") for name in names(SH.NodeShape)} | {"Part", "Place"}
    assert {name.partition("-")[0] for name in names(SH.PropertyShape)} <= classes
