"""What an exporter is asked for, and the file it writes: whole, or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct
from pyoxigraph import Store

from hemicycle.errors import ExportError
from hemicycle.mint import Mint
from hemicycle.networks import EVERYTHING, Selection


class Request(Struct, frozen=True, kw_only=True):
    """What to export, and where to: `out` is a file, or a folder for formats of several files.

    `projection` names a network, and `selection` the questions it is made of;
    `languages` say which label of a node is shown, the first that there is; `thorough`
    whether it is measured and refined, None: where it is not too large.
    """

    store: Store
    mint: Mint
    out: Path
    projection: str = "full"
    languages: tuple[str, ...] = ("fr", "nl", "en")
    selection: Selection = EVERYTHING
    thorough: bool | None = None


@contextmanager
def writing(path: Path) -> Iterator[BinaryIO]:
    """A file to write bytes to; what stood at `path` is replaced when all is written.

    Raises ExportError where it cannot be written.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("wb") as out:
            yield out
        part.replace(path)
    except OSError as error:
        raise ExportError(f"cannot be written: {error}", file=path) from error
    finally:
        part.unlink(missing_ok=True)


def make_folder(path: Path) -> None:
    """Make a folder and those above it; raises ExportError where that fails."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(f"cannot be made: {error}", file=path) from error
