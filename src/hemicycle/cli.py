"""Arguments to one call of the library: the commands of `hemicycle`."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console

from hemicycle import __version__
from hemicycle.coverage import PageLines, count_lines, coverage_text
from hemicycle.diff import DIFF_FORMS, Counts, render_difference
from hemicycle.diff import diff as differences
from hemicycle.errors import (
    AuthorityError,
    BuildError,
    HemicycleError,
    QueryError,
    ShapeError,
)
from hemicycle.export import FORMATS, PROJECTIONS, Request
from hemicycle.export import export as write_export
from hemicycle.findings_text import findings_text
from hemicycle.namespaces import BASE
from hemicycle.networks import read_selection
from hemicycle.opened import open_build
from hemicycle.pipeline import Settings, cover_paths, parse_paths
from hemicycle.pipeline import build as build_all
from hemicycle.progress import shares_text, shown
from hemicycle.query import find_query, named_queries, render, run_query
from hemicycle.report import report_text
from hemicycle.search import INDEX_FILE, Filters, find_words, hits_json, hits_text
from hemicycle.summary import finding_counts
from hemicycle.validate import Language, as_html, as_json, as_text, as_turtle
from hemicycle.validation import validate_paths
from hemicycle.vocabulary import read_eurovoc, write_vocabulary
from hemicycle.why import explain
from hemicycle.why_text import explanation_text

DONE, INCOMPLETE, WRONG_CALL, NOT_DONE = 0, 1, 2, 3

app = typer.Typer(
    help="The knowledge graph of the Belgian Senate's written questions.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Paths = Annotated[
    list[Path], typer.Argument(metavar="PATH…", help="Files and folders of pages (.txt, .html).")
]
StoreOption = Annotated[
    Path, typer.Option("--store", metavar="DIR", help="What `hemicycle build` wrote.")
]
GRAPHS, AUTHORITY = Path("graphs"), Path("authority")


def say(text: str) -> None:
    """Write a line to standard error: data alone go to standard output."""
    typer.echo(text, err=True)


@app.callback(invoke_without_command=True)
def about(version: Annotated[bool, typer.Option("--version", help="The version.")] = False) -> None:
    """The knowledge graph of the Belgian Senate's written questions."""
    if version:
        typer.echo(f"hemicycle {__version__}")
        raise typer.Exit(DONE)


@app.command()
def parse(
    paths: Paths,
    coverage: Annotated[
        bool, typer.Option(help="Print how many lines each rule read instead.")
    ] = False,
) -> None:
    """Print the record of each page, one JSON object a line."""
    encode = msgspec.json.Encoder().encode
    failed = False
    lines: list[PageLines] = []
    for item in cover_paths(paths) if coverage else parse_paths(paths):
        if isinstance(item, HemicycleError):
            failed = True
            say(str(item))
        elif isinstance(item, PageLines):
            lines.append(item)
        else:
            typer.echo(encode(item))
    if coverage:
        typer.echo(coverage_text(count_lines(lines)))
    raise typer.Exit(INCOMPLETE if failed else DONE)


@app.command()
def build(
    paths: Paths,
    out: Annotated[Path, typer.Option(metavar="DIR", help="The folder to write.")] = GRAPHS,
    base: Annotated[str, typer.Option(help="What all IRIs begin with.")] = BASE,
    authority: Annotated[
        list[Path] | None, typer.Option(metavar="DIR", help="Further authority files.")
    ] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes; without it one a processor.")
    ] = None,
    excel: Annotated[bool, typer.Option("--excel", help="Write a workbook too.")] = False,
    strict: Annotated[bool, typer.Option(help="Findings end in exit code 1.")] = False,
) -> None:
    """Build everything: graph, tables, networks, store and report."""
    settings = Settings(base=base, authority=tuple(authority or ()), workers=workers, excel=excel)
    with shown(Console(stderr=True), say) as progress:
        report = build_all(paths, out, settings, progress)
    for problem in report.problems:
        say(problem)
    say(report_text(report))
    say(shares_text(progress.shares()))
    clean = report.is_clean and not (strict and report.findings)
    raise typer.Exit(DONE if clean else INCOMPLETE)


