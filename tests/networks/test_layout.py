"""Places show families and are the same every time; measures equal those of networkx."""

from math import dist, isfinite
from statistics import median

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hemicycle.networks import Edge, Network, Node
from hemicycle.networks.communities import Tie, communities
from hemicycle.networks.finish import THOROUGH, finished
from hemicycle.networks.forces import Points, leaves, repulsion
from hemicycle.networks.layout import placed
from hemicycle.networks.measures import betweenness, measured
from hemicycle.networks.projections.full import PROJECTION
from hemicycle.networks.wires import wires_of

Pairs = list[tuple[int, int]]
PAIRS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=80)


def network_of(pairs: Pairs, count: int = 31) -> Network:
    nodes = tuple(Node(f"https://x.org/{n:05}", "other", str(n), {}, 0) for n in range(count))
    unique = sorted(set(pairs))
    edges = tuple(Edge(nodes[one].iri, "ties", nodes[other].iri, 1) for one, other in unique)
    return Network(PROJECTION.described, nodes, edges, "https://x.org/", "en")


def stars(families: int, members: int) -> Pairs:
    """Families of questions, each question also tied to two of few persons."""
    first = families + 10
    pairs = [(first + n, n % families) for n in range(families * members)]
    pairs += [(question, families + (question * 7) % 10) for question, _ in pairs]
    return pairs


def graph_of(pairs: Pairs, count: int) -> "nx.Graph[int]":
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_edges_from(pair for pair in pairs if pair[0] != pair[1])
    return graph


@pytest.mark.parametrize("refine", [False, True])
def test_members_of_a_family_lie_together(refine: bool) -> None:
    pairs = stars(40, 12)
    network = placed(network_of(pairs, 40 + 10 + 480), refine=refine)
    spots = [(node.place.x, node.place.y) for node in network.nodes if node.place]
    to_family = median(dist(spots[n], spots[family]) for n, family in pairs[:480])
    to_any = median(dist(spots[n], spots[(n * 37) % 530]) for n, _ in pairs[:480])
    assert to_family < 0.35 * to_any
    assert len(set(spots)) == len(spots) == 530


@given(PAIRS)
@settings(max_examples=8, deadline=None)
def test_any_network_is_laid_out_the_same_twice(pairs: Pairs) -> None:
    network = finished(network_of(pairs), thorough=True)
    places = [node.place for node in network.nodes]
    assert all(place and isfinite(place.x) and isfinite(place.y) for place in places)
    assert finished(network_of(pairs), thorough=True) == network


def test_a_network_of_nothing_is_laid_out() -> None:
    assert finished(network_of([], 0)).nodes == ()
    (node,) = finished(network_of([], 1)).nodes
    assert node.place is not None


def test_large_networks_are_not_measured_unless_asked() -> None:
    large = finished(network_of([(0, 1)], THOROUGH + 1))
    assert large.nodes[0].place is not None
    assert large.nodes[0].values == {}


@given(PAIRS)
@settings(max_examples=50, deadline=None)
def test_betweenness_is_that_of_networkx(pairs: Pairs) -> None:
    found = betweenness(wires_of(network_of(pairs)))
    wanted = nx.betweenness_centrality(graph_of(pairs, 31))
    assert np.allclose(found, [wanted[node] for node in range(31)])


def test_sampled_betweenness_is_near() -> None:
    star = [(0, n) for n in range(1, 6_000)]
    found = betweenness(wires_of(network_of(star, 6_000)))
    assert found[0] == pytest.approx(1, abs=0.01)
    assert found[1:].tolist() == [0] * 5_999


@given(PAIRS)
@settings(max_examples=50, deadline=None)
def test_communities_never_span_what_is_not_tied(pairs: Pairs) -> None:
    values = [node.values["community"] for node in measured(network_of(pairs)).nodes]
    for part in nx.connected_components(graph_of(pairs, 31)):
        others = set(range(31)) - part
        assert not {values[node] for node in part} & {values[node] for node in others}


def test_communities_are_as_close_as_those_of_networkx() -> None:
    graph = nx.les_miserables_graph()
    names = sorted(graph)
    ties = [
        [Tie(names.index(other), graph[name][other]["weight"]) for other in sorted(graph[name])]
        for name in names
    ]
    groups: dict[int, set[str]] = {}
    for name, group in zip(names, communities(ties), strict=True):
        groups.setdefault(group, set()).add(name)
    theirs = nx.community.louvain_communities(graph, seed=1)
    ours = nx.community.modularity(graph, groups.values())
    assert ours > 0.98 * nx.community.modularity(graph, theirs)
    sizes = [len(groups[group]) for group in sorted(groups)]
    assert sizes == sorted(sizes, reverse=True)


@given(st.lists(st.tuples(st.floats(-50, 50), st.floats(-50, 50)), min_size=1, max_size=100))
@settings(max_examples=50, deadline=None)
def test_leaves_hold_every_node_once(spots: list[tuple[float, float]]) -> None:
    x, y = (np.array(axis) for axis in zip(*spots, strict=True))
    table = leaves(Points(x, y), 8)
    assert table.shape[1] <= 8
    assert sorted(table[table >= 0]) == list(range(len(spots)))


def test_repulsion_is_near_the_sum_over_all_pairs() -> None:
    numbers = np.arange(400, dtype=np.float64)
    places = Points((numbers * 37) % 101, (numbers * 53) % 97)
    masses = 1.0 + numbers % 5
    force = repulsion(places, masses, leaves(places, 16))
    across = places.x[:, None] - places.x[None, :]
    down = places.y[:, None] - places.y[None, :]
    pull = masses[:, None] * masses[None, :] / (across**2 + down**2 + 0.01)
    exact_x, exact_y = (across * pull).sum(axis=1), (down * pull).sum(axis=1)
    error = np.hypot(force.x - exact_x, force.y - exact_y) / np.hypot(exact_x, exact_y)
    assert median(error.tolist()) < 0.1
