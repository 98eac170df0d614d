"""A build loads as an rdflib dataset, whole or by question."""

from pathlib import Path

import pytest
from pyoxigraph import Literal as PlainLiteral
from pyoxigraph import NamedNode, Quad, parse
from rdflib import Dataset, Literal, URIRef
from rdflib.term import Node

from hemicycle.dataset_of import load
from hemicycle.errors import ReadError
from hemicycle.manifest import FORM, Manifest, write_manifest
from hemicycle.mint import Mint
from hemicycle.store import is_merged, write_store

DATA = Path(__file__).parent.parent / "export" / "data.trig"
QUADS = set(parse(path=DATA))
BASE = Mint().base
DEFAULT = URIRef("urn:x-rdflib:default")
Row = tuple[Node | None, ...]


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("build")
    write_store(folder / "store", QUADS, Mint())
    write_manifest(folder, Manifest(FORM, BASE, "hemicycle", ()))
    return folder


def as_node(term: object) -> Node:
    if isinstance(term, NamedNode):
        return URIRef(term.value)
    assert isinstance(term, PlainLiteral)
    if term.language:
        return Literal(term.value, lang=term.language)
    if term.datatype.value.endswith("#string"):
        return Literal(term.value)  # as rdflib's own parsers give it
    return Literal(term.value, datatype=URIRef(term.datatype.value))


def rows_of(dataset: Dataset) -> set[Row]:
    """The quads of a dataset, those of its default graph under None."""
    named = {(*triple, graph.identifier) for graph in dataset.graphs() for triple in graph}
    return {(*row[:3], None if row[3] == DEFAULT else row[3]) for row in named}


def wanted_rows(quads: set[Quad]) -> set[Row]:
    rows: set[Row] = set()
    for quad in quads:
        triple = (as_node(quad.subject), as_node(quad.predicate), as_node(quad.object))
        graph = URIRef(str(quad.graph_name)[1:-1])
        rows.add((*triple, graph))
        if is_merged(str(graph), Mint()):
            rows.add((*triple, None))
    return rows


def test_the_whole_is_as_the_store_has_it(directory: Path) -> None:
    assert rows_of(load(directory)) == wanted_rows(QUADS)


def test_a_path_may_be_text(directory: Path) -> None:
    assert rows_of(load(str(directory))) == wanted_rows(QUADS)


def test_a_query_counts_each_triple_once(directory: Path) -> None:
    query = f"SELECT ?o {{ <{BASE}id/question/5-8912> <{BASE}ns#alsoAskedAs> ?o }}"
    found = load(directory).default_graph.query(query)
    assert [tuple(row) for row in found] == [(URIRef(f"{BASE}id/question/5-8910"),)]


def named_by_5_8912(quad: Quad) -> bool:
    """Said of what the page of 5-8912 names, or of what inferred triples tie to that."""
    page, inferred = Mint().graph("page/c891200000000003"), Mint().graph("inferred")
    if quad.graph_name == page:
        return True
    if quad.graph_name in (Mint().graph("provenance"), Mint().graph("findings")):
        return False
    first = {node for one in QUADS if one.graph_name == page for node in (one.subject, one.object)}
    second = {one.object for one in QUADS if one.graph_name == inferred and one.subject in first}
    is_page = "/graph/page/" in str(quad.graph_name)
    return not is_page and quad.subject in first | second


@pytest.mark.parametrize("question", ["5-8912", "question/5-8912", f"{BASE}id/question/5-8912"])
def test_a_question_comes_with_what_it_names(question: str, directory: Path) -> None:
    wanted = {quad for quad in QUADS if named_by_5_8912(quad)}
    family = URIRef(f"{BASE}id/family/5-8900")
    dataset = load(directory, [question])
    assert rows_of(dataset) == wanted_rows(wanted)
    assert (family, URIRef(f"{BASE}ns#memberCount"), Literal(4)) in dataset.default_graph


def test_two_questions_are_the_union(directory: Path) -> None:
    both = rows_of(load(directory, ["5-8906", "5-8912"]))
    assert both == rows_of(load(directory, ["5-8906"])) | rows_of(load(directory, ["5-8912"]))


def test_no_question_gives_nothing(directory: Path) -> None:
    assert rows_of(load(directory, [])) == set()


def test_prefixes_are_bound(directory: Path) -> None:
    bound = dict(load(directory, []).namespaces())
    assert str(bound["hc"]) == f"{BASE}ns#"


@pytest.mark.parametrize("question", ["5-8900", "5-9999"])
def test_a_question_without_page_is_named(question: str, directory: Path) -> None:
    with pytest.raises(ReadError, match=f"no page of question {question} was built"):
        load(directory, [question])


def test_a_folder_without_graph_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="holds no build"):
        load(tmp_path)


def test_literals_keep_their_form(tmp_path: Path) -> None:
    line = (
        f'<{BASE}id/a> <{BASE}ns#answeredOn> "2013-04-30T10:00:00Z"'
        f"^^<http://www.w3.org/2001/XMLSchema#dateTime> <{BASE}graph/local> .\n"
    )
    (tmp_path / "hemicycle.nq").write_text(line)
    write_manifest(tmp_path, Manifest(FORM, BASE, "hemicycle", ()))
    assert [str(o) for o in load(tmp_path).default_graph.objects()] == ["2013-04-30T10:00:00Z"]
