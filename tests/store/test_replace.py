"""A page's graph dropped or replaced alone: the merge loses what no other graph states."""

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store, Triple

from hemicycle.mint import Mint
from hemicycle.replace import drop_graph, replace_graph
from hemicycle.store import is_merged

MINT = Mint()
GRAPHS = [MINT.graph(name) for name in ("page/1", "page/2", "local", "provenance", "findings")]
triples = st.builds(
    Triple,
    st.sampled_from([MINT.thing("question/5-1"), MINT.thing("question/5-2")]),
    st.sampled_from([NamedNode("http://purl.org/dc/terms/title")]),
    st.sampled_from([Literal("a"), Literal("a", language="fr"), MINT.thing("person/a")]),
)
contents = st.fixed_dictionaries({graph.value: st.sets(triples) for graph in GRAPHS})
graphs = st.sampled_from(GRAPHS)


def store_of(held: dict[str, set[Triple]]) -> Store:
    store = Store()
    for name, found in held.items():
        for one in found:
            store.add(Quad(one.subject, one.predicate, one.object, NamedNode(name)))
            if is_merged(name, MINT):
                store.add(Quad(one.subject, one.predicate, one.object))
    return store


def state(store: Store) -> set[Quad]:
    return set(store)


@given(contents, graphs)
def test_a_dropped_graph_leaves_the_store_as_if_it_had_never_been(
    held: dict[str, set[Triple]], graph: NamedNode
) -> None:
    store = store_of(held)
    before = len(list(store.quads_for_pattern(None, None, None, DefaultGraph())))
    lost = drop_graph(store, graph, MINT)
    assert state(store) == state(store_of(held | {graph.value: set()}))
    after = len(list(store.quads_for_pattern(None, None, None, DefaultGraph())))
    assert before - after == lost


@given(contents, graphs, st.sets(triples))
def test_a_replaced_graph_holds_just_what_it_was_given(
    held: dict[str, set[Triple]], graph: NamedNode, new: set[Triple]
) -> None:
    store = store_of(held)
    replace_graph(store, graph, new, MINT)
    assert state(store) == state(store_of(held | {graph.value: new}))
