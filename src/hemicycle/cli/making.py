"""Pages to records and builds, builds to reports: the commands that make something."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console

from hemicycle.cli.app import AUTHORITY, DONE, GRAPHS, INCOMPLETE, Paths, app, say
from hemicycle.coverage import PageLines, count_lines, coverage_text
from hemicycle.errors import (
    HemicycleError,
)
from hemicycle.namespaces import BASE
from hemicycle.pipeline import Settings, cover_paths, parse_paths
from hemicycle.pipeline import build as build_all
from hemicycle.progress import shares_text, shown
from hemicycle.read import Passed, passed_lines
from hemicycle.report import report_text
from hemicycle.validate import Language, as_html, as_json, as_text, as_turtle
from hemicycle.validation import validate_paths
from hemicycle.vocabulary import read_eurovoc, write_vocabulary


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
    passed: list[Passed] = []
    for item in cover_paths(paths) if coverage else parse_paths(paths):
        if isinstance(item, HemicycleError):
            failed = True
            say(str(item))
        elif isinstance(item, PageLines):
            lines.append(item)
        elif isinstance(item, Passed):
            passed.append(item)
        else:
            typer.echo(encode(item))
    for line in passed_lines(passed):
        say(line)
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
    scheduler: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="A Dask scheduler, whose cluster does the work."),
    ] = None,
    excel: Annotated[bool, typer.Option("--excel", help="Write a workbook too.")] = False,
    dumps: Annotated[
        bool, typer.Option(help="Write N-Quads, Turtle, JSON-LD, records, tables and networks.")
    ] = True,
    afresh: Annotated[
        bool, typer.Option("--afresh", help="Take nothing over from the build in DIR.")
    ] = False,
    strict: Annotated[bool, typer.Option(help="Findings end in exit code 1.")] = False,
) -> None:
    """Build everything: graph, tables, networks, store and report.

    Where a build of the same software stands in DIR, only what changed is read and made anew;
    the outputs are the same as those of a build from nothing.
    """
    settings = Settings(
        base=base,
        authority=tuple(authority or ()),
        workers=workers,
        excel=excel,
        dumps=dumps,
        afresh=afresh,
        scheduler=scheduler,
    )
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
    has_build = any(path.is_dir() for path in paths)
    is_whole = not report.is_foreign and not (has_build and report.errors)
    raise typer.Exit(DONE if report.conforms and is_whole else INCOMPLETE)


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
