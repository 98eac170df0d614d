"""PATHs to the pages that are built: read by workers, the same bytes once, the latest retrieval."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from hemicycle.clusters import Tied, batches, clusters, place
from hemicycle.errors import HemicycleError
from hemicycle.pipeline.batches import BatchTask, Member
from hemicycle.pipeline.pages import DonePage, PageTask, do_pages, latest
from hemicycle.pipeline.settings import Settings
from hemicycle.progress import Progress
from hemicycle.query import TEXTS_FOLDER
from hemicycle.read import Listed, list_paths
from hemicycle.record_files import RECORDS_FILE
from hemicycle.workers import in_order, worker_count

CHUNK = 50
"""How many files one task reads."""


class Archive(Struct, frozen=True, kw_only=True):
    """The pages to build by their key, each with its copies, and what could not be read."""

    pages: dict[str, tuple[DonePage, ...]]
    problems: tuple[str, ...]


def read_archive(
    paths: Sequence[Path], folder: Path, work: Path, settings: Settings, progress: Progress
) -> Archive:
    """Read, parse and link every page below some paths; texts and records stand in `folder`."""
    (folder / TEXTS_FOLDER).mkdir()
    listed = list(list_paths(paths))
    problems = [str(item) for item in listed if isinstance(item, HemicycleError)]
    files = [item for item in listed if isinstance(item, Listed)]
    progress.stage("reading, parsing and linking pages", len(files))
    done: list[DonePage] = []
    tasks = _tasks(files, folder, work, settings)
    for found in in_order(do_pages, tasks, worker_count(settings.workers, len(files))):
        for item in found:
            problems.append(item) if isinstance(item, str) else done.append(item)
        progress.advance(len(found))
    kept, passed = latest(done)
    archive = Archive(pages=_by_key(kept), problems=tuple(problems))
    _forget(passed, archive, folder)
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


def _member(page: Tied, archive: Archive) -> Member:
    first, *others = archive.pages[page.key]
    return Member(linked=first.linked, copies=tuple(other.source for other in others))


def _tasks(
    files: Sequence[Listed], folder: Path, work: Path, settings: Settings
) -> Iterator[PageTask]:
    for number, start in enumerate(range(0, len(files), CHUNK)):
        yield PageTask(
            files=tuple(files[start : start + CHUNK]),
            folder=folder,
            shard=work / f"shard-{number:06}",
            settings=settings,
        )


def _by_key(pages: Sequence[DonePage]) -> dict[str, tuple[DonePage, ...]]:
    """The copies of each page, in the order of their names; the place of a page is its first's."""
    found: dict[str, list[DonePage]] = {}
    for page in pages:
        found.setdefault(page.tied.key, []).append(page)
    return {key: tuple(copies) for key, copies in found.items()}


def _forget(passed: Sequence[DonePage], archive: Archive, folder: Path) -> None:
    for page in passed:
        if page.tied.key not in archive.pages:
            (folder / TEXTS_FOLDER / f"{page.tied.key}.txt").unlink(missing_ok=True)


def _write_records(archive: Archive, folder: Path) -> None:
    """One record a line, questions in the order of their numbers."""
    ordered = sorted((copies[0] for copies in archive.pages.values()), key=_place)
    with (folder / RECORDS_FILE).open("wb") as lines:
        for page in ordered:
            lines.write(page.record.read())


def _place(page: DonePage) -> tuple[int, int, str]:
    return place(page.tied)
