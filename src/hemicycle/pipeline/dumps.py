"""The pieces of a built graph to its dumps: N-Quads, Turtle and JSON-LD."""

import shutil
from collections.abc import Iterable
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
from hemicycle.pipeline.written import SHARED_GRAPHS, pieces


def write_dumps(graph: BuiltGraph, folder: Path, begin: Heads) -> None:
    """Write hemicycle.nq, .ttl and .jsonld: first each cluster, then what they share."""
    with (folder / "hemicycle.nq").open("wb") as nq:
        _copy((pieces(stem).nq for stem in (graph.authority, *graph.stems)), nq)
        for name in SHARED_GRAPHS:
            nq.writelines(graph.shared.graph(name))
    with (
        (folder / "hemicycle.ttl").open("wb") as ttl,
        (folder / "hemicycle.jsonld").open("wb") as jsonld,
    ):
        ttl.write(begin.turtle)
        jsonld.write(begin.jsonld)
        _copy((pieces(stem).ttl for stem in graph.stems), ttl)
        _copy((pieces(stem).jsonld for stem in graph.stems), jsonld)
        _write_shared(graph, begin, ttl, jsonld)
        jsonld.write(JSONLD_END)


def _write_shared(graph: BuiltGraph, begin: Heads, ttl: BinaryIO, jsonld: BinaryIO) -> None:
    between = b""
    for lines in graph.shared.groups():
        triples = parsed(lines)
        ttl.write(turtle_piece(triples, begin))
        jsonld.write(between)
        jsonld.write(jsonld_piece(list(statements(triples)), begin).removesuffix(JSONLD_BETWEEN))
        between = JSONLD_BETWEEN


def _copy(files: Iterable[Path], out: BinaryIO) -> None:
    for file in files:
        with file.open("rb") as piece:
            shutil.copyfileobj(piece, out, 1 << 20)
