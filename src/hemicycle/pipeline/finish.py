"""A built graph to everything else that stands in a build's folder."""

from pathlib import Path

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
from hemicycle.pipeline.settings import Settings
from hemicycle.query import TEXTS_FOLDER
from hemicycle.record_files import RECORDS_FILE
from hemicycle.report import BuildReport, report_json, report_text
from hemicycle.search import INDEX_FILE, write_index
from hemicycle.store import STORE_FOLDER, open_store
from hemicycle.summary import finding_counts, question_statuses, summarise
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

SEARCH, NETWORK = "search", "network"
"""The names of tasks beside those of tables: the index of words, the network in all its formats."""

NOT_LISTED = frozenset({STORE_FOLDER, INDEX_FILE})
"""The manifest leaves these out: their bytes differ between versions of their engines."""


class ExportTask(Struct, frozen=True):
    """One thing to write from the store in a build's folder, which nobody writes to any more."""

    name: str
    folder: Path
    base: str


def export_tasks(folder: Path, settings: Settings) -> list[ExportTask]:
    """All that is written from the store; what takes longest comes first."""
    (folder / "gephi").mkdir()
    (folder / TABLES).mkdir()
    excel = (EXCEL,) if settings.excel else ()
    tables = sorted((table.name for table in load_tables()), key=lambda name: name not in LONG)
    names = (*excel, NETWORK, *tables, SEARCH)
    return [ExportTask(name, folder, settings.base) for name in names]


def do_export(task: ExportTask) -> None:
    """Write one of them; the index of words comes with what the columns of tables are."""
    mint = Mint(task.base)
    store = open_store(task.folder, mint)
    to = Request(store=store, mint=mint, out=task.folder / TABLES)
    if task.name == SEARCH:
        records, index = task.folder / RECORDS_FILE, task.folder / INDEX_FILE
        write_index(records, question_statuses(store, mint), index)
        write_tables_metadata(to)
    elif task.name == NETWORK:
        targets = {name: task.folder / target for name, target in NETWORKS.items()}
        export_networks(targets, replace(to, out=task.folder))
    elif task.name == EXCEL:
        export(EXCEL, replace(to, out=task.folder / f"hemicycle.{EXCEL}"))
    else:
        (table,) = (table for table in load_tables() if table.name == task.name)
        write_table(table, to)


def shapes_report(shapes: Report, store: Store, folder: Path) -> Report:
    """What shapes and rules across documents find, each with the line of the page that says it."""
    whole = merged([shapes, across_documents(store, shapes.base)], shapes.base)
    return located(whole, in_pages(store, Mint(shapes.base), folder / TEXTS_FOLDER))


def report_of(archive: Archive, shapes: Report, store: Store, mint: Mint) -> BuildReport:
    """What was read, what it gave, and what is wrong with it."""
    return BuildReport(
        documents=len(archive.pages),
        summary=summarise(store, mint),
        problems=archive.problems,
        passed=archive.passed,
        findings=finding_counts(store, mint),
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
