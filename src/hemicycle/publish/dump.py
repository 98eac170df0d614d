"""A build to one N-Quads file of what publishing leaves in a store: for bulk loaders."""

from itertools import chain
from pathlib import Path
from typing import BinaryIO

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, serialize

from hemicycle.errors import ExportError
from hemicycle.opened import OpenBuild
from hemicycle.progress import Progress, Silent
from hemicycle.publish.local import LocalGraphs
from hemicycle.publish.report import Report
from hemicycle.remote.graphs import PUBLISHED
from hemicycle.remote.published import Fingerprints, entry_triples, head_triples


def write_published(build: OpenBuild, file: Path, progress: Progress | None = None) -> Report:
    """Write every named graph, the merge as graph/all, and the catalogue of them.

    Once a store has loaded it, `hemicycle publish` sends what changes from then on.
    The file appears whole or not at all; raises ExportError where it cannot be written.
    """
    local = LocalGraphs(build)
    told = progress or Silent()
    known = local.fingerprints(told)
    told.stage("writing graphs", len(known))
    part = file.with_name(f"{file.name}.part")
    try:
        with part.open("wb") as out:
            _write(local, known, out, told)
        part.replace(file)
    except OSError as error:
        raise ExportError(f"cannot be written: {error}", file=file) from error
    finally:
        part.unlink(missing_ok=True)
    triples = sum(found.triples for found in known.values())
    return Report(sent=tuple(known), triples=triples, dropped=(), kept=0)


def _write(local: LocalGraphs, known: Fingerprints, out: BinaryIO, told: Progress) -> None:
    for graph in known:
        name = NamedNode(graph)
        serialize((_quad(one, name) for one in local.triples(graph)), out, RdfFormat.N_QUADS)
        told.advance()
    entries = (entry_triples(graph, found, local.mint) for graph, found in known.items())
    catalogue = chain(head_triples(local.mint), chain.from_iterable(entries))
    name = local.mint.graph(PUBLISHED)
    serialize((_quad(one, name) for one in catalogue), out, RdfFormat.N_QUADS)


def _quad(triple: Triple, graph: NamedNode) -> Quad:
    return Quad(triple.subject, triple.predicate, triple.object, graph)
