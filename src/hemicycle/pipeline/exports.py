"""What is written from a finished store: tables, networks, the index of words, the site's own."""

from collections.abc import Mapping
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from hemicycle.export import Request, export, export_networks
from hemicycle.export.tables import write_table, write_tables_metadata
from hemicycle.manifest import READY_FILE
from hemicycle.mint import Mint
from hemicycle.opened import OpenBuild
from hemicycle.pipeline.graph import BuiltGraph
from hemicycle.pipeline.settings import Settings
from hemicycle.pipeline.touched import Onward
from hemicycle.record_files import RECORDS_FILE
from hemicycle.records import Record
from hemicycle.search import INDEX_FILE, change_index, write_index
from hemicycle.shards import Stretch
from hemicycle.store import open_store
from hemicycle.tables import load_tables

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


class IndexBefore(Struct, frozen=True):
    """An index of words to go on from: the questions whose texts go, and the records that come."""

    file: Path
    gone: tuple[str, ...]
    records: tuple[Stretch, ...]


class ExportTask(Struct, frozen=True):
    """One thing to write from the store in a build's folder, which nobody writes to any more.

    The index of words needs the statuses of questions; with `before` it goes on from another.
    """

    name: str
    folder: Path
    base: str
    statuses: dict[str, str]
    before: IndexBefore | None


def export_tasks(
    folder: Path, graph: BuiltGraph, before: IndexBefore | None, settings: Settings
) -> list[ExportTask]:
    """All that is written from the store; what takes longest comes first."""
    names = _table_tasks(folder, settings) if settings.dumps else []
    search = ExportTask(SEARCH, folder, settings.base, graph.ledger.statuses, before)
    return [*(ExportTask(name, folder, settings.base, {}, None) for name in names), search]


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
    if task.name == SEARCH:
        _index(task)
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


def index_before(onward: Onward, records: Mapping[str, Stretch]) -> IndexBefore:
    """The index of the last build, and what changes of it; `records` are by the pages' keys."""
    file = onward.before.folder / INDEX_FILE
    come = tuple(records[key] for key in onward.new_pages)
    return IndexBefore(file, onward.gone_questions, come)


def _index(task: ExportTask) -> None:
    file, before = task.folder / INDEX_FILE, task.before
    if before is None:
        write_index(task.folder / RECORDS_FILE, task.statuses, file)
        return
    decode = msgspec.json.Decoder(Record).decode
    records = (decode(stretch.read()) for stretch in before.records)
    change_index(before.file, before.gone, records, task.statuses, file)
