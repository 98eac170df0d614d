"""The pieces of a built graph to its dumps: N-Quads, Turtle and JSON-LD."""

import shutil
from pathlib import Path
from typing import BinaryIO

from hemicycle.export.jsonld import statements
from hemicycle.export.pieces import (
    JSONLD_BETWEEN,
    JSONLD_END,
    Heads,
    jsonld_piece,
    turtle_piece,
)
from hemicycle.pipeline.graph import BuiltGraph
from hemicycle.pipeline.shared import parsed
from hemicycle.pipeline.written import SHARED_GRAPHS, Lengths, pieces
from hemicycle.shards import copy_stretches


def write_dumps(graph: BuiltGraph, folder: Path, begin: Heads) -> None:
    """Write hemicycle.nq, .ttl and .jsonld: first each cluster, then what they share."""
    with (folder / "hemicycle.nq").open("wb") as nq:
        with pieces(graph.authority).nq.open("rb") as authority:
            shutil.copyfileobj(authority, nq)
        copy_stretches((cluster.nq for cluster in graph.clusters), nq)
        for name in SHARED_GRAPHS:
            nq.writelines(graph.shared.graph(name))
    with (
        (folder / "hemicycle.ttl").open("wb") as ttl,
        (folder / "hemicycle.jsonld").open("wb") as jsonld,
    ):
        ttl.write(begin.turtle)
        jsonld.write(begin.jsonld)
        copy_stretches((cluster.ttl for cluster in graph.clusters), ttl)
        copy_stretches((cluster.jsonld for cluster in graph.clusters), jsonld)
        _write_shared(graph, begin, ttl, jsonld)
        jsonld.write(JSONLD_END)


def lengths_before(authority: Path, begin: Heads) -> Lengths:
    """How many bytes of each dump stand ahead of the first cluster."""
    return Lengths(pieces(authority).nq.stat().st_size, len(begin.turtle), len(begin.jsonld))


def _write_shared(graph: BuiltGraph, begin: Heads, ttl: BinaryIO, jsonld: BinaryIO) -> None:
    between = b""
    for lines in graph.shared.groups():
        triples = parsed(lines)
        ttl.write(turtle_piece(triples, begin))
        jsonld.write(between)
        jsonld.write(jsonld_piece(list(statements(triples)), begin).removesuffix(JSONLD_BETWEEN))
        between = JSONLD_BETWEEN
