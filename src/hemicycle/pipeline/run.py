"""Paths to a build: the stages in their order."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from uuid import uuid4

from msgspec.structs import replace

from hemicycle.errors import BuildError
from hemicycle.pipeline.archive import Archive, read_archive
from hemicycle.pipeline.batches import Tools, make_tools
from hemicycle.pipeline.dumps import write_dumps
from hemicycle.pipeline.finish import (
    do_export,
    export_tasks,
    report_of,
    shapes_report,
    write_catalog,
    write_reports,
)
from hemicycle.pipeline.graph import BuiltGraph, build_graph
from hemicycle.pipeline.settings import Settings
from hemicycle.progress import Progress
from hemicycle.report import BuildReport
from hemicycle.scheduler import check_workers
from hemicycle.staging import staged
from hemicycle.store import STORE_FOLDER, new_store, open_store
from hemicycle.validate.compiled import checked_report
from hemicycle.workers import in_order, worker_count

WORK = ".work"
"""What workers hand on stands below the folder that is built, until all is done.

The name of the folder begins so, and ends with that of the build: what a worker still
writes for a build that was broken off finds no folder.
"""


def build(paths: Sequence[Path], out: Path, settings: Settings, progress: Progress) -> BuildReport:
    """Build everything of the pages below some paths into the folder `out`.

    What cannot be read is named in the report, and the rest is built. Raises
    BuildError when no page could be read, AuthorityError or ShapeError for a
    broken file of those; then `out` stands as it stood.
    """
    named = _named(settings)
    with staged(out.absolute()) as folder:
        if named.scheduler is not None:
            check_workers(named.scheduler, folder, (*paths, *named.authority))
        return _build(paths, folder, named, progress)


def _named(settings: Settings) -> Settings:
    """The settings of one build, with paths that other machines find too where these work."""
    authority = settings.authority
    if settings.scheduler is not None:
        authority = tuple(folder.absolute() for folder in authority)
    return replace(settings, authority=authority, build=uuid4().hex)


def _build(
    paths: Sequence[Path], folder: Path, settings: Settings, progress: Progress
) -> BuildReport:
    tools = make_tools(settings)
    work = _work(folder, settings)
    work.mkdir()
    archive = read_archive(paths, folder, work, settings, progress)
    if not archive.pages:
        remedy = archive.problems[0] if archive.problems else "name files or folders of pages"
        raise BuildError("no page could be read", remedy=remedy)
    graph = _stored(archive, folder, tools, settings, progress)
    progress.stage("writing the dumps")
    write_dumps(graph, folder, tools.heads)
    _clear(work)
    tasks = export_tasks(folder, settings)
    progress.stage("writing tables, networks and the index of words", len(tasks))
    for _ in in_order(do_export, tasks, worker_count(settings.workers, len(archive.pages))):
        progress.advance()
    progress.stage("writing report and catalogue")
    store = open_store(folder, tools.mint)
    checked = checked_report(tools.shapes, graph.checked, settings.base)
    shapes = shapes_report(checked, store, folder)
    report = report_of(archive, shapes, store, tools.mint)
    write_reports(report, shapes, folder)
    write_catalog(graph, report.documents, folder, tools.mint)
    return report


def _stored(
    archive: Archive, folder: Path, tools: Tools, settings: Settings, progress: Progress
) -> BuiltGraph:
    """The graph in a new store, which is closed when this returns: nobody writes to it again."""
    store = new_store(folder / STORE_FOLDER)
    graph = build_graph(archive, _work(folder, settings), store, tools, settings, progress)
    store.flush()
    return graph


def _work(folder: Path, settings: Settings) -> Path:
    return folder / f"{WORK}-{settings.build}"


def _clear(work: Path) -> None:
    """Take the folder away; by another name, so that no late worker writes to it meanwhile."""
    shutil.rmtree(work.rename(work.with_name(f"{work.name}-done")))
