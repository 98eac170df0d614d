"""Pages as they were read to those that are built: the same bytes once, the latest retrieval."""

from collections.abc import Container, Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from hemicycle.clusters import Tied, batches, clusters, place
from hemicycle.manifest import FileFacts, facts_of
from hemicycle.pipeline.batches import BatchTask, Member
from hemicycle.pipeline.marks import ReadFile
from hemicycle.pipeline.pages import DonePage, Older, latest, retrieved
from hemicycle.pipeline.settings import Settings
from hemicycle.read import Passed, passed_lines
from hemicycle.record_files import RECORDS_FILE
from hemicycle.shards import Stretch, copy_stretches


class Archive(Struct, frozen=True, kw_only=True):
    """The pages to build by their key, each with its copies, and what could not be read.

    `older` are pages that an address had before, by the key of the page it had last;
    `passed` tells of each WARC or WET file how much of it was passed over, and why.
    `files` are all pages as they were read, for the next build.
    """

    pages: dict[str, tuple[DonePage, ...]]
    older: dict[str, tuple[DonePage, ...]]
    problems: tuple[str, ...] = ()
    passed: tuple[str, ...] = ()
    files: tuple[ReadFile, ...] = ()

    @property
    def sources(self) -> dict[str, list[str]]:
        """The names of the files of each page, by its key."""
        return {key: [copy.source.file for copy in copies] for key, copies in self.pages.items()}

    @property
    def questions(self) -> Iterator[str]:
        """The paths of the questions that clusters hold: read, or named by a relation."""
        for copies in self.pages.values():
            yield copies[0].tied.question
            yield from copies[0].tied.others


def settled(
    files: Iterable[ReadFile], problems: Iterable[str] = (), passed: Iterable[Passed] = ()
) -> Archive:
    """The pages that are built of those that were read, in the order they were listed."""
    read = tuple(files)
    kept, older = latest([file.done for file in read if file.done is not None])
    others = (file.passed for file in read if file.passed is not None)
    return Archive(
        pages=_by_key(kept),
        older=_by_newer(older, {page.tied.key for page in kept}),
        problems=tuple(problems),
        passed=tuple(passed_lines((*passed, *others))),
        files=read,
    )


def tied_clusters(archive: Archive) -> list[tuple[Tied, ...]]:
    """The pages as clusters, in their order."""
    return clusters(copies[0].tied for copies in archive.pages.values())


def batch_tasks(
    found: Sequence[tuple[Member, ...]], stem: Path, texts: Path, settings: Settings
) -> Iterator[BatchTask]:
    """Some clusters at a time; the files of a batch begin with `stem` and its number.

    `texts` is the folder of the pages' texts.
    """
    for number, batch in enumerate(batches(found)):
        name = stem.with_name(f"{stem.name}-{number:06}")
        yield BatchTask(clusters=batch, stem=name, texts=texts, settings=settings)


def members(cluster: Iterable[Tied], archive: Archive) -> tuple[Member, ...]:
    """The pages of a cluster as a batch takes them."""
    return tuple(_member(page, archive) for page in cluster)


def _member(page: Tied, archive: Archive) -> Member:
    """A page with its copies and the pages it replaces."""
    first, *others = archive.pages[page.key]
    return Member(
        linked=first.linked,
        copies=tuple(other.source for other in others),
        older=tuple(older.linked for older in archive.older.get(page.key, ())),
    )


def _by_key(pages: Sequence[DonePage]) -> dict[str, tuple[DonePage, ...]]:
    """The copies of each page, in the order of their names; the place of a page is its first's."""
    found: dict[str, list[DonePage]] = {}
    for page in pages:
        found.setdefault(page.tied.key, []).append(page)
    return {key: tuple(copies) for key, copies in found.items()}


def _by_newer(older: Sequence[Older], built: Container[str]) -> dict[str, tuple[DonePage, ...]]:
    """The older pages, the earliest first; not those that another address still has."""
    found: dict[str, list[DonePage]] = {}
    for one in older:
        if one.page.tied.key not in built:
            found.setdefault(one.newer, []).append(one.page)
    return {key: tuple(sorted(pages, key=retrieved)) for key, pages in found.items()}


def write_records(archive: Archive, folder: Path) -> FileFacts:
    """Write one record a line, questions in the order of their numbers; its facts."""
    with (folder / RECORDS_FILE).open("wb") as lines:
        copy_stretches(ordered_records(archive), lines)
    return facts_of(folder, RECORDS_FILE)


def record_places(archive: Archive) -> dict[Stretch, Stretch]:
    """Where `write_records` puts each record: from where it stands to where it will, by name."""
    places: dict[Stretch, Stretch] = {}
    start = 0
    for record in ordered_records(archive):
        places[record] = Stretch(RECORDS_FILE, start, record.length)
        start += record.length
    return places


def ordered_records(archive: Archive) -> list[Stretch]:
    """Where the records of the pages that are built stand, in the order of `write_records`."""
    pages = sorted((copies[0] for copies in archive.pages.values()), key=_place)
    return [page.record for page in pages]


def _place(page: DonePage) -> tuple[int, int, str]:
    return place(page.tied)
