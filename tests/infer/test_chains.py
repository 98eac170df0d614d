"""Chains are the connected components of reintroduction and requalification with a first question."""

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad, Store

from hemicycle.infer import apply_rule, rules
from hemicycle.mint import Mint
from hemicycle.namespaces import HC

numbers = st.integers(1, 12)
steps = st.lists(
    st.tuples(numbers, numbers, st.sampled_from([HC.reintroducedAs, HC.requalifiedAs])), max_size=20
)


def question(number: int) -> NamedNode:
    return Mint().thing(f"question/5-{number}")


def said(store: Store, term: str) -> dict[str, str]:
    """The value that each question has of a property; one value each."""
    quads = list(store.quads_for_pattern(None, NamedNode(term), None, Mint().graph("inferred")))
    values = {str(quad.subject): getattr(quad.object, "value", "") for quad in quads}
    assert len(values) == len(quads)
    return values


@given(steps)
@settings(deadline=None)
def test_chains_are_components_and_places_count_what_precedes(
    told: list[tuple[int, int, str]],
) -> None:
    forward = [(one, other, how) for one, other, how in told if one < other]
    store = Store()
    for one, other, how in forward:
        store.add(Quad(question(one), NamedNode(how), question(other)))
    for rule in rules()[:3]:
        apply_rule(rule, store, Mint())
    graph: nx.DiGraph[int] = nx.DiGraph((one, other) for one, other, _ in forward)
    chains = {
        str(question(member)): Mint()
        .thing(f"chain/{min(f'5-{number}' for number in part if not graph.in_degree(number))}")
        .value
        for part in nx.weakly_connected_components(graph)
        for member in part
    }
    places = {str(question(number)): str(len(nx.ancestors(graph, number)) + 1) for number in graph}
    assert said(store, HC.inChain) == chains
    assert said(store, HC.chainPosition) == places
