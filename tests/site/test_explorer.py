"""Networks to what the explorer shows: which nodes, in which order, in which words."""

from html import unescape
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import QuerySolutions

from hemicycle.errors import ExportError
from hemicycle.mint import Mint
from hemicycle.networks import PROJECTIONS, Edge, Network, Node
from hemicycle.networks.intervals import ALWAYS, Interval
from hemicycle.opened import open_build
from hemicycle.query import named_queries
from hemicycle.site import LANGUAGES, Site, explorer, sparql_editor
from hemicycle.site.graph_choice import GraphChoice, read_choice
from hemicycle.site.graph_cut import cut
from hemicycle.site.graph_data import graph_gexf, graph_json
from hemicycle.site.words import word

GRAPHS = Path(__file__).parents[2] / "graphs"
BASE = Mint().base
ROUND = ("a", "b", "c", "d", "e")


@pytest.fixture(scope="module")
def site() -> Site:
    return Site.open(open_build(GRAPHS))


def _edge(source: str, target: str, when: Interval = ALWAYS) -> Edge:
    return Edge(f"{BASE}id/{source}", "asked", f"{BASE}id/{target}", 1, when=when)


def _network(*edges: Edge, alone: tuple[Node, ...] = ()) -> Network:
    ends = [iri for edge in edges for iri in (edge.source, edge.target)]
    nodes = [
        Node(iri, "person" if iri.endswith("a") else "party", iri, {}, ends.count(iri))
        for iri in set(ends)
    ]
    described = PROJECTIONS["full"].described
    ordered = tuple(sorted((*nodes, *alone), key=lambda node: node.iri))
    return Network(described, ordered, edges, BASE, "fr")


CHAIN = _network(
    _edge("a", "b", Interval("2001-05-01", "2001-06-01")),
    _edge("b", "c", Interval("2003-05-01", None)),
    _edge("c", "d", Interval("2005-01-01", "2006-01-01")),
    _edge("d", "e"),
)


def _shown(network: Network, **choice: Any) -> tuple[list[str], int]:
    found = cut(network, GraphChoice(**choice))
    return [network.short(node.iri) for node in found.network.nodes], found.left_out


def test_all_is_shown_where_there_is_room() -> None:
    assert _shown(CHAIN) == (["a", "b", "c", "d", "e"], 0)


def test_the_most_tied_come_first_and_the_rest_is_counted() -> None:
    assert _shown(CHAIN, most=2) == (["b", "c"], 3)


def test_a_neighbourhood_reaches_so_many_steps() -> None:
    assert _shown(CHAIN, around=("a",)) == (["a", "b"], 0)
    assert _shown(CHAIN, around=("a",), steps=2) == (["a", "b", "c"], 0)
    assert _shown(CHAIN, around=("a", "e")) == (["a", "b", "d", "e"], 0)
    assert _shown(CHAIN, around=("nobody",)) == ([], 0)


def test_what_is_named_is_shown_though_others_have_more_ties() -> None:
    assert _shown(CHAIN, around=("a",), steps=3, most=1) == (["a"], 3)


def test_more_adds_a_node_with_all_it_is_tied_to() -> None:
    assert _shown(CHAIN, around=("a",), more=("e",)) == (["a", "b", "d", "e"], 0)


def test_years_leave_out_ties_that_last_in_none_of_them() -> None:
    assert _shown(CHAIN, last=2001) == (["a", "b", "d", "e"], 0)
    assert _shown(CHAIN, first=2004, last=2004) == (["b", "c", "d", "e"], 0)
    assert _shown(CHAIN, first=2007) == (["b", "c", "d", "e"], 0)


def test_a_node_without_ties_has_years_of_its_own() -> None:
    alone = Node(f"{BASE}id/f", "question", "f", {}, 0, when=Interval("2001-01-01", "2002-01-01"))
    network = _network(_edge("a", "b", Interval("2010-01-01", "2010-02-01")), alone=(alone,))
    assert _shown(network, last=2005) == (["f"], 0)
    assert _shown(network, first=2005) == (["a", "b"], 0)


def test_kinds_can_be_left_out_and_are_counted_all_the_same() -> None:
    found = cut(CHAIN, GraphChoice(without=("person",)))
    assert "a" not in [CHAIN.short(node.iri) for node in found.network.nodes]
    assert found.kinds == {"party": 4, "person": 1}
    assert found.years == (2001, 2006)


