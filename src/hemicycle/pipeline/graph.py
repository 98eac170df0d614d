"""The pages of an archive to the graph: store, shared nodes, rules, shapes."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from pyoxigraph import RdfFormat, Store

from hemicycle.counts import count_lines
from hemicycle.infer import all_rules, infer
from hemicycle.mint import Mint
from hemicycle.pipeline.archive import Archive, batch_tasks
from hemicycle.pipeline.batches import BatchDone, Tools, do_batch
from hemicycle.pipeline.derive import statement_tuple
from hemicycle.pipeline.facts import vocabulary_facts
from hemicycle.pipeline.given import BatchTriples
from hemicycle.pipeline.settings import Settings
from hemicycle.pipeline.shared import Shared, owned_questions, parsed
from hemicycle.pipeline.written import pieces, write_shared
from hemicycle.progress import Progress
from hemicycle.rdf_bytes import rdf_lines
from hemicycle.store import load_files
from hemicycle.store_types import StoreTypes
from hemicycle.validate.compiled import Checked, check, statements
from hemicycle.workers import in_order, worker_count

TOGETHER = 4
"""So many batches are loaded at once: some 250,000 quads, which one bulk load takes."""


class BuiltGraph(Struct, frozen=True, kw_only=True):
    """What stands in the store, and the files it can be written from without asking it.

    `stems` are those of the batches in their order, `counts` tell how often the merge
    has each property and class (see `count_lines`).
    """

    stems: tuple[Path, ...]
    authority: Path
    shared: Shared
    checked: tuple[Checked, ...]
    counts: Counter[bytes]


def build_graph(
    archive: Archive,
    work: Path,
    store: Store,
    tools: Tools,
    settings: Settings,
    progress: Progress,
) -> BuiltGraph:
    """Put every graph and the merge into an empty store."""
    done = _build_batches(archive, work, store, settings, progress)
    progress.stage("loading what pages share")
    authority = _write_facts(work / "authority", store, settings, tools)
    questions = owned_questions((path for batch in done for path in batch.questions), tools.mint)
    stems = tuple(batch.stem for batch in done)
    load_files(store, [pieces(authority).nq])
    Shared((*stems, authority), questions).load(store)
    progress.stage("inferring from the whole archive")
    archive_stem = _infer_archive(work / "archive", store, tools.mint)
    shared = Shared((*stems, authority, archive_stem), questions)
    counts: Counter[bytes] = Counter()
    for batch in done:
        counts.update(batch.counts)
    progress.stage("settling the store")
    store.optimize()
    progress.stage("validating what pages share")
    own = tuple(batch.checked for batch in done)
    return BuiltGraph(
        stems=stems,
        authority=authority,
        shared=shared,
        checked=(*own, *_check_shared(shared, store, tools, counts)),
        counts=counts,
    )


def _build_batches(
    archive: Archive, work: Path, store: Store, settings: Settings, progress: Progress
) -> list[BatchDone]:
    """Batches are loaded, some at once, while workers make the next ones."""
    progress.stage("triples, rules and shapes of each family", len(archive.pages))
    done: list[BatchDone] = []
    workers = worker_count(settings.workers, len(archive.pages))
    tasks = batch_tasks(archive, work, settings)
    for batch in in_order(do_batch, tasks, workers, settings.scheduler):
        done.append(batch)
        if len(done) % TOGETHER == 0:
            _load(done[-TOGETHER:], store)
        progress.advance(batch.pages)
    if len(done) % TOGETHER:
        _load(done[-(len(done) % TOGETHER) :], store)
    return done


def _load(batches: Sequence[BatchDone], store: Store) -> None:
    found = (pieces(batch.stem) for batch in batches)
    load_files(store, (file for one in found for file in (one.nq, one.nt)))


def _write_facts(stem: Path, store: Store, settings: Settings, tools: Tools) -> Path:
    """The authority, and of the vocabularies what the pages in the store use."""
    vocabulary = vocabulary_facts(settings, store, tools.facts, tools.mint)
    quads = [*tools.facts, *vocabulary]
    lines = rdf_lines(quads, RdfFormat.N_QUADS)
    pieces(stem).nq.write_bytes(b"".join(sorted(lines)))
    triples = [statement_tuple(quad.triple) for quad in quads]
    write_shared(BatchTriples(merge=triples), stem, tools.mint)
    return stem


def _infer_archive(stem: Path, store: Store, mint: Mint) -> Path:
    """What the rules add that look at the whole archive; it stands in the store already."""
    found = BatchTriples()
    for run in infer(store, mint, all_rules("archive")):
        triples = [statement_tuple(triple) for triple in run.added]
        if run.graph == "findings":
            found.findings.extend(triples)
        else:
            found.inferred.extend(triples)
            found.merge.extend(triples)
    write_shared(found, stem, mint)
    return stem


def _check_shared(
    shared: Shared, store: Store, tools: Tools, counts: Counter[bytes]
) -> Iterator[Checked]:
    """Hold the shared nodes against the shapes, and count them."""
    types = StoreTypes(store)
    for lines in shared.groups():
        count_lines(lines, counts)
        yield check(tools.shapes, statements(parsed(lines)), types)
