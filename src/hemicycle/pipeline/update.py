"""The last build and the pages as they are now to the graph: only what changed is touched.

What depends on several pages depends on the pages of one cluster. So what the clusters that
changed gave before is taken out of a copy of the store, what they give now is put in, and the
few rules that look at the whole archive run again.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace
from pyoxigraph import Store

from hemicycle.mint import Mint
from hemicycle.pipeline.archive import Archive
from hemicycle.pipeline.batches import BatchDone, Tools
from hemicycle.pipeline.change import facts_change, family_change
from hemicycle.pipeline.dumps import lengths_before
from hemicycle.pipeline.graph import (
    ARCHIVE,
    AUTHORITY,
    BuiltGraph,
    Own,
    do_batches,
    finished,
    infer_archive,
    owned,
    write_facts,
)
from hemicycle.pipeline.ledger import added
from hemicycle.pipeline.places import ClusterPlaces, batch_places, dump_places
from hemicycle.pipeline.settings import Settings
from hemicycle.pipeline.shared import owned_questions
from hemicycle.pipeline.shared_places import places_left
from hemicycle.pipeline.standing import Standing, standing_rules
from hemicycle.pipeline.touched import Onward
from hemicycle.progress import Progress
from hemicycle.query import TEXTS_FOLDER
from hemicycle.store_change import Change, change_store
from hemicycle.validate.compiled import summed, without


def update_graph(
    onward: Onward,
    archive: Archive,
    texts: Path,
    work: Path,
    store: Store,
    tools: Tools,
    settings: Settings,
    progress: Progress,
) -> BuiltGraph:
    """Make of the graph of the last build, which the store holds, that of this one."""
    before = onward.before
    progress.stage("triples, rules and shapes of the families that changed", len(onward.new_pages))
    gone = list(do_batches(onward.gone, work / "gone", before.folder / TEXTS_FOLDER, settings))
    new = list(do_batches(onward.new, work / "batch", texts, settings))
    progress.stage("changing the store")
    questions = owned_questions(archive.questions, tools.mint)
    stems = _stems(gone), _stems(new)
    standing = standing_rules(before.kept / ARCHIVE, *stems, store, tools.mint)
    change_store(store, _change(before.kept, work, *stems, questions, standing, tools.mint))
    write_facts(work / AUTHORITY, store, settings, tools)
    change_store(store, facts_change(before.kept, work))
    progress.stage("inferring from the whole archive")
    runs = [one.again(store, tools.mint) for one in standing]
    found = infer_archive(work / ARCHIVE, store, archive, tools.mint, runs)
    own = _owned(before.own, gone, new, tools)
    clusters = tuple(_places(onward, new, tools))
    graph = finished(clusters, own, found, questions, work, store, tools, progress)
    return replace(
        graph,
        pages=tuple(place.pages for place in onward.places),
        places=places_left(before.places, graph.shared_checked.results, *stems),
    )


def _change(
    kept: Path,
    work: Path,
    gone: Sequence[Path],
    new: Sequence[Path],
    owned: frozenset[bytes],
    standing: list[Standing],
    mint: Mint,
) -> Change:
    """What changes with some clusters; none of `standing` is left where others say the same."""
    lines = frozenset(line for one in standing for line in one.lines(mint))
    change = family_change(kept, work, gone, new, owned, lines)
    if not lines or not any(line in lines for line in change.came):
        return change
    standing.clear()
    return family_change(kept, work, gone, new, owned)


def _stems(batches: Iterable[BatchDone]) -> list[Path]:
    return [batch.stem for batch in batches]


def _owned(before: Own, gone: Sequence[BatchDone], new: Sequence[BatchDone], tools: Tools) -> Own:
    """What the clusters' own nodes give now."""
    left, come = owned(gone, tools), owned(new, tools)
    counts = before.counts + come.counts
    counts.subtract(left.counts)
    checked = summed(tools.shapes, (without(before.checked, left.checked), come.checked))
    return Own(checked, +counts, added(before.ledger.without(left.ledger), come.ledger))


def _places(onward: Onward, new: Sequence[BatchDone], tools: Tools) -> Iterator[ClusterPlaces]:
    """Where each cluster stands: in the dumps of the last build, or in a piece."""
    before = onward.before
    ahead = lengths_before(before.kept / AUTHORITY, tools.heads)
    old = list(dump_places(before.folder, before.lengths, ahead))
    come = (place for batch in new for place in batch_places(batch))
    for place in onward.places:
        yield next(come) if place.before is None else old[place.before]
