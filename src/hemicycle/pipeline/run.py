"""Paths to a build: the stages in their order."""

import shutil
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from uuid import uuid4

from msgspec.structs import replace

from hemicycle.errors import BuildError
from hemicycle.pipeline.archive import Archive, record_places
from hemicycle.pipeline.batches import Tools, make_tools
from hemicycle.pipeline.exports import copy_ahead, write_exports
from hemicycle.pipeline.finish import (
    faults_of,
    known_texts,
    report_of,
    write_catalog,
    write_reports,
)
from hemicycle.pipeline.graph import BuiltGraph, build_graph
from hemicycle.pipeline.keeping import keep
from hemicycle.pipeline.kept import Before, last_build
from hemicycle.pipeline.reading import read_archive
from hemicycle.pipeline.settings import Settings
from hemicycle.pipeline.texts import hand_on, make_room
from hemicycle.pipeline.touched import Onward, onward_from
from hemicycle.pipeline.update import update_graph
from hemicycle.progress import Progress
from hemicycle.query import TEXTS_FOLDER
from hemicycle.report import BuildReport
from hemicycle.scheduler import check_workers
from hemicycle.staging import staged
from hemicycle.store import STORE_FOLDER, new_store, open_store
from hemicycle.store_change import copy_store
from hemicycle.uncollected import uncollected

WORK = ".work"
"""What workers hand on stands below the folder that is built, until all is done.

The name of the folder begins so, and ends with that of the build: what a worker still
writes for a build that was broken off finds no folder.
"""


def build(paths: Sequence[Path], out: Path, settings: Settings, progress: Progress) -> BuildReport:
    """Build everything of the pages below some paths into the folder `out`.

    Where a build stands there, of the same software, base and authority, only what changed
    is read, and only the families that it touches are made anew; the outputs are those of
    a build from nothing. What cannot be read is named in the report, and the rest is built.
    Raises BuildError when no page could be read, AuthorityError or ShapeError for a
    broken file of those; then `out` stands as it stood.
    """
    named = _named(settings)
    out = out.absolute()
    with staged(out, hand_on) as folder:
        if named.scheduler is not None:
            check_workers(named.scheduler, folder, (*paths, *named.authority))
        with ExitStack() as pause:
            pause.enter_context(uncollected())
            before = last_build(out, named)
            if before is None:
                pause.close()
            return _build(paths, folder, before, named, progress, pause)


def _named(settings: Settings) -> Settings:
    """The settings of one build, with paths that other machines find too where these work."""
    authority = settings.authority
    if settings.scheduler is not None:
        authority = tuple(folder.absolute() for folder in authority)
    return replace(settings, authority=authority, build=uuid4().hex)


def _build(
    paths: Sequence[Path],
    folder: Path,
    before: Before | None,
    settings: Settings,
    progress: Progress,
    pause: ExitStack,
) -> BuildReport:
    """As `build`; `pause` ends where much is made that need not stay."""
    tools = make_tools(settings)
    work = _work(folder, settings)
    work.mkdir()
    archive = _read(paths, folder, work, before, settings, progress)
    onward = None if before is None else onward_from(before, archive)
    if onward is None:
        pause.close()
    with ThreadPoolExecutor(1) as beside:  # who copies a gigabyte waits for the disk
        copied = beside.submit(copy_ahead, archive, onward, folder, settings)
        graph = _stored(archive, onward, folder, tools, settings, progress)
        known = known_texts(onward) | copied.result()
    write_exports(archive, onward, graph, folder, tools, settings, progress)
    progress.stage("writing report and catalogue")
    report = _report(archive, onward, graph, folder, tools, settings)
    _clear(work)
    write_catalog(graph, report.documents, folder, known, settings)
    return report


def _read(
    paths: Sequence[Path],
    folder: Path,
    work: Path,
    before: Before | None,
    settings: Settings,
    progress: Progress,
) -> Archive:
    archive = read_archive(paths, folder, work, settings, progress, before)
    if not archive.pages:
        remedy = archive.problems[0] if archive.problems else "name files or folders of pages"
        raise BuildError("no page could be read", remedy=remedy)
    return archive


def _report(
    archive: Archive,
    onward: Onward | None,
    graph: BuiltGraph,
    folder: Path,
    tools: Tools,
    settings: Settings,
) -> BuildReport:
    """Write the reports, and keep what the next build can take over."""
    faults = faults_of(graph, open_store(folder, tools.mint), folder, tools)
    report = report_of(archive, faults.report, graph)
    write_reports(report, faults, folder, None if onward is None else onward.before)
    records = record_places(archive) if settings.dumps else {}
    keep(folder, _work(folder, settings), archive, graph, records, faults, settings)
    if onward is not None:
        make_room(folder)
    return report


def _stored(
    archive: Archive,
    onward: Onward | None,
    folder: Path,
    tools: Tools,
    settings: Settings,
    progress: Progress,
) -> BuiltGraph:
    """The graph in a store, which is closed when this returns: nobody writes to it again."""
    work, path = _work(folder, settings), folder / STORE_FOLDER
    texts = folder / TEXTS_FOLDER
    if onward is None:
        store = new_store(path)
        graph = build_graph(archive, texts, work, store, tools, settings, progress)
    else:
        store = copy_store(onward.before.folder / STORE_FOLDER, path)
        graph = update_graph(onward, archive, texts, work, store, tools, settings, progress)
    store.flush()
    return graph


def _work(folder: Path, settings: Settings) -> Path:
    return folder / f"{WORK}-{settings.build}"


def _clear(work: Path) -> None:
    """Take the folder away; by another name, so that no late worker writes to it meanwhile."""
    shutil.rmtree(work.rename(work.with_name(f"{work.name}-done")))
