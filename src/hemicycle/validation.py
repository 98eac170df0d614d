"""Builds and RDF files to the report that the shapes have of them."""

from collections.abc import Sequence
from pathlib import Path

from pyoxigraph import Store, Triple

from hemicycle.assets import asset
from hemicycle.graphs import as_graph, read_rdf
from hemicycle.mint import Mint
from hemicycle.namespaces import BASE
from hemicycle.opened import open_build
from hemicycle.store import merged_triples, named_quads
from hemicycle.validate import Report, load_shapes, validate

SHAPES = "shapes"


def validate_paths(paths: Sequence[Path]) -> Report:
    """Hold builds, and RDF files of any notation, against the shapes, together.

    Raises ReadError for a file that is no RDF or a folder that is no build.
    """
    triples: set[Triple] = set()
    base = BASE
    for path in paths:
        if path.is_dir():
            build = open_build(path)
            base = build.mint.base
            triples.update(_validated_triples(build.store, build.mint))
        else:
            triples.update(read_rdf(path))
    return validate(as_graph(triples), load_shapes(asset(SHAPES)), base=base)


def validate_store(store: Store, mint: Mint) -> Report:
    """Hold a store against the shapes: its merge, and what stands beside it."""
    triples = _validated_triples(store, mint)
    return validate(as_graph(triples), load_shapes(asset(SHAPES)), base=mint.base)


def _validated_triples(store: Store, mint: Mint) -> list[Triple]:
    beside = (mint.graph("provenance"), mint.graph("findings"))
    quads = (quad for quad in named_quads(store) if quad.graph_name in beside)
    return [*merged_triples(store), *(quad.triple for quad in quads)]
