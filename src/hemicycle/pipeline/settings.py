"""What a build takes beside its paths."""

from pathlib import Path

from msgspec import Struct

from hemicycle.namespaces import BASE


class Settings(Struct, frozen=True, kw_only=True):
    """The base of all IRIs, the user's authority folders, and how many processes work.

    Without `workers`: as many as the machine has processors, and none beside the
    parent for some hundred pages, which are done before a process has started.
    With `excel` the tables come as one workbook too; without `dumps` there are no files of
    N-Quads, Turtle, JSON-LD, tables and networks. `afresh` takes nothing over from the last
    build. With `scheduler`, the address of
    a Dask scheduler, the workers of its cluster do what depends on single pages and
    families; `workers` are then those that write tables and networks, here. `build`
    names the build, apart from any other: what a process keeps that outlives one, it
    keeps by its settings.
    """

    base: str = BASE
    authority: tuple[Path, ...] = ()
    workers: int | None = None
    excel: bool = False
    dumps: bool = True
    afresh: bool = False
    scheduler: str | None = None
    build: str = ""
