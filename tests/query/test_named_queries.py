"""Each named query gives the rows of its cases, and says in three languages what it asks."""

import io
import json
from pathlib import Path

import pytest
from pyoxigraph import parse

from hemicycle.mint import Mint
from hemicycle.query import (
    NamedQuery,
    Rows,
    find_query,
    named_queries,
    plain,
    run_query,
    write_rows,
)
from hemicycle.store import write_store

HERE = Path(__file__).parent
CASES = [
    (folder.parent, name, bindings)
    for folder in sorted(HERE.glob("*/parameters.json"))
    for name, bindings in json.loads(folder.read_text("utf-8")).items()
]


IDS = [f"{folder.name}/{name}" for folder, name, _ in CASES]


@pytest.mark.parametrize(("folder", "name", "bindings"), CASES, ids=IDS)
def test_case(folder: Path, name: str, bindings: dict[str, str], tmp_path: Path) -> None:
    store = write_store(tmp_path / "store", parse(path=folder / "data.trig"), Mint())
    query = find_query(folder.name)
    result = run_query(store, query, Mint(), bindings, texts=folder / "texts")
    assert isinstance(result, Rows)
    out = io.StringIO(newline="")
    write_rows(result.columns, [[plain(cell) for cell in row] for row in result.rows], out)
    assert out.getvalue() == (folder / name).read_text("utf-8")


def test_every_query_has_cases_and_every_case_a_file() -> None:
    folders = {folder.parent.name for folder in HERE.glob("*/data.trig")}
    assert folders == {query.name for query in named_queries()}
    expected = {file for folder in folders for file in (HERE / folder).glob("*.csv")}
    assert expected == {folder / name for folder, name, _ in CASES}


@pytest.mark.parametrize("query", named_queries(), ids=lambda query: query.name)
def test_every_query_says_what_it_asks(query: NamedQuery) -> None:
    assert set(query.title) == set(query.description) == {"en", "fr", "nl"}
    assert all(parameter.description for parameter in query.parameters)
