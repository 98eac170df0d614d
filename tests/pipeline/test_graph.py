"""What a build puts into store and dumps: the same, whoever works and however pages are batched."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, parse

from hemicycle import clusters
from hemicycle.infer import infer
from hemicycle.mint import Mint
from hemicycle.opened import open_build
from hemicycle.pipeline import Settings, build
from hemicycle.progress import Silent
from hemicycle.query import Rows, run_query
from hemicycle.store import is_merged, open_store
from hemicycle.summary import finding_counts
from hemicycle.validate import as_turtle
from hemicycle.validation import validate_paths
from hemicycle.why import explain

FilesOf = Callable[[Path], dict[str, bytes]]
ROOT = Path(__file__).parent.parent.parent
PAGES = 60
FILES = "SELECT ?text (MIN(?name) AS ?file) { GRAPH ?g { ?text hc:fileName ?name } } GROUP BY ?text"
FINDINGS = """SELECT ?kind ?words ?source { GRAPH <graph/findings> {
    ?finding hc:findingKind ?kind . OPTIONAL { ?finding hc:words ?words }
    OPTIONAL { ?finding hc:source ?source } } }"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Generated pages of all layouts, families and planted faults, and one of them twice."""
    folder = tmp_path_factory.mktemp("pages") / "pages"
    generate = ROOT / "bench" / "generate.py"
    subprocess.run([sys.executable, generate, str(PAGES), folder, "--seed", "7"], check=True)
    first = min(folder.rglob("*.txt"))
    (folder / "copy.txt").write_bytes(first.read_bytes())
    return folder


