"""The life of question 5-8906 in steps: each holds, follows from the one before, and is real."""

from functools import cache
from itertools import pairwise
from pathlib import Path

import pyoxigraph
import pytest
from pyoxigraph import DefaultGraph, Quad, Store
from rdflib import RDF, Graph, Node, URIRef

from hemicycle.assets import asset
from hemicycle.export.context import read_context
from hemicycle.infer import infer
from hemicycle.mint import Mint
from hemicycle.namespaces import BASE, HC
from hemicycle.validate import as_text, load_shapes, validate

STEPS = sorted(asset("ontology/examples/written-question").glob("*.ttl"))
AUTHORITY = sorted(asset("ontology/authority").glob("*.ttl"))
BUILD = Path(__file__).parents[2] / "graphs" / "hemicycle.ttl"
QUESTION = URIRef(f"{BASE}id/question/5-8906")
CHANGING = {HC.status, HC.readCount, HC.answeredCount}
"""What a later step, or another page, makes different."""

Triple = tuple[Node, Node, Node]

by_step = pytest.mark.parametrize("path", STEPS, ids=lambda path: str(path.stem))


@cache
def read(path: Path) -> frozenset[Triple]:
    return frozenset(Graph().parse(path))


def lasting(path: Path) -> set[Triple]:
    return {triple for triple in read(path) if triple[1] not in CHANGING}


def names(triples: set[Quad]) -> set[tuple[str, str, str]]:
    return {(str(q.subject), str(q.predicate), str(q.object)) for q in triples}


def quads(path: Path) -> set[Quad]:
    return set(pyoxigraph.parse(path=path))


def is_changing(quad: Quad) -> bool:
    return URIRef(quad.predicate.value) in CHANGING


def test_the_steps_are_four_and_tell_how_it_stands() -> None:
    stands = {
        path.stem: [
            str(value).removeprefix(f"{BASE}id/status/")
            for subject, said, value in read(path)
            if (subject, said) == (QUESTION, HC.status)
        ]
        for path in STEPS
    }
    assert stands == {
        "1-asked": ["pending"],
        "2-also-asked": ["pending"],
        "3-reminded": ["reminded"],
        "4-answered-for-two-services": ["answered"],
    }


@by_step
def test_step_conforms_without_a_warning(path: Path) -> None:
    data = Graph()
    for file in (path, *AUTHORITY):
        data.parse(file)
    report = validate(data, load_shapes(asset("shapes")))
    assert not report.results, as_text(report)


@by_step
def test_step_uses_terms_that_the_context_has(path: Path) -> None:
    known = set(read_context(asset("ontology/context.jsonld")).terms)
    used = {str(said) for _, said, _ in read(path)} - {str(RDF.type)}
    used |= {str(value) for _, said, value in read(path) if said == RDF.type}
    assert used <= known


@by_step
def test_step_says_only_what_the_build_says(path: Path) -> None:
    assert lasting(path) - read(BUILD) == set()


@pytest.mark.parametrize(("before", "after"), list(pairwise(STEPS)))
def test_each_step_adds_to_the_one_before(before: Path, after: Path) -> None:
    assert lasting(before) < lasting(after)


@by_step
def test_what_changes_follows_by_the_rules(path: Path) -> None:
    told = quads(path)
    store = Store()
    store.extend(quad for quad in told if not is_changing(quad))
    for file in AUTHORITY:
        store.extend(pyoxigraph.parse(path=file))
    for _ in infer(store, Mint()):
        pass
    found = store.quads_for_pattern(None, None, None, DefaultGraph())
    assert names({quad for quad in found if is_changing(quad)}) == names(
        {quad for quad in told if is_changing(quad)}
    )