@app.command()
def validate(
    paths: Annotated[list[Path], typer.Argument(metavar="DIR|FILE…", help="Builds or RDF files.")],
    form: Annotated[str, typer.Option("--format", help="text, json, turtle or html.")] = "text",
    lang: Annotated[Language, typer.Option(help="en, fr or nl, for text and html.")] = "en",
) -> None:
    """Hold graphs against the shapes; exit code 1 when one is violated."""
    report = validate_paths(paths)
    writers: dict[str, Callable[[], str]] = {
        "text": lambda: as_text(report, lang),
        "json": lambda: as_json(report),
        "turtle": lambda: as_turtle(report),
        "html": lambda: as_html(report, lang),
    }
    if form not in writers:
        raise typer.BadParameter(f"{form!r} is none of {', '.join(writers)}")
    typer.echo(writers[form](), nl=False)
    is_whole = not any(path.is_dir() for path in paths) or not report.errors
    raise typer.Exit(DONE if report.conforms and is_whole else INCOMPLETE)


@app.command()
def query(
    wanted: Annotated[
        str | None, typer.Argument(metavar="[NAME|FILE|QUERY]", help="Without it: all names.")
    ] = None,
    store: StoreOption = GRAPHS,
    form: Annotated[
        str, typer.Option("--format", help="table, csv, tsv, json; triples: turtle, nt, jsonld.")
    ] = "table",
    bind: Annotated[
        list[str] | None, typer.Option("--bind", metavar="NAME=VALUE", help="A parameter's value.")
    ] = None,
) -> None:
    """Ask a SPARQL query: one of ours by name, one in a file, or its text."""
    if wanted is None:
        for named in named_queries():
            typer.echo(f"{named.name:<28} {named.title['en']}")
        raise typer.Exit(DONE)
    build = open_build(store)
    found = run_query(
        build.store, find_query(wanted), build.mint, _bindings(bind), texts=build.texts
    )
    typer.echo(render(found, form, build.mint, width=Console().width), nl=False)


def _bindings(pairs: list[str] | None) -> dict[str, str]:
    for pair in pairs or ():
        if "=" not in pair:
            raise typer.BadParameter(f"{pair!r} is not NAME=VALUE")
    return dict(pair.split("=", 1) for pair in pairs or ())


@app.command()
def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help='All of them; "a phrase".')],
    store: StoreOption = GRAPHS,
    minister: Annotated[str | None, typer.Option(help="Part of the minister's title.")] = None,
    asker: Annotated[str | None, typer.Option(help="Part of the senator's name.")] = None,
    party: Annotated[str | None, typer.Option(help="As printed: Open Vld.")] = None,
    year: Annotated[int | None, typer.Option(help="Of asking.")] = None,
    status: Annotated[str | None, typer.Option(help="answered, pending, lapsed …")] = None,
    lang: Annotated[str | None, typer.Option(help="fr, nl or de.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many at most.")] = 20,
    form: Annotated[str, typer.Option("--format", help="text or json.")] = "text",
) -> None:
    """Find texts by their words, without regard to case and accents."""
    filters = Filters(
        minister=minister,
        asker=asker,
        party=party,
        year=None if year is None else str(year),
        status=status,
        language=lang,
    )
    hits = find_words(store / INDEX_FILE, " ".join(words), filters, limit)
    typer.echo(hits_json(hits) if form == "json" else hits_text(hits), nl=False)
    raise typer.Exit(DONE if hits else INCOMPLETE)


