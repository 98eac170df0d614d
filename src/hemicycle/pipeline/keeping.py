"""A build to what the next one can take over from it, in its folder `kept`."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

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
from hemicycle.pipeline.pages import LINKS, DonePage
from hemicycle.pipeline.settings import Settings
from hemicycle.record_files import RECORDS_FILE
from hemicycle.search import INDEX_FILE
from hemicycle.shards import Stretch, copy_stretches

_OTHERS = "others.jsonl"
"""The records of pages that are read and not built: copies, and older ones."""


def keep(
    folder: Path,
    work: Path,
    archive: Archive,
    graph: BuiltGraph,
    records: dict[str, Stretch],
    faults: Faults,
    settings: Settings,
) -> None:
    """Put what the next build can take over into the folder of this one.

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
    files = tuple(_Keeper(kept, archive, records, settings.build).files())
    state = Kept(
        made_by=made_by(settings),
        has_dumps=settings.dumps,
        marks=marks_of(folder, _needed(folder)),
        files=files,
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


class _Keeper:
    """Takes records and links over into the folder of what is kept."""

    def __init__(
        self, kept: Path, archive: Archive, records: dict[str, Stretch], build: str
    ) -> None:
        self._archive = archive
        self._records = records
        self._links = _Links(kept, archive, build)
        self._others = kept / _OTHERS

    def files(self) -> Iterator[ReadFile]:
        """The files as they were read, with their records and links where these are kept."""
        with self._others.open("wb") as others, self._links:
            for file in self._archive.files:
                yield file if file.done is None else self._file(file, file.done, others)

    def _file(self, file: ReadFile, done: DonePage, others: BinaryIO) -> ReadFile:
        record, linked = self._record(done, others), self._links.kept(done.linked)
        return replace(file, done=replace(done, record=record, linked=linked))

    def _record(self, done: DonePage, others: BinaryIO) -> Stretch:
        """Where the record stands: among all, or, of a page that is not built, beside them."""
        built = self._archive.pages.get(done.tied.key)
        if built is not None and built[0] is done:
            return replace(self._records[done.tied.key], file=RECORDS_FILE)
        start = others.tell()
        copy_stretches([done.record], others)
        return Stretch(f"{KEPT}/{_OTHERS}", start, done.record.length)


class _Links:
    """Files of links as they are kept: whole where all of one is used, else what is used of it.

    So what was read of a page that is gone does not stay.
    """

    def __init__(self, kept: Path, archive: Archive, build: str) -> None:
        self._kept = kept
        self._rest = kept / f"rest-{build}{LINKS}"
        used = {file.done.linked for file in archive.files if file.done is not None}
        lengths: Counter[str] = Counter()
        for linked in used:
            lengths[linked.file] += linked.length
        self._whole = {
            file: f"{KEPT}/{Path(file).name}"
            for file, length in lengths.items()
            if Path(file).stat().st_size == length
        }

    def __enter__(self) -> None:
        self._open = self._rest.open("wb")
        for file in sorted(self._whole):
            linked_file(Path(file), self._kept / Path(file).name)

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def kept(self, linked: Stretch) -> Stretch:
        """Where a linked record stands now."""
        whole = self._whole.get(linked.file)
        if whole is not None:
            return replace(linked, file=whole)
        start = self._open.tell()
        copy_stretches([linked], self._open)
        return Stretch(f"{KEPT}/{self._rest.name}", start, linked.length)
