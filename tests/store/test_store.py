"""A store holds the quads it was given and their merge, and gives them back in one order."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, parse, serialize

from hemicycle.errors import BuildError, ReadError
from hemicycle.mint import Mint
from hemicycle.store import is_merged, merged_triples, named_quads, open_store, write_store

DATA = Path(__file__).parent.parent / "export" / "data.trig"
QUADS = list(parse(path=DATA))
BESIDE = {Mint().graph("provenance"), Mint().graph("findings")}
MERGED = {quad.triple for quad in QUADS if quad.graph_name not in BESIDE}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return write_store(tmp_path_factory.mktemp("build") / "store", QUADS, Mint())


def test_named_graphs_hold_what_was_given(store: Store) -> None:
    assert set(named_quads(store)) == set(QUADS)


def test_the_default_graph_is_the_merge(store: Store) -> None:
    assert set(merged_triples(store)) == MERGED
    assert len(store) == len(set(QUADS)) + len(MERGED)


def test_what_is_found_and_where_it_came_from_is_not_merged(store: Store) -> None:
    beside = {quad.triple for quad in QUADS if quad.graph_name in BESIDE}
    assert beside
    assert beside.isdisjoint(merged_triples(store))


@pytest.mark.parametrize(
    ("name", "merged"),
    [
        ("page/0123456789abcdef", True),
        ("authority", True),
        ("local", True),
        ("inferred", True),
        ("provenance", False),
        ("findings", False),
        ("all", False),
    ],
)
def test_which_graphs_are_merged(name: str, merged: bool) -> None:
    assert is_merged(Mint().graph(name).value, Mint()) is merged
    assert is_merged(Mint().graph(name).value, Mint("https://example.org/")) is False


def test_triples_are_sorted_and_subjects_stand_together(store: Store) -> None:
    triples = merged_triples(store)
    keys = [(str(one.subject), str(one.predicate), str(one.object)) for one in triples]
    assert keys == sorted(keys)
    quads = named_quads(store)
    graphs = [str(quad.graph_name) for quad in quads]
    assert graphs == sorted(graphs)


def test_the_order_of_loading_changes_nothing(store: Store, tmp_path: Path) -> None:
    turned = write_store(tmp_path / "store", reversed(QUADS), Mint())
    assert merged_triples(turned) == merged_triples(store)
    assert named_quads(turned) == named_quads(store)


def test_small_chunks_load_the_same(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hemicycle.store.CHUNK", 7)
    chunked = write_store(tmp_path / "store", iter(QUADS), Mint())
    assert merged_triples(chunked) == merged_triples(store)
    assert named_quads(chunked) == named_quads(store)


def test_another_base_has_its_own_merge(tmp_path: Path) -> None:
    there = Mint("https://example.org/")
    quads = [
        Quad(there.thing("a"), there.thing("b"), Literal(name), there.graph(name))
        for name in ("local", "findings")
    ]
    store = write_store(tmp_path / "store", quads, there)
    assert merged_triples(store) == [quads[0].triple]


@settings(max_examples=20, deadline=None)  # each makes a store on disk
@given(
    values=st.lists(
        st.tuples(
            st.sampled_from(["page/1", "page/2", "local", "findings"]),
            st.integers(0, 3),
            st.text(max_size=8),
        ),
        max_size=12,
    )
)
def test_any_quads_come_back(
    values: list[tuple[str, int, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    mint = Mint()
    quads = {
        Quad(mint.thing(f"s{n}"), mint.thing("p"), Literal(text), mint.graph(graph))
        for graph, n, text in values
    }
    store = write_store(tmp_path_factory.mktemp("any") / "store", quads, mint)
    merged = {quad.triple for quad in quads if quad.graph_name != mint.graph("findings")}
    assert set(named_quads(store)) == quads
    assert set(merged_triples(store)) == merged


def test_an_empty_store_is_a_store(tmp_path: Path) -> None:
    write_store(tmp_path / "store", [], Mint())
    assert merged_triples(open_store(tmp_path)) == []


def test_a_store_is_not_written_over_another(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    with pytest.raises(BuildError, match="is already there; name a new folder"):
        write_store(tmp_path / "store", QUADS, Mint())


def test_a_store_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BuildError, match="file/store: cannot be written"):
        write_store(tmp_path / "file" / "store", QUADS, Mint())


def test_what_was_written_is_opened_for_reading_alone(tmp_path: Path) -> None:
    written = write_store(tmp_path / "store", QUADS, Mint())
    triples = merged_triples(written)
    del written
    opened = open_store(tmp_path)
    assert merged_triples(opened) == triples
    with pytest.raises(RuntimeError, match="only possible on read-write"):
        opened.add(Quad(NamedNode("http://a/b"), NamedNode("http://a/b"), Literal("x")))


def test_without_its_folder_the_quads_are_read(store: Store, tmp_path: Path) -> None:
    serialize(QUADS, tmp_path / "hemicycle.nq", RdfFormat.N_QUADS)
    opened = open_store(tmp_path)
    assert merged_triples(opened) == merged_triples(store)
    assert named_quads(opened) == named_quads(store)


def test_a_folder_without_graph_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(ReadError) as caught:
        open_store(tmp_path)
    assert str(caught.value) == (
        f"{tmp_path}: holds no graph; name a folder that hemicycle build wrote"
    )


@pytest.mark.parametrize("name", ["store/x", "hemicycle.nq"])
def test_a_broken_graph_is_named(name: str, tmp_path: Path) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("<not> quads")
    with pytest.raises(ReadError, match=r"cannot be opened: .*; build it again"):
        open_store(tmp_path)


def test_the_default_graph_is_asked_for_by_no_name(store: Store) -> None:
    quads = store.quads_for_pattern(None, None, None, DefaultGraph())
    assert {quad.triple for quad in quads} == MERGED
