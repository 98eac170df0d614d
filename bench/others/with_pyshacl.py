"""A graph to what the shapes find in it: our compiled shapes beside pySHACL on the whole graph."""

from collections.abc import Iterator, Sequence

import pyoxigraph as ox

from hemicycle.assets import asset
from hemicycle.graphs import as_graph
from hemicycle.validate import load_shapes, validate
from hemicycle.validate.compiled import check, checked_report, compile_shapes, statements
from others.timing import Compared, seconds


def validating(triples: Sequence[ox.Triple], pages: int) -> Iterator[Compared]:
    """Both once: pySHACL takes minutes. They have to report the same."""
    shapes = load_shapes(asset("shapes"))
    compiled = compile_shapes(shapes)
    graph = as_graph(triples)
    found = []
    ours = seconds(
        lambda: found.append(checked_report(compiled, [check(compiled, statements(triples))]))
    )
    theirs = seconds(lambda: found.append(validate(graph, shapes)))
    if found[0].results != found[1].results:
        raise SystemExit("the compiled shapes and pySHACL report different results")
    yield Compared(f"shapes on {pages} pages", ours, "pySHACL on the whole graph, once", theirs)
