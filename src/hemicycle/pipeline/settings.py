"""What a build takes beside its paths."""

from pathlib import Path

from msgspec import Struct

from hemicycle.namespaces import BASE


class Settings(Struct, frozen=True, kw_only=True):
    """The base of all IRIs, the user's authority folders, and how many processes work.

    Without `workers`: as many as the machine has processors, and none beside the
    parent for some hundred pages, which are done before a process has started.
    With `excel` the tables come as one workbook too.
    """

    base: str = BASE
    authority: tuple[Path, ...] = ()
    workers: int | None = None
    excel: bool = False
