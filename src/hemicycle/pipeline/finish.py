"""A built graph to everything else that stands in a build's folder."""

from collections.abc import Mapping
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace
from pyoxigraph import Store

from hemicycle import __version__
from hemicycle.catalog import Counts, TermCount, catalog_turtle
from hemicycle.export import Request, export, export_networks
from hemicycle.export.tables import write_table, write_tables_metadata
from hemicycle.manifest import FORM, Manifest, file_facts, write_manifest
from hemicycle.mint import Mint
from hemicycle.pipeline.archive import Archive
from hemicycle.pipeline.graph import BuiltGraph
from hemicycle.pipeline.kept import KEPT
from hemicycle.pipeline.settings import Settings
from hemicycle.pipeline.tally import finding_rows, summary_of
from hemicycle.pipeline.touched import Onward
from hemicycle.query import TEXTS_FOLDER
from hemicycle.record_files import RECORDS_FILE
from hemicycle.records import Record
from hemicycle.report import BuildReport, report_json, report_text
from hemicycle.search import INDEX_FILE, change_index, write_index
from hemicycle.shards import Stretch
from hemicycle.store import STORE_FOLDER, open_store
from hemicycle.tables import load_tables
from hemicycle.validate import Report, as_html, as_turtle, in_pages, located, merged
from hemicycle.validation import across_documents

TABLES = "tables"
"""The folder of the CSV tables."""

EXCEL = "xlsx"
"""The workbook's format, and its name after the dot."""

NETWORKS = {"gexf": "gephi/full.gexf", "graphml": "gephi/full.graphml", "gephi-csv": "gephi/full"}
"""The formats of the one network that a build writes: it is made once for all."""

LONG = frozenset({"sub-answers", "sections", "answers"})
"""The tables that take minutes: they are begun first."""

SEARCH, NETWORK, COLUMNS = "search", "network", "columns"
"""The names of tasks beside those of tables: the index of words, the network in all its formats,
what the columns of tables are."""

NOT_LISTED = frozenset({STORE_FOLDER, INDEX_FILE, KEPT})
"""The manifest leaves these out: their bytes differ between versions of their engines, and
between builds that took over something and those that did not."""


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
    search = ExportTask(SEARCH, folder, settings.base, graph.tally.statuses, before)
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


def shapes_report(shapes: Report, store: Store, folder: Path) -> Report:
    """What shapes and rules across documents find, each with the line of the page that says it."""
    whole = merged([shapes, across_documents(store, shapes.base)], shapes.base)
    return located(whole, in_pages(store, Mint(shapes.base), folder / TEXTS_FOLDER))


def report_of(archive: Archive, shapes: Report, graph: BuiltGraph) -> BuildReport:
    """What was read, what it gave, and what is wrong with it."""
    read = {copies[0].tied.question for copies in archive.pages.values()}
    return BuildReport(
        documents=len(archive.pages),
        summary=summary_of(graph.tally, graph.counts, len(read)),
        problems=archive.problems,
        passed=archive.passed,
        findings=finding_rows(graph.tally),
        violations=sum(result.severity == "Violation" for result in shapes.results),
        warnings=sum(result.severity == "Warning" for result in shapes.results),
    )


def write_reports(report: BuildReport, shapes: Report, folder: Path) -> None:
    """The report for people and programs, and that of the shapes in RDF."""
    (folder / "report.json").write_text(report_json(report), encoding="utf-8")
    (folder / "report.txt").write_text(report_text(report), encoding="utf-8")
    (folder / "report.ttl").write_text(as_turtle(shapes), encoding="utf-8")
    (folder / "report.html").write_text(as_html(shapes), encoding="utf-8")


def write_catalog(graph: BuiltGraph, documents: int, folder: Path, mint: Mint) -> None:
    """The catalogue and the manifest, which list every other file."""
    catalog = catalog_turtle(file_facts(folder, NOT_LISTED), _counts(graph, documents), mint)
    (folder / "catalog.ttl").write_text(catalog, encoding="utf-8")
    files = file_facts(folder, NOT_LISTED)
    write_manifest(folder, Manifest(FORM, mint.base, f"hemicycle {__version__}", files))


def _counts(graph: BuiltGraph, documents: int) -> Counts:
    """The counted lines as classes and properties, by IRI."""
    rows = sorted((name.decode(), count) for name, count in graph.counts.items())
    classes = [TermCount(name[3:-1], count) for name, count in rows if name.startswith("a ")]
    properties = [TermCount(name[1:-1], count) for name, count in rows if name.startswith("<")]
    triples = sum(row.count for row in properties)
    return Counts(triples, tuple(classes), tuple(properties), documents)
