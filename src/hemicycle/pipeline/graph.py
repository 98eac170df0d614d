"""The pages of an archive to the graph: store, shared nodes, rules, shapes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace
from pyoxigraph import RdfFormat, Store

from hemicycle.counts import count_lines
from hemicycle.infer import RuleRun, all_rules, infer
from hemicycle.mint import Mint
from hemicycle.pipeline.archive import Archive, batch_tasks, members, tied_clusters
from hemicycle.pipeline.batches import BatchDone, Member, Tools, do_batch, spoken
from hemicycle.pipeline.derive import statement_tuple
from hemicycle.pipeline.facts import vocabulary_facts
from hemicycle.pipeline.given import BatchTriples
from hemicycle.pipeline.ledger import Ledger, added, findings_ledger
from hemicycle.pipeline.places import ClusterPlaces, batch_places
from hemicycle.pipeline.rule_runs import keep_run
from hemicycle.pipeline.settings import Settings
from hemicycle.pipeline.shared import Shared, count_shared, owned_questions, parsed
from hemicycle.pipeline.written import pieces, write_shared
from hemicycle.progress import Progress
from hemicycle.rdf_bytes import rdf_lines
from hemicycle.store import load_files
from hemicycle.store_types import StoreTypes
from hemicycle.validate.compiled import Checked, check, statements, summed
from hemicycle.validate.places import Places
from hemicycle.workers import in_order, worker_count

TOGETHER = 4
"""So many batches are loaded at once: some 250,000 quads, which one bulk load takes."""

COUNTED, AUTHORITY, ARCHIVE = "shared", "authority", "archive"
"""The stems of what pages share, of what the authority says, of the rules on the whole archive."""


class Own(Struct, frozen=True):
    """What clusters give beside their pieces.

    `checked` is what shapes found in their own nodes, `counts` how often those have each term.
    """

    checked: Checked
    counts: Counter[bytes]
    ledger: Ledger


class BuiltGraph(Struct, frozen=True, kw_only=True):
    """What stands in the store, and the files it can be written from without asking it.

    `clusters` tells where the pieces of each cluster stand, in their order; `counts` how
    often the merge has each property and class (see `count_lines`); `ledger` is that of the
    clusters and of the rules on the whole archive. `pages` are the keys of the pages of each
    cluster; `places` those that the last build found for faults of shared nodes and that
    still hold, by the keys of the results.
    """

    clusters: tuple[ClusterPlaces, ...]
    authority: Path
    shared: Shared
    own: Own
    shared_checked: Checked
    counts: Counter[bytes]
    ledger: Ledger
    pages: tuple[tuple[str, ...], ...] = ()
    places: Places = field(default_factory=dict)


def build_graph(
    archive: Archive,
    texts: Path,
    work: Path,
    store: Store,
    tools: Tools,
    settings: Settings,
    progress: Progress,
) -> BuiltGraph:
    """Put every graph and the merge into an empty store; `texts` has the pages' texts."""
    progress.stage("triples, rules and shapes of each family", len(archive.pages))
    done: list[BatchDone] = []
    tied = tied_clusters(archive)
    clusters = [members(cluster, archive) for cluster in tied]
    for batch in do_batches(clusters, work / "batch", texts, settings):
        done.append(batch)
        if len(done) % TOGETHER == 0:
            _load(done[-TOGETHER:], store)
        progress.advance(batch.pages)
    if len(done) % TOGETHER:
        _load(done[-(len(done) % TOGETHER) :], store)
    progress.stage("loading what pages share")
    count_shared([batch.stem for batch in done], work / COUNTED)
    write_facts(work / AUTHORITY, store, settings, tools)
    load_files(store, [pieces(work / AUTHORITY).nq])
    questions = owned_questions(archive.questions, tools.mint)
    Shared(work / COUNTED, (work / AUTHORITY,), questions).load(store)
    progress.stage("inferring from the whole archive")
    found = infer_archive(work / ARCHIVE, store, archive, tools.mint)
    progress.stage("settling the store")
    store.optimize()
    places = tuple(place for batch in done for place in batch_places(batch))
    own = owned(done, tools)
    graph = finished(places, own, found, questions, work, store, tools, progress)
    return replace(graph, pages=tuple(tuple(page.key for page in ties) for ties in tied))


