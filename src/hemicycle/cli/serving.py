"""A build to a web server: the one command that serves."""

from pathlib import Path
from typing import Annotated

import typer

from hemicycle.cli.app import GRAPHS, EndpointOption, StoreOption, app, say
from hemicycle.serve import Settings


@app.command()
def serve(
    store: StoreOption = GRAPHS,
    endpoint: EndpointOption = None,
    keep: Annotated[
        Path | None,
        typer.Option(
            "--keep", metavar="DIR", help="Of URL: where the full-text index stays for next time."
        ),
    ] = None,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=0, max=65_535, help="The port; 0: one that is free.")
    ] = 8000,
    base_url: Annotated[
        str | None, typer.Option(metavar="URL", help="What addresses begin with, behind a proxy.")
    ] = None,
    time_limit: Annotated[
        float, typer.Option(min=0.1, metavar="SECONDS", help="For one query.")
    ] = 10.0,
    row_limit: Annotated[int, typer.Option(min=1, help="Rows or triples of one answer.")] = 100_000,
    memory_limit: Annotated[int, typer.Option(min=16, metavar="MB", help="For one query.")] = 1024,
    query_workers: Annotated[
        int, typer.Option(min=1, help="Queries that run at once, beside long ones.")
    ] = 2,
) -> None:
    """Serve pages, data and a SPARQL endpoint; a new build is taken up by itself."""
    if keep is not None and endpoint is None:
        raise typer.BadParameter("--keep goes with --endpoint: a build has its index already")
    from hemicycle.serve.run import serve as run  # here: no other command waits for it

    settings = Settings(
        folder=store,
        endpoint=endpoint,
        keep=keep,
        host=host,
        port=port,
        base_url=None if base_url is None else base_url.rstrip("/"),
        time_limit=time_limit,
        row_limit=row_limit,
        memory_limit=memory_limit,
        query_workers=query_workers,
    )
    run(settings, say)
