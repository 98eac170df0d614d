"""PATHs to the pages that are built: read by workers, the same bytes once, the latest retrieval."""

from collections.abc import Container, Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from hemicycle.clusters import Tied, batches, clusters, place
from hemicycle.errors import HemicycleError
from hemicycle.pipeline.batches import BatchTask, Member
from hemicycle.pipeline.pages import DonePage, Older, PageTask, do_pages, latest, retrieved
from hemicycle.pipeline.settings import Settings
from hemicycle.progress import Progress
from hemicycle.query import TEXTS_FOLDER
from hemicycle.read import Listed, Passed, Spool, list_paths, passed_lines
from hemicycle.record_files import RECORDS_FILE
from hemicycle.workers import in_order, worker_count

CHUNK = 50
"""How many files one task reads."""


class Archive(Struct, frozen=True, kw_only=True):
    """The pages to build by their key, each with its copies, and what could not be read.

    `older` are pages that an address had before, by the key of the page it had last;
    `passed` tells of each WARC or WET file how much of it was passed over, and why.
    """

    pages: dict[str, tuple[DonePage, ...]]
    older: dict[str, tuple[DonePage, ...]]
    problems: tuple[str, ...]
    passed: tuple[str, ...]


class _Found(Struct, frozen=True):
    """What listing and reading give: pages, what is wrong, and what was passed over."""

    pages: list[DonePage]
    problems: list[str]
    passed: list[Passed]

    def take(self, item: DonePage | Passed | HemicycleError | str) -> None:
        """Put it with its kind."""
        match item:
            case DonePage():
                self.pages.append(item)
            case Passed():
                self.passed.append(item)
            case _:
                self.problems.append(str(item))


def read_archive(
    paths: Sequence[Path], folder: Path, work: Path, settings: Settings, progress: Progress
) -> Archive:
    """Read, parse and link every page below some paths; texts and records stand in `folder`."""
    texts = work / TEXTS_FOLDER
    texts.mkdir()
    found = _Found([], [], [])
    progress.stage("finding pages")
    with Spool(work) as spool:
        files = list(_files(paths, spool, found))
        progress.stage("reading, parsing and linking pages", len(files))
        tasks = _tasks(files, work, settings)
        workers = worker_count(settings.workers, len(files))
        for items in in_order(do_pages, tasks, workers, settings.scheduler):
            for item in items:
                found.take(item)
            progress.advance(len(items))
    texts.rename(folder / TEXTS_FOLDER)  # no worker that is late writes there any more
    kept, older = latest(found.pages)
    archive = Archive(
        pages=_by_key(kept),
        older=_by_newer(older, {page.tied.key for page in kept}),
        problems=tuple(found.problems),
        passed=tuple(passed_lines(found.passed)),
    )
    _forget(archive, folder)
    _write_records(archive, folder)
    return archive


def batch_tasks(archive: Archive, work: Path, settings: Settings) -> Iterator[BatchTask]:
    """The pages as clusters, some at a time."""
    ties = (copies[0].tied for copies in archive.pages.values())
    for number, batch in enumerate(batches(clusters(ties))):
        yield BatchTask(
            clusters=tuple(tuple(_member(page, archive) for page in cluster) for cluster in batch),
            stem=work / f"batch-{number:06}",
            settings=settings,
        )


def _files(paths: Sequence[Path], spool: Spool, found: _Found) -> Iterator[Listed]:
    """The pages to read; all else that listing gives is settled."""
    for item in list_paths(paths, spool):
        if isinstance(item, Listed):
            yield item
        else:
            found.take(item)


def _member(page: Tied, archive: Archive) -> Member:
    first, *others = archive.pages[page.key]
    return Member(
        linked=first.linked,
        copies=tuple(other.source for other in others),
        older=tuple(older.linked for older in archive.older.get(page.key, ())),
    )


def _tasks(files: Sequence[Listed], work: Path, settings: Settings) -> Iterator[PageTask]:
    for number, start in enumerate(range(0, len(files), CHUNK)):
        yield PageTask(
            files=tuple(_anywhere(listed) for listed in files[start : start + CHUNK]),
            texts=work / TEXTS_FOLDER,
            shard=work / f"shard-{number:06}",
            settings=settings,
        )


def _anywhere(listed: Listed) -> Listed:
    """The file by a path that a worker finds too, whatever folder it was started in."""
    return replace(listed, path=str(Path(listed.path).absolute()))


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


def _write_records(archive: Archive, folder: Path) -> None:
    """One record a line, questions in the order of their numbers."""
    ordered = sorted((copies[0] for copies in archive.pages.values()), key=_place)
    with (folder / RECORDS_FILE).open("wb") as lines:
        for page in ordered:
            lines.write(page.record.read())


def _place(page: DonePage) -> tuple[int, int, str]:
    return place(page.tied)
