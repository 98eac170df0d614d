"""Arguments to a call that fetches pages: the one command that asks the network."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from hemicycle.cli.app import DONE, INCOMPLETE, NOT_DONE, app, say
from hemicycle.fetch import (
    LANGUAGES,
    SENATE,
    FetchError,
    Language,
    Layout,
    Manners,
    check_manners,
    fetch_text,
    read_numbers,
    read_origin,
    read_question,
)
from hemicycle.fetching import fetch
from hemicycle.progress import shown
from hemicycle.wanted import FetchRequest, known_by_reference, wanted

PAGES = Path("pages")


@app.command("fetch")
def fetch_pages(
    questions: Annotated[
        list[str] | None, typer.Argument(metavar="QUESTION…", help="Numbers: 5-8910 5-8906.")
    ] = None,
    out: Annotated[Path, typer.Option(metavar="FOLDER", help="Where pages are kept.")] = PAGES,
    family: Annotated[
        bool, typer.Option("--family", help="And the questions that relations tie to them.")
    ] = False,
    legislature: Annotated[
        int | None, typer.Option(min=1, max=99, help="The legislature of --numbers.")
    ] = None,
    numbers: Annotated[
        str | None, typer.Option(metavar="8900-8918", help="Every question from … to …")
    ] = None,
    missing: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Questions that this build knows only by reference."),
    ] = None,
    languages: Annotated[str, typer.Option(help="fr, nl or both.")] = ",".join(LANGUAGES),
    layout: Annotated[Layout, typer.Option(help="The form of the pages.")] = "web",
    again: Annotated[
        bool, typer.Option("--again", help="Ask whether kept pages have changed.")
    ] = False,
    warc: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write a web archive too (.warc.gz).")
    ] = None,
    contact: Annotated[
        str | None, typer.Option(help="Whom the Senate may write to about these requests.")
    ] = None,
    delay: Annotated[
        float, typer.Option(max=3600, help="Seconds between requests, 1 at least.")
    ] = 1.0,
    tries: Annotated[int, typer.Option(min=1, max=10, help="How often one address is tried.")] = 4,
    host: Annotated[str, typer.Option(metavar="HOST", help="Whom to ask.")] = SENATE,
    unclosed: Annotated[
        bool, typer.Option("--unclosed", help="Keep HTML that never closes.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print the addresses, ask nobody.")
    ] = False,
) -> None:
    """Fetch pages of questions from the Senate's site, one a second, into a folder."""
    manners = Manners(contact=contact, delay=delay, tries=tries)
    try:
        request = FetchRequest(
            questions=_questions(questions or [], legislature, numbers, missing),
            languages=_languages(languages),
            layout=layout,
            origin=read_origin(host),
            family=family,
            again=again,
            unclosed=unclosed,
        )
        check_manners(manners, request.origin)
    except FetchError as error:
        raise typer.BadParameter(str(error)) from error
    if dry_run:
        for address in wanted(request, request.questions):
            typer.echo(address.url)
        raise typer.Exit(DONE)
    with shown(Console(stderr=True), say) as progress:
        report = fetch(request, out, manners, progress, say, warc=warc)
    say(fetch_text(report))
    if report.stopped is not None:
        say(f"hemicycle: stopped: {report.stopped}")
        raise typer.Exit(NOT_DONE)
    raise typer.Exit(DONE if report.is_good else INCOMPLETE)


def _questions(
    named: list[str], legislature: int | None, numbers: str | None, missing: Path | None
) -> tuple[str, ...]:
    """All that is asked for, each once, in the order of the arguments."""
    if (legislature is None) != (numbers is None):
        raise typer.BadParameter("--legislature and --numbers go together")
    found = [read_question(name) for name in named]
    if legislature is not None and numbers is not None:
        found.extend(read_numbers(legislature, numbers))
    if missing is not None:
        found.extend(known_by_reference(missing))
    elif not found:
        raise typer.BadParameter("name questions, or --legislature and --numbers, or --missing")
    return tuple(dict.fromkeys(found))


def _languages(text: str) -> tuple[Language, ...]:
    """The languages wanted, in the order of the pages."""
    names = {name.strip() for name in text.split(",")}
    if not names or not names <= set(LANGUAGES):
        raise typer.BadParameter(f"{text!r} is none of {', '.join(LANGUAGES)}")
    return tuple(language for language in LANGUAGES if language in names)
