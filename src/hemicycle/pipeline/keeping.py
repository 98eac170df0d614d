"""A build to what the next one can take over from it, in its folder `kept`."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec
from msgspec.structs import replace

from hemicycle.linked_files import linked_file
from hemicycle.pipeline.archive import Archive
from hemicycle.pipeline.facts import taken_down
from hemicycle.pipeline.finish import Faults
from hemicycle.pipeline.graph import ARCHIVE, AUTHORITY, COUNTED, BuiltGraph
from hemicycle.pipeline.kept import KEPT, KEPT_FILE, SHAPES_REPORT, Kept, made_by, marks_of
from hemicycle.pipeline.kept_results import kept_checked, kept_ledger
from hemicycle.pipeline.marks import ReadFile
from hemicycle.pipeline.pages import LINKS, RECORDS
from hemicycle.pipeline.reading import CHUNK
from hemicycle.pipeline.settings import Settings
from hemicycle.record_files import RECORDS_FILE
from hemicycle.search import INDEX_FILE
from hemicycle.shards import Stretch, copy_stretches


def keep(
    folder: Path,
    work: Path,
    archive: Archive,
    graph: BuiltGraph,
    records: Mapping[Stretch, Stretch],
    faults: Faults,
    settings: Settings,
) -> None:
    """Put what the next build can take over into the folder of this one.

    `records` tells where those records stand that are in an output (see `record_places`).
    Nothing, where there is a take-down list: the names and addresses of files may have
    what is listed, and have to stay as they are to be known again.
    """
    if taken_down(settings).listed:
        return
    kept = folder / KEPT
    kept.mkdir()
    for stem in (COUNTED, AUTHORITY, ARCHIVE):
        for file in sorted(work.glob(f"{stem}.*")):
            file.replace(kept / file.name)
    files = tuple(_files(kept, archive, records, settings.build))
    state = Kept(
        made_by=made_by(settings),
        has_dumps=settings.dumps,
        marks=marks_of(folder, _needed(folder)),
        files=files,
        clusters=graph.pages,
        lengths=tuple(cluster.lengths for cluster in graph.clusters),
        checked=kept_checked(graph.own.checked),
        counts=dict(graph.own.counts),
        ledger=kept_ledger(graph.own.ledger),
        places=faults.places,
        faults=faults.digest,
    )
    (kept / KEPT_FILE).write_bytes(msgspec.msgpack.encode(state))


def _needed(folder: Path) -> list[str]:
    """The files of a build that the next one copies from, by name."""
    outputs = (
        RECORDS_FILE,
        INDEX_FILE,
        SHAPES_REPORT,
        *(f"hemicycle.{form}" for form in ("nq", "ttl", "jsonld")),
    )
    kept = (f"{KEPT}/{file.name}" for file in (folder / KEPT).iterdir())
    return [*(name for name in outputs if (folder / name).exists()), *sorted(kept)]


def _files(
    kept: Path, archive: Archive, records: Mapping[Stretch, Stretch], build: str
) -> Iterator[ReadFile]:
    """The files as they were read, with their records and links where these are kept."""
    done = [file.done for file in archive.files if file.done is not None]
    other = (page.record for page in done if page.record not in records)
    others = _Shards(kept, other, f"rest-{build}", RECORDS)
    links = _Shards(kept, (page.linked for page in done), f"rest-{build}", LINKS)
    for file in archive.files:
        if file.done is None:
            yield file
            continue
        record = records.get(file.done.record) or others.kept(file.done.record)
        linked = links.kept(file.done.linked)
        yield replace(file, done=replace(file.done, record=record, linked=linked))


class _Shards:
    """Files of records or links as they are kept: whole where all of one is used, else what is.

    So what was read of a page that is gone does not stay there. What is used of files that
    are not whole stands in new ones, of as many pages as a task reads: a file of many would
    be copied whenever one of them changes. `rest` is what their names begin with.
    """

    def __init__(self, kept: Path, stretches: Iterable[Stretch], rest: str, suffix: str) -> None:
        self._kept, self._rest, self._suffix = kept, rest, suffix
        self._copied = 0
        lengths: Counter[str] = Counter()
        for stretch in set(stretches):
            lengths[stretch.file] += stretch.length
        self._whole = {
            file: f"{KEPT}/{Path(file).name}"
            for file, length in lengths.items()
            if Path(file).stat().st_size == length
        }
        for file in sorted(self._whole):
            linked_file(Path(file), kept / Path(file).name)

    def kept(self, stretch: Stretch) -> Stretch:
        """Where a record or a link stands now."""
        whole = self._whole.get(stretch.file)
        if whole is not None:
            return replace(stretch, file=whole)
        file = self._kept / f"{self._rest}-{self._copied // CHUNK:06}{self._suffix}"
        self._copied += 1
        with file.open("ab") as rest:
            copy_stretches([stretch], rest)
            start = rest.tell() - stretch.length
        return Stretch(f"{KEPT}/{file.name}", start, stretch.length)
