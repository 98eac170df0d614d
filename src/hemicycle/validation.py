"""Builds and RDF files to what shapes, and rules across documents, find in them."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from pyoxigraph import Quad, Store, Triple

from hemicycle.assets import asset
from hemicycle.errors import ReadError
from hemicycle.graphs import read_rdf, unlogged
from hemicycle.mint import Mint
from hemicycle.namespaces import BASE
from hemicycle.opened import OpenBuild, open_build
from hemicycle.store import merged_triples, named_quads
from hemicycle.validate import (
    Report,
    check_rules,
    in_files,
    in_pages,
    load_rules,
    load_shapes,
    located,
    merged,
)
from hemicycle.validate.compiled import check, checked_report, compile_shapes, statements

SHAPES = "shapes"
RULES = "shapes/rules"


def validate_paths(paths: Sequence[Path]) -> Report:
    """Hold builds, and RDF files of any notation, against the shapes, together.

    Results tell the line: of the file, or of the text of a build's page.
    Raises ReadError for a file that is no RDF or a folder that is no build.
    """
    triples: set[Triple] = set()
    builds: list[OpenBuild] = []
    for path in paths:
        if path.is_dir():
            builds.append(open_build(path))
            triples.update(_validated_triples(builds[-1].store, builds[-1].mint))
        else:
            triples.update(_read(path))
    base = builds[0].mint.base if builds else BASE
    with unlogged():
        shapes = _held_against_shapes(triples, base)
        report = merged([shapes, across_documents(_store_of(triples), base)], base)
        for build in builds:
            report = located(report, in_pages(build.store, build.texts))
        return located(report, in_files(paths))


def _read(path: Path) -> Iterator[Triple]:
    for triple in read_rdf(path):
        if isinstance(triple.object, Triple):
            problem = f"says something of a triple, as RDF 1.1 cannot: {triple}"
            raise ReadError(problem, file=path, remedy="take such triples out")
        yield triple


def _held_against_shapes(triples: Iterable[Triple], base: str) -> Report:
    compiled = compile_shapes(load_shapes(asset(SHAPES)))
    return checked_report(compiled, [check(compiled, statements(triples))], base)


def across_documents(store: Store, base: str) -> Report:
    """What the rules across documents find in the merge of a store."""
    return check_rules(load_rules(asset(RULES)), store, base)


def _store_of(triples: Iterable[Triple]) -> Store:
    store = Store()
    store.bulk_extend(Quad(one.subject, one.predicate, one.object) for one in triples)
    return store


def _validated_triples(store: Store, mint: Mint) -> list[Triple]:
    beside = (mint.graph("provenance"), mint.graph("findings"))
    quads = (quad for quad in named_quads(store) if quad.graph_name in beside)
    return [*merged_triples(store), *(quad.triple for quad in quads)]
