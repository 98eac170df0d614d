"""A built graph to the report, the catalogue and the manifest of a build."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace
from pyoxigraph import Store

from hemicycle import __version__
from hemicycle.catalog import Counts, TermCount, catalog_turtle
from hemicycle.linked_files import linked_file
from hemicycle.manifest import (
    FORM,
    FileFacts,
    Manifest,
    facts_of,
    file_facts,
    read_manifest,
    write_manifest,
)
from hemicycle.mint import Mint
from hemicycle.pipeline.archive import Archive
from hemicycle.pipeline.batches import Tools
from hemicycle.pipeline.graph import BuiltGraph
from hemicycle.pipeline.kept import KEPT, SHAPES_REPORT, Before
from hemicycle.pipeline.ledger import finding_rows, summary_of
from hemicycle.pipeline.settings import Settings
from hemicycle.pipeline.shared_places import shared_places
from hemicycle.pipeline.touched import Onward
from hemicycle.query import TEXTS_FOLDER
from hemicycle.report import BuildReport, report_json, report_text
from hemicycle.search import INDEX_FILE
from hemicycle.store import STORE_FOLDER
from hemicycle.validate import (
    Report,
    as_html,
    as_turtle,
    located,
    merged,
    reported,
    rule_counts,
)
from hemicycle.validate.compiled import checked_report, summed
from hemicycle.validate.places import Places
from hemicycle.vocabulary import edition_of, vocabulary_files

CATALOG = "catalog.ttl"

NOT_LISTED = frozenset({STORE_FOLDER, INDEX_FILE, KEPT})
"""The manifest leaves these out: their bytes differ between versions of their engines, and
between builds that took over something and those that did not."""


class Faults(Struct, frozen=True):
    """What shapes and rules across documents find, and where the faults of shared nodes stand.

    `digest` is a hash of all results: those with the same one are written in the same bytes.
    """

    report: Report
    places: Places
    digest: str


def faults_of(graph: BuiltGraph, store: Store, folder: Path, tools: Tools) -> Faults:
    """What is wrong with a graph, each result with the line of the page that says it.

    Batches tell the lines of their own; those of what pages share are looked for in the store.
    """
    places = shared_places(graph, store, folder)
    report = _report(graph, places, tools)
    return Faults(report, places, _digest(report))


def _digest(report: Report) -> str:
    rows = [
        (one.identity, one.path, one.severity, one.messages, one.place) for one in report.results
    ]
    return sha256(msgspec.json.encode((report.base, rows))).hexdigest()


def _report(graph: BuiltGraph, places: Places, tools: Tools) -> Report:
    base = tools.mint.base
    shared = reported(graph.shared_checked.results, (), base)
    quoted = located(shared, lambda result: places[result.key])
    told = replace(graph.shared_checked, results=quoted.results)
    checked = summed(tools.shapes, (graph.own.checked, told))
    rules = reported((), rule_counts(tools.checks, _instances(graph), checked.signs), base)
    return merged([checked_report(tools.shapes, [checked], base), rules], base)


def _instances(graph: BuiltGraph) -> dict[str, int]:
    """How many nodes of the merge each class has, by its IRI."""
    return {
        name[3:-1].decode(): number
        for name, number in graph.counts.items()
        if name.startswith(b"a ")
    }


def report_of(archive: Archive, shapes: Report, graph: BuiltGraph) -> BuildReport:
    """What was read, what it gave, and what is wrong with it."""
    read = {copies[0].tied.question for copies in archive.pages.values()}
    return BuildReport(
        documents=len(archive.pages),
        summary=summary_of(graph.ledger, graph.counts, len(read)),
        problems=archive.problems,
        passed=archive.passed,
        findings=finding_rows(graph.ledger),
        violations=sum(result.severity == "Violation" for result in shapes.results),
        warnings=sum(result.severity == "Warning" for result in shapes.results),
        unlooked=shapes.errors,
    )


def write_reports(report: BuildReport, faults: Faults, folder: Path, before: Before | None) -> None:
    """The report for people and programs, and those of the shapes.

    Where the build `before` had the same results, that in RDF is its file; that for people
    tells how many nodes were looked at too.
    """
    (folder / "report.json").write_text(report_json(report), encoding="utf-8")
    (folder / "report.txt").write_text(report_text(report), encoding="utf-8")
    (folder / "report.html").write_text(as_html(faults.report), encoding="utf-8")
    if before is None or before.faults != faults.digest:
        (folder / SHAPES_REPORT).write_text(as_turtle(faults.report), encoding="utf-8")
    else:
        linked_file(before.folder / SHAPES_REPORT, folder / SHAPES_REPORT)


def write_catalog(
    graph: BuiltGraph,
    documents: int,
    folder: Path,
    known: Mapping[str, FileFacts],
    settings: Settings,
) -> None:
    """The catalogue and the manifest, which list every other file.

    `known` tells what is known of files by their names, as `known_texts` does.
    """
    mint = Mint(settings.base)
    files = file_facts(folder, NOT_LISTED, known)
    vocabularies = vocabulary_files(settings.authority)
    edition = edition_of(vocabularies[0]) if vocabularies else None
    catalog = catalog_turtle(files, _counts(graph, documents), mint, eurovoc=edition)
    (folder / CATALOG).write_text(catalog, encoding="utf-8")
    listed = sorted((*files, facts_of(folder, CATALOG)), key=lambda facts: facts.name)
    write_manifest(folder, Manifest(FORM, mint.base, f"hemicycle {__version__}", tuple(listed)))


def known_texts(onward: Onward | None) -> dict[str, FileFacts]:
    """The facts of the texts that the last build has: each is named by the hash of its page."""
    if onward is None:
        return {}
    files = read_manifest(onward.before.folder).files
    return {facts.name: facts for facts in files if facts.name.startswith(f"{TEXTS_FOLDER}/")}


def _counts(graph: BuiltGraph, documents: int) -> Counts:
    """The counted lines as classes and properties, by IRI."""
    rows = sorted((name.decode(), count) for name, count in graph.counts.items())
    classes = [TermCount(name[3:-1], count) for name, count in rows if name.startswith("a ")]
    properties = [TermCount(name[1:-1], count) for name, count in rows if name.startswith("<")]
    triples = sum(row.count for row in properties)
    return Counts(triples, tuple(classes), tuple(properties), documents)
