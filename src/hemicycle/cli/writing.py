"""A build to files of other programs: the one command that exports."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from pyoxigraph import Store

from hemicycle.cli.app import GRAPHS, EndpointOption, StoreOption, app, say
from hemicycle.export import FORMATS, PROJECTIONS, Request
from hemicycle.export import export as write_export
from hemicycle.mint import Mint
from hemicycle.networks import read_selection
from hemicycle.opened import OpenBuild, open_build
from hemicycle.site.static_export import export_site

WITH_NAMED_GRAPHS = ("nq", "trig")
"""The formats that hold more than the merge."""

SITE = "site"
"""The pages for people as plain files: made of a build, not of its graph alone."""


@app.command()
def export(
    form: Annotated[str, typer.Argument(metavar="FORMAT", help=", ".join((*FORMATS, SITE)))],
    store: StoreOption = GRAPHS,
    endpoint: EndpointOption = None,
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
    base_url: Annotated[
        str | None, typer.Option(metavar="URL", help="For site: stands before links.")
    ] = None,
) -> None:
    """Write the graph in one format."""
    if form not in (*FORMATS, SITE):
        raise typer.BadParameter(f"{form!r} is none of {', '.join((*FORMATS, SITE))}")
    if form == SITE:
        target = out or Path(SITE)
        with _site_of(store, endpoint) as build:
            written = export_site(build, target, base_url=base_url)
        say(f"{target}: {written.pages} pages; search and queries need `hemicycle serve`")
        return
    suffix = FORMATS[form].suffix
    target = out or Path(f"hemicycle{suffix}" if suffix else form)
    with _opened(store, endpoint, form) as (graph, mint):
        request = Request(
            store=graph,
            mint=mint,
            out=target,
            projection=projection,
            selection=read_selection(where or (), since, until),
            thorough=thorough,
        )
        write_export(form, request)
    say(f"{target}")


@contextmanager
def _opened(folder: Path, endpoint: str | None, form: str) -> Iterator[tuple[Store, Mint]]:
    """A build's store, or a copy of what was published, with as many graphs as a format needs."""
    if endpoint is None:
        build = open_build(folder)
        yield build.store, build.mint
        return
    from hemicycle.remote import copied, open_endpoint  # here: it takes long to import

    opened = open_endpoint(endpoint)
    with copied(opened, with_named_graphs=form in WITH_NAMED_GRAPHS) as store:
        yield store, opened.mint


@contextmanager
def _site_of(folder: Path, endpoint: str | None) -> Iterator[OpenBuild]:
    """A build, or what was published of one."""
    if endpoint is None:
        yield open_build(folder)
        return
    from hemicycle.serve.elsewhere import published_build  # here: it takes long to import

    with published_build(endpoint) as build:
        yield build
