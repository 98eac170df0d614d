"""One named graph of a store to another state of it, with the merge kept right.

The merge then loses what no other merged graph states, and nothing else.
"""

from collections.abc import Iterable, Iterator

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store, Triple

from hemicycle.mint import Mint
from hemicycle.store import is_merged


def drop_graph(store: Store, graph: NamedNode, mint: Mint) -> int:
    """Take a named graph out of a store; how many triples the merge lost by it.

    What depends on the graph by rule stays until rules run anew.
    """
    triples = [quad.triple for quad in store.quads_for_pattern(None, None, None, graph)]
    store.remove_graph(graph)
    if not is_merged(graph.value, mint):
        return 0
    lost = [triple for triple in triples if not any(_merged_graphs(store, triple, mint))]
    for triple in lost:
        store.remove(Quad(triple.subject, triple.predicate, triple.object, DefaultGraph()))
    return len(lost)


def replace_graph(store: Store, graph: NamedNode, triples: Iterable[Triple], mint: Mint) -> None:
    """Let a named graph hold just these triples; what it held before is dropped."""
    drop_graph(store, graph, mint)
    quads = [Quad(one.subject, one.predicate, one.object, graph) for one in triples]
    store.extend(quads)
    if is_merged(graph.value, mint):
        store.extend(Quad(quad.subject, quad.predicate, quad.object) for quad in quads)


def _merged_graphs(store: Store, triple: Triple, mint: Mint) -> Iterator[NamedNode]:
    """The merged graphs that state a triple."""
    for quad in store.quads_for_pattern(triple.subject, triple.predicate, triple.object):
        graph = quad.graph_name
        if isinstance(graph, NamedNode) and is_merged(graph.value, mint):
            yield graph