@pytest.fixture(scope="module")
def built(pages: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("built") / "out"
    build([pages], out, Settings(workers=1), Silent())
    return out


def test_workers_make_no_difference(
    files_of: FilesOf, pages: Path, built: Path, tmp_path: Path
) -> None:
    build([pages], tmp_path / "out", Settings(workers=2), Silent())
    assert files_of(tmp_path / "out") == files_of(built)


@pytest.mark.parametrize("size", [1, 7])
def test_how_clusters_are_batched_makes_no_difference(
    files_of: FilesOf,
    pages: Path,
    built: Path,
    tmp_path: Path,
    size: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(clusters.batches, "__defaults__", (size,))
    build([pages], tmp_path / "out", Settings(workers=1), Silent())
    assert files_of(tmp_path / "out") == files_of(built)


def test_nquads_hold_every_named_graph_and_the_others_the_merge_each_triple_once(
    built: Path,
) -> None:
    store = open_store(built)
    merge = [str(quad.triple) for quad in store.quads_for_pattern(None, None, None, DefaultGraph())]
    graphs = [
        str(quad)
        for graph in store.named_graphs()
        for quad in store.quads_for_pattern(None, None, None, graph)
    ]
    quads = list(parse(path=built / "hemicycle.nq", format=RdfFormat.N_QUADS))
    assert sorted(map(str, quads)) == sorted(graphs)
    of_merge = {str(quad.triple) for quad in quads if in_merge(quad)}
    assert sorted(merge) == sorted(of_merge)
    for name, form in (("ttl", RdfFormat.TURTLE), ("jsonld", RdfFormat.JSON_LD)):
        read = [str(quad.triple) for quad in parse(path=built / f"hemicycle.{name}", format=form)]
        assert sorted(read) == sorted(merge), name


def test_rules_on_the_whole_store_add_nothing_to_what_clusters_and_archive_gave(
    built: Path,
) -> None:
    store = Store()
    store.bulk_extend(open_build(built).store)
    assert {run.name: run.added for run in infer(store, Mint()) if run.added} == {}


def test_the_shapes_find_what_pyshacl_finds_on_the_whole_graph(built: Path) -> None:
    judged = validate_paths([built])
    assert judged.results, "the planted faults break no shape: nothing would be compared"
    assert (built / "report.ttl").read_text("utf-8") == as_turtle(judged)


def test_every_inferred_fact_has_its_rule_and_what_the_rule_read(built: Path) -> None:
    opened = open_build(built)
    inferred = opened.store.quads_for_pattern(None, None, None, Mint().graph("inferred"))
    # One thing of each class for each property that it has by inference.
    examples: dict[tuple[str, str], str] = {}
    for quad in sorted(inferred, key=str):
        assert isinstance(quad.subject, NamedNode)
        path = quad.subject.value.removeprefix(Mint().thing("").value)
        examples.setdefault((path.partition("/")[0], quad.predicate.value), path)
    unexplained = [
        inference.statement
        for path in sorted(set(examples.values()))
        for inference in explain(opened.store, opened.texts, path, Mint()).inferences
        if not inference.rule or (not inference.premises and inference.statement.object != "0")
    ]
    assert unexplained == []


def test_the_example_of_a_finding_is_a_file_that_has_it(built: Path) -> None:
    opened = open_build(built)
    files = {row[0]: row[1] for row in run_rows(built, FILES)}
    sources: dict[tuple[str, str], set[str]] = {}
    for kind, words, source in run_rows(built, FINDINGS):
        sources.setdefault((kind.rpartition("/")[2], words), set()).add(files.get(source, ""))
    found = {(one.kind, one.words): one.example for one in finding_counts(opened.store, Mint())}
    assert found == {finding: min(names - {""}, default="") for finding, names in sources.items()}
    assert "" in found.values(), "no finding is of no page: nothing would be seen"


def test_the_same_bytes_under_two_names_are_one_page_of_two_sources(built: Path) -> None:
    query = "SELECT ?page { GRAPH ?g { ?page hc:fileName 'copy.txt' } }"
    (row,) = run_rows(built, query)
    names = run_rows(built, f"SELECT ?name {{ GRAPH ?g {{ <{row[0]}> hc:fileName ?name }} }}")
    assert len(names) == 2
    records = (built / "records.jsonl").read_bytes().splitlines()
    assert len({msgspec.json.decode(line)["source"]["sha256"] for line in records}) == len(records)


def test_of_several_retrievals_of_one_address_the_latest_is_built(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    text = (ROOT / "tests" / "documents" / "5-8906.web.fr.txt").read_bytes()
    (pages / "a.txt").write_bytes(text)
    (pages / "b.txt").write_bytes(text + b"\n")
    (pages / "c.txt").write_bytes(text + b"\n\n")
    index = [
        {"file": "a.txt", "url": "https://senate.be/1", "retrieved_at": "2026-01-02T00:00:00Z"},
        {"file": "b.txt", "url": "https://senate.be/1", "retrieved_at": "2026-01-03T00:00:00Z"},
        {"file": "c.txt", "url": "https://senate.be/1", "retrieved_at": "2026-01-01T00:00:00Z"},
    ]
    (pages / "index.jsonl").write_bytes(b"".join(msgspec.json.encode(one) + b"\n" for one in index))
    report = build([pages], tmp_path / "out", Settings(), Silent())
    assert report.documents == 1
    (line,) = (tmp_path / "out" / "records.jsonl").read_bytes().splitlines()
    assert msgspec.json.decode(line)["source"]["file"] == "b.txt"
    assert len(list((tmp_path / "out" / "texts").iterdir())) == 1
    older = "SELECT ?file ?at { GRAPH <graph/provenance> { ?new hc:fileName 'b.txt' ; "
    older += "prov:wasRevisionOf [ hc:fileName ?file ; hc:retrievedAt ?at ] } } ORDER BY ?at"
    assert run_rows(tmp_path / "out", older) == [
        ("c.txt", "2026-01-01T00:00:00Z"),
        ("a.txt", "2026-01-02T00:00:00Z"),
    ]


def in_merge(quad: Quad) -> bool:
    return isinstance(quad.graph_name, NamedNode) and is_merged(quad.graph_name.value, Mint())


def run_rows(built: Path, query: str) -> list[tuple[str, ...]]:
    found = run_query(open_store(built), query, Mint())
    assert isinstance(found, Rows)
    return [tuple(getattr(cell, "value", "") for cell in row) for row in found.rows]
