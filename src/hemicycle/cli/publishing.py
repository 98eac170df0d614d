"""A build to a SPARQL store elsewhere: the one command that publishes."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from hemicycle.cli.app import (
    DONE,
    GRAPHS,
    INCOMPLETE,
    NOT_DONE,
    StoreOption,
    app,
    checked_address,
    say,
)
from hemicycle.errors import ExportError, ReadError
from hemicycle.opened import open_build
from hemicycle.progress import shown
from hemicycle.publish import Options, report_text, write_published
from hemicycle.publish import publish as publish_build
from hemicycle.remote import Endpoint, addresses


def _is_file(endpoint: str) -> bool:
    return endpoint.endswith(".nq") and "://" not in endpoint


def _address_or_file(text: str) -> str | None:
    return text if _is_file(text) else checked_address(text)


@app.command()
def publish(
    endpoint: Annotated[
        str,
        typer.Argument(
            metavar="ENDPOINT",
            callback=_address_or_file,
            help="Where queries go; or FILE.nq, to write for a bulk loader.",
        ),
    ],
    store: StoreOption = GRAPHS,
    gsp: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            callback=checked_address,
            help="Where graphs go, by the Graph Store Protocol.",
        ),
    ] = None,
    update: Annotated[
        str | None,
        typer.Option(
            metavar="URL", callback=checked_address, help="Where updates go, by SPARQL Update."
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what is to be done.")
    ] = False,
    verify: Annotated[
        bool, typer.Option("--verify/--count-only", help="Read back what was sent, or count it.")
    ] = True,
) -> None:
    """Send the graph to any SPARQL 1.1 store, graph by graph: only what changed.

    Who one is: HEMICYCLE_USER and HEMICYCLE_PASSWORD, or HEMICYCLE_TOKEN, or netrc.
    """
    with _done_or_not(), shown(Console(stderr=True), say) as progress:
        build = open_build(store)
        if _is_file(endpoint):
            report = write_published(build, Path(endpoint), progress)
        else:
            options = Options(
                dry_run=dry_run, verify=verify, by_updates=update is not None and gsp is None
            )
            target = Endpoint(addresses(endpoint, gsp, update))
            report = publish_build(build, target, options, progress)
    say(report_text(report, list_graphs=dry_run))
    raise typer.Exit(DONE if report.is_clean else INCOMPLETE)


@contextmanager
def _done_or_not() -> Iterator[None]:
    """Without a build, or a file to write to, nothing is published: that is not half done."""
    try:
        yield
    except (ExportError, ReadError) as error:
        say(f"hemicycle: {error}")
        raise typer.Exit(NOT_DONE) from None
