"""Faults of nodes that clusters share to the lines of pages that print them.

A node may have thousands of mentions: a line that the last build found holds as long as no
mention of the node comes or goes.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, Store, parse
from rdflib import URIRef

from hemicycle.namespaces import HC
from hemicycle.pipeline.graph import BuiltGraph
from hemicycle.pipeline.written import pieces
from hemicycle.query import TEXTS_FOLDER
from hemicycle.validate import Result, in_pages
from hemicycle.validate.places import Places

_BODY = NamedNode(HC.body)


def shared_places(graph: BuiltGraph, store: Store, folder: Path) -> Places:
    """Where the facts of all faults of shared nodes stand; looked for where it is not known."""
    find = in_pages(store, folder / TEXTS_FOLDER)
    places: Places = {}
    for result in graph.shared_checked.results:
        key = result.key
        if key not in places:
            places[key] = graph.places[key] if key in graph.places else find(result)
    return places


def places_left(
    before: Places, results: Iterable[Result], gone: Iterable[Path], new: Iterable[Path]
) -> Places:
    """The places of the last build that still hold; `gone` and `new` are stems of batches."""
    known = [result for result in results if result.key in before]
    if not known:
        return {}
    touched = {body for stem in (*gone, *new) for body in _bodies(stem)}
    return {
        result.key: before[result.key]
        for result in known
        if touched.isdisjoint(
            str(node) for node in (result.focus, result.value) if isinstance(node, URIRef)
        )
    }


def _bodies(stem: Path) -> Iterator[str]:
    """What the mentions of some clusters name."""
    for quad in parse(path=pieces(stem).nt, format=RdfFormat.N_TRIPLES):
        if quad.predicate == _BODY and isinstance(quad.object, NamedNode):
            yield quad.object.value
