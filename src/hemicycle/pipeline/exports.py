"""A built graph to all that is written from it: dumps, tables, networks, the index of words."""

import shutil
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from hemicycle.export import Request, export, export_networks
from hemicycle.export.tables import write_table, write_tables_metadata
from hemicycle.manifest import READY_FILE, FileFacts
from hemicycle.mint import Mint
from hemicycle.opened import OpenBuild
from hemicycle.pipeline.archive import Archive, ordered_records, write_records
from hemicycle.pipeline.batches import Tools
from hemicycle.pipeline.dumps import write_dumps
from hemicycle.pipeline.graph import BuiltGraph
from hemicycle.pipeline.settings import Settings
from hemicycle.pipeline.touched import Onward
from hemicycle.progress import Progress
from hemicycle.record_files import RECORDS_FILE
from hemicycle.records import Record
from hemicycle.search import INDEX_FILE, change_index, write_index
from hemicycle.shards import Stretch, joined
from hemicycle.store import open_store
from hemicycle.tables import load_tables
from hemicycle.workers import in_order, worker_count

TABLES = "tables"
"""The folder of the CSV tables."""

EXCEL = "xlsx"
"""The workbook's format, and its name after the dot."""

NETWORKS = {"gexf": "gephi/full.gexf", "graphml": "gephi/full.graphml", "gephi-csv": "gephi/full"}
"""The formats of the one network that a build writes: it is made once for all."""

LONG = frozenset({"sub-answers", "sections", "answers"})
"""The tables that take minutes: they are begun first."""

LISTED = "questions"
"""The table that the site reads its lists from."""

SEARCH, NETWORK, COLUMNS = "search", "network", "columns"
"""The names of tasks beside those of tables: the index of words, the network in all its formats,
what the columns of tables are."""


class Words(Struct, frozen=True):
    """What changes in the index of words: records that come, and questions whose texts go.

    `records` are lines of JSON, the pages of one question together; `gone` is None where there
    is no index yet. `statuses` are by the numbers of questions.
    """

    records: tuple[Stretch, ...]
    gone: tuple[str, ...] | None
    statuses: dict[str, str]


class ExportTask(Struct, frozen=True):
    """One thing to write from the store in a build's folder, which nobody writes to any more.

    `words` is for the index of words alone.
    """

    name: str
    folder: Path
    base: str
    words: Words | None = None


def copy_ahead(
    archive: Archive, onward: Onward | None, folder: Path, settings: Settings
) -> dict[str, FileFacts]:
    """Copy the records together, and the index of words to go on from; what is known of them."""
    if onward is not None:
        shutil.copyfile(onward.before.folder / INDEX_FILE, folder / INDEX_FILE)
    return {RECORDS_FILE: write_records(archive, folder)} if settings.dumps else {}


def write_exports(
    archive: Archive,
    onward: Onward | None,
    graph: BuiltGraph,
    folder: Path,
    tools: Tools,
    settings: Settings,
    progress: Progress,
) -> None:
    """Write the dumps, and all that is made of the store."""
    if settings.dumps:
        progress.stage("writing the dumps")
        write_dumps(graph, folder, tools.heads)
    tasks = _tasks(folder, _words(archive, onward, graph), settings)
    progress.stage("writing tables, networks and the index of words", len(tasks))
    workers = worker_count(settings.workers, len(archive.pages))
    for _ in in_order(do_export, tasks, min(len(tasks), workers)):
        progress.advance()


def _tasks(folder: Path, words: Words, settings: Settings) -> list[ExportTask]:
    """All that is written from the store; what takes longest comes first."""
    names = _table_tasks(folder, settings) if settings.dumps else []
    search = ExportTask(SEARCH, folder, settings.base, words)
    return [*(ExportTask(name, folder, settings.base) for name in names), search]


def _table_tasks(folder: Path, settings: Settings) -> list[str]:
    (folder / "gephi").mkdir()
    (folder / TABLES).mkdir()
    excel = (EXCEL,) if settings.excel else ()
    tables = sorted((table.name for table in load_tables()), key=lambda name: name not in LONG)
    return [*excel, NETWORK, *tables, COLUMNS]


def do_export(task: ExportTask) -> None:
    """Write one of them."""
    mint = Mint(task.base)
    store = open_store(task.folder, mint)
    to = Request(store=store, mint=mint, out=task.folder / TABLES)
    if task.words is not None:
        _index(task.words, task.folder / INDEX_FILE)
    elif task.name == COLUMNS:
        write_tables_metadata(to)
    elif task.name == NETWORK:
        targets = {name: task.folder / target for name, target in NETWORKS.items()}
        export_networks(targets, replace(to, out=task.folder))
    elif task.name == EXCEL:
        export(EXCEL, replace(to, out=task.folder / f"hemicycle.{EXCEL}"))
    else:
        (table,) = (table for table in load_tables() if table.name == task.name)
        write_table(table, to)
        if task.name == LISTED:
            _ready(OpenBuild(task.folder, store, mint))


def _ready(build: OpenBuild) -> None:
    """What the site makes of a build before it shows a page, the table of questions in hand."""
    # It takes half a second to import, which other tasks need not pay.
    from hemicycle.site import ready_bytes

    (build.folder / READY_FILE).write_bytes(ready_bytes(build))


def _words(archive: Archive, onward: Onward | None, graph: BuiltGraph) -> Words:
    """What the index needs: of all pages, or of those that are new to the last build's."""
    statuses = graph.ledger.statuses
    if onward is None:
        return Words(tuple(joined(ordered_records(archive))), None, statuses)
    come = (archive.pages[key][0].record for key in onward.new_pages)
    return Words(tuple(come), onward.gone_questions, statuses)


def _index(words: Words, file: Path) -> None:
    decode = msgspec.json.Decoder(Record).decode
    records = (decode(line) for stretch in words.records for line in stretch.lines())
    if words.gone is None:
        write_index(records, words.statuses, file)
    else:
        change_index(words.gone, records, words.statuses, file)
