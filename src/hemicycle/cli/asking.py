"""Questions to a build: the commands that answer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from hemicycle.cli.app import DONE, GRAPHS, INCOMPLETE, EndpointOption, StoreOption, app, say
from hemicycle.diff import DIFF_FORMS, Counts, render_difference
from hemicycle.diff import diff as differences
from hemicycle.errors import (
    QueryError,
)
from hemicycle.findings_text import findings_text
from hemicycle.opened import OpenBuild, open_build
from hemicycle.query import cut_note, find_query, named_queries, render, run_query
from hemicycle.search import INDEX_FILE, Filters, find_words, hits_json, hits_text
from hemicycle.summary import finding_counts
from hemicycle.why import explain
from hemicycle.why_text import explanation_text

if TYPE_CHECKING:
    from hemicycle.remote import OpenEndpoint


@app.command()
def query(
    wanted: Annotated[
        str | None, typer.Argument(metavar="[NAME|FILE|QUERY]", help="Without it: all names.")
    ] = None,
    store: StoreOption = GRAPHS,
    endpoint: EndpointOption = None,
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
    build = _opened(store, endpoint)
    asked = find_query(wanted)
    found = run_query(build.store, asked, build.mint, _bindings(bind), texts=build.texts)
    typer.echo(render(found, form, build.mint, width=Console().width), nl=False)
    note = cut_note(asked, found)
    if note:
        say(note)


def _opened(folder: Path, endpoint: str | None) -> OpenBuild | OpenEndpoint:
    if endpoint is None:
        return open_build(folder)
    from hemicycle.remote import open_endpoint  # here: what speaks HTTP takes long to import

    return open_endpoint(endpoint)


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
    found = find_words(store / INDEX_FILE, " ".join(words), filters, limit + 1)
    hits = found[:limit]
    typer.echo(hits_json(hits) if form == "json" else hits_text(hits), nl=False)
    if len(found) > limit:
        say(f"these are the first {limit}, there are more: --limit {10 * limit} shows more")
    raise typer.Exit(DONE if hits else INCOMPLETE)


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
    endpoint: EndpointOption = None,
    kind: Annotated[
        list[str] | None, typer.Option(metavar="KIND", help="Only these, e.g. unknown-post.")
    ] = None,
    limit: Annotated[int, typer.Option(min=0, help="Words of each kind; 0: all.")] = 25,
) -> None:
    """List what is odd or not linked, by kind and frequency."""
    build = _opened(store, endpoint)
    text = findings_text(finding_counts(build.store, build.mint), kind or (), limit or None)
    typer.echo(text)


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
