"""A build to files of other programs: the one command that exports."""

from pathlib import Path
from typing import Annotated

import typer

from hemicycle.cli.app import GRAPHS, StoreOption, app, say
from hemicycle.export import FORMATS, PROJECTIONS, Request
from hemicycle.export import export as write_export
from hemicycle.networks import read_selection
from hemicycle.opened import open_build


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
