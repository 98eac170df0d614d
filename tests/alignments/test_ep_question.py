"""A query written for the European Parliament's questions works on ours."""

import csv
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from hemicycle.mint import Mint
from hemicycle.namespaces import BASE, PREFIXES
from hemicycle.pipeline import Settings, build
from hemicycle.progress import Silent
from hemicycle.store import STORE_FOLDER

HERE = Path(__file__).parent
DOCUMENTS = HERE.parent / "documents"
THINGS = f"{BASE}id/"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    out = tmp_path_factory.mktemp("aligned") / "build"
    report = build([DOCUMENTS], out, Settings(), Silent())
    assert report.violations == 0
    return Store.read_only(str(out / STORE_FOLDER))


def written(term: object) -> str:
    assert isinstance(term, NamedNode | Literal)
    return term.value.removeprefix(THINGS)


def test_the_query_gives_the_expected_rows(store: Store) -> None:
    query = (HERE / "ep-question.rq").read_text(encoding="utf-8")
    found = store.query(query)
    assert isinstance(found, QuerySolutions)
    names = [variable.value for variable in found.variables]
    rows = [{name: written(row[name]) for name in names} for row in found]
    with (HERE / "ep-question.csv").open(encoding="utf-8", newline="") as file:
        assert rows == list(csv.DictReader(file))


def test_the_query_has_no_term_of_ours() -> None:
    assert BASE not in (HERE / "ep-question.rq").read_text(encoding="utf-8")


def test_a_question_costs_eighteen_triples(store: Store) -> None:
    """With asker, party, post and day, and one answer with its day; the archive has 40,000."""
    spaces = (PREFIXES["eli"], PREFIXES["eli-dl"])
    inferred = list(store.quads_for_pattern(None, None, None, Mint().graph("inferred")))
    eli = [
        quad
        for quad in inferred
        if quad.predicate.value.startswith(spaces)
        or (isinstance(quad.object, NamedNode) and quad.object.value.startswith(spaces))
    ]
    about = [quad for quad in eli if "/5-8906" in str(quad.subject)]
    assert len(about) == 18
    assert len(eli) == 2 * 18
