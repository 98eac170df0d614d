"""A build to a SPARQL store elsewhere: the one command that publishes."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from hemicycle.cli.app import DONE, GRAPHS, INCOMPLETE, StoreOption, app, say
from hemicycle.opened import open_build
from hemicycle.progress import shown
from hemicycle.publish import Options, report_text, write_published
from hemicycle.publish import publish as publish_build
from hemicycle.remote import Endpoint, addresses


@app.command()
def publish(
    endpoint: Annotated[
        str,
        typer.Argument(
            metavar="ENDPOINT", help="Where queries go; or FILE.nq, to write for a bulk loader."
        ),
    ],
    store: StoreOption = GRAPHS,
    gsp: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Where graphs go, by the Graph Store Protocol."),
    ] = None,
    update: Annotated[
        str | None, typer.Option(metavar="URL", help="Where updates go, by SPARQL Update.")
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
    build = open_build(store)
    with shown(Console(stderr=True), say) as progress:
        if endpoint.endswith(".nq") and "://" not in endpoint:
            report = write_published(build, Path(endpoint), progress)
        else:
            options = Options(
                dry_run=dry_run, verify=verify, by_updates=update is not None and gsp is None
            )
            target = Endpoint(addresses(endpoint, gsp, update))
            report = publish_build(build, target, options, progress)
    say(report_text(report, list_graphs=dry_run))
    raise typer.Exit(DONE if report.is_clean else INCOMPLETE)