@app.command()
def export(
    form: Annotated[str, typer.Argument(metavar="FORMAT", help=", ".join(FORMATS))],
    store: StoreOption = GRAPHS,
    out: Annotated[Path | None, typer.Option(metavar="PATH", help="File or folder.")] = None,
    projection: Annotated[
        str, typer.Option(help=f"For networks: one of {', '.join(PROJECTIONS)}.")
    ] = "full",
    where: Annotated[
        list[str] | None,
        typer.Option(metavar="KEY=VALUE", help="For networks: questions of legislature=5, …"),
    ] = None,
    since: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="For networks: asked since.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="For networks: asked until.")
    ] = None,
    thorough: Annotated[
        bool | None,
        typer.Option("--thorough/--quick", help="For networks: measure and refine large ones too."),
    ] = None,
) -> None:
    """Write the graph in one format."""
    if form not in FORMATS:
        raise typer.BadParameter(f"{form!r} is none of {', '.join(FORMATS)}")
    build = open_build(store)
    suffix = FORMATS[form].suffix
    target = out or Path(f"hemicycle{suffix}" if suffix else form)
    request = Request(
        store=build.store,
        mint=build.mint,
        out=target,
        projection=projection,
        selection=read_selection(where or (), since, until),
        thorough=thorough,
    )
    write_export(form, request)
    say(f"{target}")


@app.command()
def why(
    iri: Annotated[str, typer.Argument(metavar="IRI", help="An IRI, or its part behind id/.")],
    store: StoreOption = GRAPHS,
) -> None:
    """Print the sentences a fact came from, with file and offsets."""
    build = open_build(store)
    explanation = explain(build.store, build.texts, iri, build.mint)
    if not explanation.graphs:
        raise QueryError(f"nothing is said of {iri}", remedy="give the IRI as a query prints it")
    typer.echo(explanation_text(explanation))


@app.command()
def findings(
    store: StoreOption = GRAPHS,
    kind: Annotated[
        list[str] | None, typer.Option(metavar="KIND", help="Only these, e.g. unknown-post.")
    ] = None,
    limit: Annotated[int, typer.Option(min=0, help="Words of each kind; 0: all.")] = 25,
) -> None:
    """List what is odd or not linked, by kind and frequency."""
    build = open_build(store)
    text = findings_text(finding_counts(build.store, build.mint), kind or (), limit or None)
    typer.echo(text)


@app.command()
def vocabulary(
    name: Annotated[str, typer.Argument(metavar="eurovoc", help="Which vocabulary it is.")],
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="SKOS as downloaded: .rdf, .nt; .zip or .gz.")
    ],
    out: Annotated[
        Path, typer.Option(metavar="DIR", help="The authority folder that takes it.")
    ] = AUTHORITY,
    edition: Annotated[
        str | None, typer.Option(help="Its edition, where the file does not say it.")
    ] = None,
) -> None:
    """Keep a vocabulary for linking keywords: `hemicycle build … --authority DIR` reads it."""
    if name != "eurovoc":
        raise typer.BadParameter(f"{name!r} is not eurovoc")
    read = read_eurovoc(file, edition)
    say(f"{write_vocabulary(read, out)}: EuroVoc {read.edition}, {len(read.concepts)} concepts")


@app.command()
def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="What `hemicycle build` wrote.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="What it wrote later.")],
    form: Annotated[
        str, typer.Option("--format", help="text, or json: an object a question, one a line.")
    ] = "text",
) -> None:
    """List the facts that were added, removed and changed, per question."""
    if form not in DIFF_FORMS:
        raise typer.BadParameter(f"{form!r} is none of {', '.join(DIFF_FORMS)}")
    counts = Counts()
    for found in differences(open_build(old), open_build(new)):
        counts = counts.plus(found)
        typer.echo(render_difference(found, form), nl=False)
    say(str(counts))


def main() -> None:
    """Run the command line; an error of ours is one clear line and an exit code."""
    try:
        app()
    except (AuthorityError, BuildError, ShapeError) as error:
        say(f"hemicycle: {error}")
        sys.exit(NOT_DONE)
    except HemicycleError as error:
        say(f"hemicycle: {error}")
        sys.exit(INCOMPLETE)
