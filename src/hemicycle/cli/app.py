"""What all commands share: the application, its exit codes, its common arguments."""

from pathlib import Path
from typing import Annotated

import typer

from hemicycle import __version__
from hemicycle.errors import EndpointError

DONE, INCOMPLETE, WRONG_CALL, NOT_DONE = 0, 1, 2, 3


app = typer.Typer(
    help="The knowledge graph of the Belgian Senate's written questions.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def checked_address(text: str | None) -> str | None:
    """An address of a store, as it was given; a wrong one is a wrong call, before any work.

    What is wrong is told without what may be secret in it.
    """
    if text is None:
        return None
    from hemicycle.remote.address import read_address  # here: what is beside it takes long

    try:
        return read_address(text)
    except EndpointError as error:
        raise typer.BadParameter(str(error)) from None


Paths = Annotated[
    list[Path],
    typer.Argument(
        metavar="PATH…",
        help="Pages (.txt, .html), folders of them, zip, tar (.gz, .bz2, .xz), WARC and WET files.",
    ),
]
StoreOption = Annotated[
    Path, typer.Option("--store", metavar="DIR", help="What `hemicycle build` wrote.")
]
EndpointOption = Annotated[
    str | None,
    typer.Option(
        "--endpoint",
        metavar="URL",
        callback=checked_address,
        help="Instead of DIR: where it was published.",
    ),
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
