"""PATHs to the pages of an archive: read by workers, but for those that the last build has read."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from hemicycle.pipeline.archive import Archive, settled
from hemicycle.pipeline.kept import Before, known_pages
from hemicycle.pipeline.marks import Known, Mark, Marks, ReadFile
from hemicycle.pipeline.pages import DonePage, PageTask, do_pages
from hemicycle.pipeline.settings import Settings
from hemicycle.pipeline.texts import TextFolder
from hemicycle.progress import Progress
from hemicycle.query import TEXTS_FOLDER
from hemicycle.read import Listed, Passed, Spool, list_paths
from hemicycle.workers import in_order, worker_count

CHUNK = 50
"""How many files one task reads."""


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
    before: Before | None = None,
) -> Archive:
    """Read, parse and link every page below some paths; texts and records stand in `folder`.

    What the build `before` has read is taken over from it.
    """
    texts = TextFolder(work / TEXTS_FOLDER, before)
    found = _Found([], [], [], [])
    progress.stage("finding pages")
    with Spool(work) as spool:
        _find(paths, spool, known_pages(before), texts, found)
        progress.stage("reading, parsing and linking pages", len(found.unread))
        _read(found, work, settings, progress)
    archive = settled(
        (file for file in found.files if file is not None), found.problems, found.passed
    )
    texts.put(folder, archive.pages)
    return archive


def _find(
    paths: Sequence[Path], spool: Spool, known: Known, texts: TextFolder, found: _Found
) -> None:
    """List all pages, and take over those that the last build has read."""
    marks = Marks()
    for item in list_paths(paths, spool):
        match item:
            case Listed():
                listed = _found_anywhere(item)
                mark = marks.of(listed)
                read = known.same(listed, mark)
                if read is not None and not _has_text(read, texts):
                    read = None
                if read is None:
                    found.unread.append(Unread(len(found.files), listed, mark))
                found.files.append(read)
            case Passed():
                found.passed.append(item)
            case _:
                found.problems.append(str(item))


def _has_text(read: ReadFile, texts: TextFolder) -> bool:
    """Whether the text of a page, if it is one, stands in the folder of this build now."""
    return read.done is None or texts.taken(read.done.tied.key)


def _found_anywhere(item: Listed) -> Listed:
    """With a whole path: workers find it too."""
    if os.path.isabs(item.path):  # noqa: PTH117 - a Path for each page takes longer
        return item
    return replace(item, path=str(Path(item.path).absolute()))


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


def _tasks(unread: Sequence[Unread], work: Path, settings: Settings) -> Iterator[PageTask]:
    for number, start in enumerate(range(0, len(unread), CHUNK)):
        yield PageTask(
            files=tuple(page.listed for page in unread[start : start + CHUNK]),
            texts=work / TEXTS_FOLDER,
            shard=work / f"shard-{settings.build}-{number:06}",
            settings=settings,
        )
