"""PATHs to the pages that are built: read by workers, the same bytes once, the latest retrieval.

What the last build read is not read again.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from hemicycle.clusters import Tied, batches, clusters, place
from hemicycle.pipeline.batches import BatchTask, Member
from hemicycle.pipeline.marks import Known, Mark, Marks, ReadFile
from hemicycle.pipeline.pages import DonePage, Older, PageTask, do_pages, latest, retrieved
from hemicycle.pipeline.settings import Settings
from hemicycle.progress import Progress
from hemicycle.query import TEXTS_FOLDER
from hemicycle.read import Listed, Passed, Spool, list_paths, passed_lines
from hemicycle.shards import Stretch, copy_stretches
from hemicycle.workers import in_order, worker_count

CHUNK = 50
"""How many files one task reads."""


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


class Unread(Struct, frozen=True):
    """A listed page to be read, and its place among all."""

    place: int
    listed: Listed
    mark: Mark


class _Found(Struct, frozen=True):
    """What listing gives: pages in their order, what is wrong, and what was passed over.

    `files` has None for a page that is still to be read.
    """

    files: list[ReadFile | None]
    unread: list[Unread]
    problems: list[str]
    passed: list[Passed]


def read_archive(
    paths: Sequence[Path],
    folder: Path,
    work: Path,
    settings: Settings,
    progress: Progress,
    known: Known,
) -> Archive:
    """Read, parse and link every page below some paths; texts and records stand in `folder`."""
    texts = work / TEXTS_FOLDER
    texts.mkdir()
    found = _Found([], [], [], [])
    progress.stage("finding pages")
    with Spool(work) as spool:
        _find(paths, spool, known, texts, found)
        progress.stage("reading, parsing and linking pages", len(found.unread))
        _read(found, work, settings, progress)
    texts.rename(folder / TEXTS_FOLDER)  # no worker that is late writes there any more
    archive = settled(
        (file for file in found.files if file is not None), found.problems, found.passed
    )
    _forget(archive, folder)
    return archive


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


def _find(paths: Sequence[Path], spool: Spool, known: Known, texts: Path, found: _Found) -> None:
    """List all pages, and take over those that the last build has read."""
    marks = Marks()
    for item in list_paths(paths, spool):
        match item:
            case Listed():
                listed = replace(item, path=str(Path(item.path).absolute()))  # workers find it too
                mark = marks.of(listed)
                read = known.taken(listed, mark, texts)
                if read is None:
                    found.unread.append(Unread(len(found.files), listed, mark))
                found.files.append(read)
            case Passed():
                found.passed.append(item)
            case _:
                found.problems.append(str(item))


def _read(found: _Found, work: Path, settings: Settings, progress: Progress) -> None:
    tasks = list(_tasks(found.unread, work, settings))
    workers = worker_count(settings.workers, len(found.unread))
    waiting = iter(found.unread)
    for items in in_order(do_pages, tasks, workers, settings.scheduler):
        for item, unread in zip(items, waiting, strict=False):
            if isinstance(item, str):
                found.problems.append(item)
            else:
                done, passed = (item, None) if isinstance(item, DonePage) else (None, item)
                found.files[unread.place] = ReadFile(unread.listed, unread.mark, done, passed)
        progress.advance(len(items))


def member_clusters(archive: Archive) -> list[tuple[Member, ...]]:
    """The pages as clusters, in their order."""
    ties = (copies[0].tied for copies in archive.pages.values())
    return [tuple(member_of(page, archive) for page in cluster) for cluster in clusters(ties)]


def batch_tasks(
    found: Sequence[tuple[Member, ...]], stem: Path, settings: Settings
) -> Iterator[BatchTask]:
    """Some clusters at a time; the files of a batch begin with `stem` and its number."""
    for number, batch in enumerate(batches(found)):
        name = stem.with_name(f"{stem.name}-{number:06}")
        yield BatchTask(clusters=batch, stem=name, settings=settings)


def member_of(page: Tied, archive: Archive) -> Member:
    """A page as a batch takes it, with its copies and the pages it replaces."""
    first, *others = archive.pages[page.key]
    return Member(
        linked=first.linked,
        copies=tuple(other.source for other in others),
        older=tuple(older.linked for older in archive.older.get(page.key, ())),
    )


def _tasks(unread: Sequence[Unread], work: Path, settings: Settings) -> Iterator[PageTask]:
    for number, start in enumerate(range(0, len(unread), CHUNK)):
        yield PageTask(
            files=tuple(page.listed for page in unread[start : start + CHUNK]),
            texts=work / TEXTS_FOLDER,
            shard=work / f"shard-{settings.build}-{number:06}",
            settings=settings,
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


def _forget(archive: Archive, folder: Path) -> None:
    """Remove the texts of pages that are not built: nothing points into them."""
    for pages in archive.older.values():
        for page in pages:
            (folder / TEXTS_FOLDER / f"{page.tied.key}.txt").unlink(missing_ok=True)


def write_records(archive: Archive, file: Path) -> dict[str, Stretch]:
    """Write one record a line, questions in the order of their numbers; where each stands."""
    ordered = sorted((copies[0] for copies in archive.pages.values()), key=_place)
    with file.open("wb") as lines:
        copy_stretches((page.record for page in ordered), lines)
    places: dict[str, Stretch] = {}
    start = 0
    for page in ordered:
        places[page.tied.key] = Stretch(str(file), start, page.record.length)
        start += page.record.length
    return places


def _place(page: DonePage) -> tuple[int, int, str]:
    return place(page.tied)
