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
from hemicycle.errors import (
    AuthorityError,
    BuildError,
    HemicycleError,
    QueryError,
    ShapeError,
)
from hemicycle.export import FORMATS, Request
from hemicycle.export import export as write_export
from hemicycle.namespaces import BASE
from hemicycle.opened import open_build
from hemicycle.pipeline import Settings, cover_paths, parse_paths
from hemicycle.pipeline import build as build_all
from hemicycle.query import find_query, named_queries, render, run_query
from hemicycle.report import report_text
from hemicycle.summary import finding_counts
from hemicycle.validate import Language, as_json, as_text, as_turtle
from hemicycle.validation import validate_paths
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
GRAPHS = Path("graphs")


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
    strict: Annotated[bool, typer.Option(help="Findings end in exit code 1.")] = False,
) -> None:
    """Build everything: graph, tables, networks, store and report."""
    settings = Settings(base=base, authority=tuple(authority or ()))
    report = build_all(paths, out, settings, say)
    for problem in report.problems:
        say(problem)
    say(report_text(report))
    clean = report.is_clean and not (strict and report.findings)
    raise typer.Exit(DONE if clean else INCOMPLETE)


@app.command()
def validate(
    paths: Annotated[list[Path], typer.Argument(metavar="DIR|FILE…", help="Builds or RDF files.")],
    form: Annotated[str, typer.Option("--format", help="text, json or turtle.")] = "text",
    lang: Annotated[Language, typer.Option(help="en, fr or nl, for text.")] = "en",
) -> None:
    """Hold graphs against the shapes; exit code 1 when one is violated."""
    report = validate_paths(paths)
    writers: dict[str, Callable[[], str]] = {
        "text": lambda: as_text(report, lang),
        "json": lambda: as_json(report),
        "turtle": lambda: as_turtle(report),
    }
    if form not in writers:
        raise typer.BadParameter(f"{form!r} is none of {', '.join(writers)}")
    typer.echo(writers[form](), nl=False)
    raise typer.Exit(DONE if report.conforms else INCOMPLETE)


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
def export(
    form: Annotated[str, typer.Argument(metavar="FORMAT", help=", ".join(FORMATS))],
    store: StoreOption = GRAPHS,
    out: Annotated[Path | None, typer.Option(metavar="PATH", help="File or folder.")] = None,
    projection: Annotated[str, typer.Option(help="For networks: which one.")] = "full",
) -> None:
    """Write the graph in one format."""
    if form not in FORMATS:
        raise typer.BadParameter(f"{form!r} is none of {', '.join(FORMATS)}")
    build = open_build(store)
    suffix = FORMATS[form].suffix
    target = out or Path(f"hemicycle{suffix}" if suffix else form)
    request = Request(store=build.store, mint=build.mint, out=target, projection=projection)
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
def findings(store: StoreOption = GRAPHS) -> None:
    """List what is odd or not linked, by kind and frequency."""
    build = open_build(store)
    for row in finding_counts(build.store, build.mint):
        typer.echo(f"{row.times:>6}  {row.kind:<24} {row.words}  ({row.example})")


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