@given(
    st.lists(st.tuples(st.sampled_from(ROUND), st.sampled_from(ROUND)), min_size=1, max_size=12),
    st.lists(st.sampled_from(ROUND), max_size=2, unique=True),
    st.integers(1, 3),
    st.integers(1, 6),
)
def test_no_tie_leads_to_what_is_not_shown(
    pairs: list[tuple[str, str]], around: list[str], steps: int, most: int
) -> None:
    network = _network(*(_edge(one, other) for one, other in sorted(set(pairs))))
    found = cut(network, GraphChoice(around=tuple(around), steps=steps, most=most))
    shown = {node.iri for node in found.network.nodes}
    assert len(shown) <= most
    assert {iri for edge in found.network.edges for iri in (edge.source, edge.target)} <= shown
    assert [edge for edge in network.edges if {edge.source, edge.target} <= shown] == list(
        found.network.edges
    )


@pytest.mark.parametrize(
    "parameters",
    [
        [("projection", "nope")],
        [("from", "-1")],
        [("from", "²")],
        [("to", "10000000000")],
        [("steps", "9")],
        [("most", "5001")],
        [("where", "colour=red")],
        [("around", f"person/{number}") for number in range(51)],
    ],
)
def test_what_has_no_meaning_is_refused(parameters: list[tuple[str, str]]) -> None:
    with pytest.raises(ExportError):
        read_choice(parameters)


def test_the_picture_has_labels_of_the_language_and_small_nodes_first(site: Site) -> None:
    choice = read_choice([("projection", "full")])
    french, dutch = (
        msgspec.json.decode(graph_json(site.data, choice, tag)) for tag in ("fr", "nl")
    )
    labels = [
        {node["key"]: node["attributes"] for node in answer["graph"]["nodes"]}
        for answer in (french, dutch)
    ]
    service = "service/spf-securite-sociale"
    assert [each[service]["label"] for each in labels] == [
        "SPF Sécurité sociale",
        "FOD Sociale Zekerheid",
    ]
    assert labels[0][service]["page"] == f"/fr/{service}"
    sizes = [node["attributes"]["size"] for node in french["graph"]["nodes"]]
    assert sizes == sorted(sizes)
    keys = set(labels[0])
    assert all({edge["source"], edge["target"]} <= keys for edge in french["graph"]["edges"])
    assert french["left_out"] == 0


def test_the_same_choice_gives_the_same_bytes(site: Site) -> None:
    choice = read_choice([("projection", "full"), ("around", "service/spf-emploi")])
    again = Site.open(site.data.build)
    assert graph_json(site.data, choice, "fr") == graph_json(again.data, choice, "fr")
    assert graph_gexf(site.data, choice, "fr") == graph_gexf(again.data, choice, "fr")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_tie_has_words(language: str) -> None:
    kinds = {kind for one in PROJECTIONS.values() for kind in one.described.edge_kinds}
    without = {kind for kind in kinds if not kind.endswith("-YEAR")} - {
        kind for kind in kinds if word(language, "explorer", f"tie_{kind}")
    }
    assert without == set()


@pytest.mark.parametrize(
    ("module", "path"), [(explorer, "graph"), (sparql_editor, "sparql-editor")]
)
def test_without_bundles_the_page_says_how_to_get_them(
    site: Site, module: Any, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for is_there in (True, False):
        monkeypatch.setattr(module, "has_bundle", lambda name, there=is_there: there)
        page = site.page(f"/en/{path}")
        assert page is not None
        assert ("make site" in page.html) is not is_there
        assert ("/static/bundles/" in page.html) is is_there


def test_the_list_shows_what_a_thing_is_tied_to(site: Site) -> None:
    page = site.page("/fr/graph", {"projection": "full", "around": "question/5-8906"})
    assert page is not None
    around = page.html.partition('id="around"')[2].partition("</section>")[0]
    assert "Martine Taelman" in around
    assert "posée par" in around


def test_each_example_runs_as_it_is(site: Site) -> None:
    page = site.page("/nl/sparql-editor")
    assert page is not None
    facts = page.html.partition('id="editor-facts">')[2].partition("</script>")[0]
    examples = msgspec.json.decode(facts)["examples"]
    assert sorted(examples) == sorted(query.name for query in named_queries())
    for text in examples.values():
        assert "?lang { UNDEF }" not in text
        assert isinstance(site.data.build.store.query(text), QuerySolutions)


def test_an_example_has_the_value_of_its_parameter(site: Site) -> None:
    page = site.page("/nl/sparql-editor", {"example": "family-members"})
    assert page is not None
    asked = unescape(page.html.partition("<textarea")[2].partition(">")[2].partition("</")[0])
    found = site.data.build.store.query(asked)
    assert isinstance(found, QuerySolutions)
    assert len(list(found)) == 19


def test_a_query_in_the_address_stands_in_the_form_and_nothing_of_it_is_markup(site: Site) -> None:
    page = site.page("/en/sparql-editor", {"query": "</textarea><script>alert(1)</script>"})
    assert page is not None
    assert "<script>alert" not in page.html
