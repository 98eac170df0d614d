"""A build's folder to its store, open for reading, with the base its IRIs have."""

from pathlib import Path

from msgspec import Struct
from pyoxigraph import Store

from hemicycle.manifest import read_manifest
from hemicycle.mint import Mint
from hemicycle.query import TEXTS_FOLDER
from hemicycle.store import open_store


class OpenBuild(Struct, frozen=True):
    """What a command that reads needs of a build."""

    folder: Path
    store: Store
    mint: Mint

    @property
    def texts(self) -> Path:
        """The folder of the pages' texts, which offsets count in."""
        return self.folder / TEXTS_FOLDER

    def confirm(self) -> None:
        """Nothing: what is open stays as it is. A published build may change while it is read."""


def open_build(folder: Path) -> OpenBuild:
    """Open what `hemicycle build` wrote to a folder.

    Raises ReadError when there is none, or when its form is not ours.
    """
    manifest = read_manifest(folder)
    mint = Mint(manifest.base)
    return OpenBuild(folder, open_store(folder, mint), mint)
