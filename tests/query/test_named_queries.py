"""Each named query gives the rows of its cases, and says in three languages what it asks.

Cases run on the folder's own data.trig, else on archive.trig beside it, once all rules have.
Every query also runs on the two real documents: documents/ has its rows.
"""

import io
import json
import re
from pathlib import Path

import pytest
from pyoxigraph import Quad, RdfFormat, Store, parse

from hemicycle.infer import infer
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
from hemicycle.store import open_store, write_store

HERE = Path(__file__).parent
CASES = [
    (folder.parent, name, bindings)
    for folder in sorted(HERE.glob("*/parameters.json"))
    for name, bindings in json.loads(folder.read_text("utf-8")).items()
]


GRAPHS = HERE.parent.parent / "graphs"
NEEDED = {"sub-answers-side-by-side": {"family": "family/5-8900", "number": "3"}}
"""Values for parameters without default, for the two real documents."""

IDS = [f"{folder.name}/{name}" for folder, name, _ in CASES]


@pytest.fixture(scope="module")
def archive() -> Store:
    """The store of archive.trig and of what all rules derive of it."""
    store = Store()
    quads = list(parse(path=HERE / "archive.trig", format=RdfFormat.TRIG))
    store.extend(quads)
    unmerged = Mint().graph("provenance")
    merged = (quad for quad in quads if quad.graph_name != unmerged)
    store.extend(Quad(quad.subject, quad.predicate, quad.object) for quad in merged)
    assert all(infer(store, Mint()))
    return store


@pytest.fixture(scope="module")
def documents() -> Store:
    """The store that was built of the two real documents, with what rules now derive of it."""
    store = open_store(GRAPHS, Mint())
    writable = Store()
    writable.bulk_extend(store)
    assert all(infer(writable, Mint()))
    return writable


@pytest.mark.parametrize(("folder", "name", "bindings"), CASES, ids=IDS)
def test_case(
    folder: Path, name: str, bindings: dict[str, str], archive: Store, tmp_path: Path
) -> None:
    own = folder / "data.trig"
    store = write_store(tmp_path / "store", parse(path=own), Mint()) if own.is_file() else archive
    texts = folder / "texts" if own.is_file() else HERE / "texts"
    assert rows_of(folder.name, store, texts, bindings) == (folder / name).read_text("utf-8")


@pytest.mark.parametrize("query", named_queries(), ids=lambda query: query.name)
def test_the_two_documents(query: NamedQuery, documents: Store) -> None:
    expected = HERE / "documents" / f"{query.name}.csv"
    bindings = NEEDED.get(query.name, {})
    assert rows_of(query.name, documents, GRAPHS / "texts", bindings) == expected.read_text("utf-8")


def rows_of(name: str, store: Store, texts: Path, bindings: dict[str, str]) -> str:
    """The rows of a named query as CSV."""
    result = run_query(store, find_query(name), Mint(), bindings, texts=texts)
    assert isinstance(result, Rows)
    out = io.StringIO(newline="")
    write_rows(result.columns, [[plain(cell) for cell in row] for row in result.rows], out)
    return out.getvalue()


def test_every_query_has_cases_and_every_case_a_file() -> None:
    names = {query.name for query in named_queries()}
    assert {folder.name for folder, _, _ in CASES} == names
    assert {file.stem for file in (HERE / "documents").glob("*.csv")} == names
    expected = {file for name in names for file in (HERE / name).glob("*.csv")}
    assert expected == {folder / name for folder, name, _ in CASES}


@pytest.mark.parametrize("query", named_queries(), ids=lambda query: query.name)
def test_no_query_stops_in_silence(query: NamedQuery) -> None:
    limits = {int(limit) for limit in re.findall(r"\bLIMIT\s+([0-9]+)", query.text)}
    assert limits == ({query.most} if query.most else set())
    for words, language in (("thousand", "en"), ("ille lignes", "fr"), ("duizend", "nl")):
        assert (words in query.description[language]) is (query.most == 1000)


@pytest.mark.parametrize("query", named_queries(), ids=lambda query: query.name)
def test_every_query_says_what_it_asks(query: NamedQuery) -> None:
    assert set(query.title) == set(query.description) == {"en", "fr", "nl"}
    assert all(parameter.description for parameter in query.parameters)