def finished(
    clusters: tuple[ClusterPlaces, ...],
    own: Own,
    found: Ledger,
    questions: frozenset[bytes],
    work: Path,
    store: Store,
    tools: Tools,
    progress: Progress,
) -> BuiltGraph:
    """The graph in a store that holds everything, when what pages share is looked at too.

    `found` is the ledger of the rules on the whole archive.
    """
    progress.stage("validating what pages share")
    shared = Shared(work / COUNTED, (work / AUTHORITY, work / ARCHIVE), questions)
    counts = own.counts.copy()
    checked = summed(tools.shapes, _check_shared(shared, store, tools, counts))
    return BuiltGraph(
        clusters=clusters,
        authority=work / AUTHORITY,
        shared=shared,
        own=own,
        shared_checked=checked,
        counts=counts,
        ledger=added(own.ledger, found),
    )


def do_batches(
    found: Sequence[tuple[Member, ...]], stem: Path, texts: Path, settings: Settings
) -> Iterator[BatchDone]:
    """Clusters to batches that stand in files, in their order."""
    workers = worker_count(settings.workers, sum(map(len, found)))
    tasks = batch_tasks(found, stem, texts, settings)
    yield from in_order(do_batch, tasks, workers, settings.scheduler)


def owned(done: Iterable[BatchDone], tools: Tools) -> Own:
    """What some batches say of their own nodes, together."""
    batches = list(done)
    counts: Counter[bytes] = Counter()
    for batch in batches:
        counts.update(batch.written.counts)
    ledger = added(*(batch.ledger for batch in batches))
    return Own(summed(tools.shapes, (batch.checked for batch in batches)), counts, ledger)


def _load(batches: Sequence[BatchDone], store: Store) -> None:
    found = (pieces(batch.stem) for batch in batches)
    load_files(store, (file for one in found for file in (one.nq, one.nt)))


def write_facts(stem: Path, store: Store, settings: Settings, tools: Tools) -> None:
    """The authority, and of the vocabularies what the pages in the store use."""
    vocabulary = vocabulary_facts(settings, store, tools.facts, tools.mint)
    quads = [*tools.facts, *vocabulary]
    lines = rdf_lines(quads, RdfFormat.N_QUADS)
    pieces(stem).nq.write_bytes(b"".join(sorted(lines)))
    triples = dict.fromkeys(statement_tuple(quad.triple) for quad in quads)
    write_shared(BatchTriples(merge=list(triples)), stem, tools.mint)


def infer_archive(
    stem: Path, store: Store, archive: Archive, mint: Mint, standing: Sequence[RuleRun] = ()
) -> Ledger:
    """What the rules add that look at the whole archive; it stands in the store already.

    Those that are `standing` do not run: what they add stands there before.
    """
    found = BatchTriples()
    told = {run.name for run in standing}
    among = (rule for rule in all_rules("archive") if rule.name not in told)
    for run in (*standing, *infer(store, mint, among)):
        keep_run(run, stem)
        triples = [statement_tuple(triple) for triple in run.added]
        if run.graph == "findings":
            found.findings.extend(triples)
        else:
            found.inferred.extend(triples)
            found.merge.extend(triples)
    write_shared(found, stem, mint)
    return findings_ledger(found.findings, archive.sources, mint)


def _check_shared(
    shared: Shared, store: Store, tools: Tools, counts: Counter[bytes]
) -> Iterator[Checked]:
    """Hold the shared nodes against the shapes, and count them."""
    types = StoreTypes(store)
    for lines in shared.groups():
        count_lines(lines, counts)
        yield check(tools.shapes, statements(parsed(lines)), types, spoken(tools.checks))
