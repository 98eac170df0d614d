"""Paths to a build: the one module that knows the order of the stages."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from pyoxigraph import Quad, Store

from hemicycle import __version__
from hemicycle.assets import authority_files
from hemicycle.catalog import catalog_turtle
from hemicycle.coverage import PageLines
from hemicycle.errors import BuildError, HemicycleError
from hemicycle.export import Request, export
from hemicycle.infer import infer
from hemicycle.link import Authority, link, load_authority
from hemicycle.manifest import FORM, Manifest, file_facts, write_manifest
from hemicycle.mint import Mint
from hemicycle.namespaces import BASE
from hemicycle.page import Page
from hemicycle.parse import parse, parse_with_rules
from hemicycle.read import read_paths
from hemicycle.record_files import write_records, write_texts
from hemicycle.records import Record
from hemicycle.report import BuildReport, report_json, report_text
from hemicycle.staging import staged
from hemicycle.store import STORE_FOLDER, write_store
from hemicycle.summary import finding_counts, graph_counts, summarise
from hemicycle.triples import authority_quads, page_quads, page_text_quads
from hemicycle.validate import Report, as_turtle
from hemicycle.validation import validate_store

NOT_LISTED = frozenset({STORE_FOLDER})
"""The manifest leaves the store out: its files differ from run to run, its content does not."""


EXPORTS = {
    "nq": "hemicycle.nq",
    "ttl": "hemicycle.ttl",
    "jsonld": "hemicycle.jsonld",
    "csv": "tables",
    "gexf": "gephi/full.gexf",
    "graphml": "gephi/full.graphml",
    "gephi-csv": "gephi/full",
}
"""What a build writes by itself, and where in its folder."""


class Settings(Struct, frozen=True, kw_only=True):
    """What a build takes beside its paths: the base of its IRIs, the user's authority folders."""

    base: str = BASE
    authority: tuple[Path, ...] = ()


class _Read(Struct, frozen=True):
    """One page's record, with every copy of the page: the same bytes under several names."""

    record: Record
    copies: tuple[Page, ...]


Progress = Callable[[str], None]
"""Is told what is being done, a line at a time."""


def parse_paths(paths: Sequence[Path]) -> Iterator[Record | HemicycleError]:
    """The record of each page below some paths; for an input without one, the reason."""
    for page in read_paths(paths):
        yield page if isinstance(page, HemicycleError) else _parsed(page)


def cover_paths(paths: Sequence[Path]) -> Iterator[PageLines | HemicycleError]:
    """Which rules read the lines of each page below some paths; or why there is no record."""
    for page in read_paths(paths):
        if isinstance(page, HemicycleError):
            yield page
            continue
        try:
            reading = parse_with_rules(page)
        except HemicycleError as error:
            yield error
        else:
            rules = tuple(reading.rules.values())
            yield PageLines(reading.record.layout, rules, len(reading.record.unread))


def build(paths: Sequence[Path], out: Path, settings: Settings, progress: Progress) -> BuildReport:
    """Build everything of the pages below some paths into the folder `out`.

    What cannot be read is named in the report, and the rest is built. Raises
    BuildError when no page could be read, AuthorityError or ShapeError for a
    broken file of those; then `out` stands as it stood.
    """
    mint = Mint(settings.base)
    files = authority_files(settings.authority)
    authority = load_authority(files, settings.base)
    with staged(out.absolute()) as folder:
        progress("reading pages")
        pages, problems = _read_all(paths)
        if not pages:
            raise BuildError("no page could be read", file=out, remedy=_first(problems))
        progress(f"linking {len(pages)} pages")
        write_records((read.record for read in pages), folder)
        write_texts((read.copies[0] for read in pages), folder)
        quads = _quads(pages, authority, mint)
        progress("writing the store")
        store = write_store(folder / STORE_FOLDER, [*authority_quads(files, mint), *quads], mint)
        report = _finish(store, len(pages), problems, folder, mint, progress)
        del store  # closed before the folder takes its place
    return report


def _parsed(page: Page) -> Record | HemicycleError:
    try:
        return parse(page)
    except HemicycleError as error:
        return error


def _first(problems: Sequence[HemicycleError]) -> str:
    return str(problems[0]) if problems else "name files or folders that hold pages"


def _read_all(paths: Sequence[Path]) -> tuple[list[_Read], list[HemicycleError]]:
    """The pages that have a record, by question and key, and what has none."""
    copies: dict[str, list[Page]] = {}
    problems: list[HemicycleError] = []
    for page in read_paths(paths):
        if isinstance(page, HemicycleError):
            problems.append(page)
        else:
            copies.setdefault(page.source.sha256, []).append(page)
    read: list[_Read] = []
    for pages in copies.values():
        record = _parsed(pages[0])
        if isinstance(record, HemicycleError):
            problems.append(record)
        else:
            read.append(_Read(record, tuple(pages)))
    return sorted(read, key=_place), problems


def _place(read: _Read) -> tuple[int, int, str]:
    """Questions in the order of their numbers; pages without number first."""
    number = read.record.question or "0-0"
    legislature, serial = number.split("-")
    return int(legislature), int(serial), read.record.source.sha256


def _quads(pages: Sequence[_Read], authority: Authority, mint: Mint) -> Iterator[Quad]:
    for read in pages:
        linked = link(read.record, read.copies[0].text, authority)
        yield from page_quads(linked, mint)
        for copy in read.copies[1:]:
            yield from page_text_quads(read.record, copy.source, mint)


def _finish(
    store: Store,
    documents: int,
    problems: Sequence[HemicycleError],
    folder: Path,
    mint: Mint,
    progress: Progress,
) -> BuildReport:
    """All that is made of a loaded store: rules, shapes, exports, report, catalogue."""
    progress("inferring")
    for _ in infer(store, mint):
        pass
    progress("validating")
    shapes_report = validate_store(store, mint)
    progress("writing the exports")
    (folder / "gephi").mkdir()
    for name, target in EXPORTS.items():
        export(name, Request(store=store, mint=mint, out=folder / target))
    report = BuildReport(
        documents=documents,
        summary=summarise(store, mint),
        problems=tuple(str(problem) for problem in problems),
        findings=finding_counts(store, mint),
        violations=sum(result.severity == "Violation" for result in shapes_report.results),
        warnings=sum(result.severity == "Warning" for result in shapes_report.results),
    )
    _write_reports(report, shapes_report, folder)
    catalog = catalog_turtle(file_facts(folder, NOT_LISTED), graph_counts(store, mint), mint)
    (folder / "catalog.ttl").write_text(catalog, encoding="utf-8")
    files = file_facts(folder, NOT_LISTED)
    write_manifest(folder, Manifest(FORM, mint.base, f"hemicycle {__version__}", files))
    return report


def _write_reports(report: BuildReport, shapes_report: Report, folder: Path) -> None:
    (folder / "report.json").write_text(report_json(report), encoding="utf-8")
    (folder / "report.txt").write_text(report_text(report), encoding="utf-8")
    (folder / "report.ttl").write_text(as_turtle(shapes_report), encoding="utf-8")
