"""Where a server is told to look, a folder or an address, to the build there, open for reading."""

from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from hemicycle.errors import ReadError
from hemicycle.manifest import MANIFEST, read_manifest
from hemicycle.opened import OpenBuild, open_build


class Standing(Struct, frozen=True):
    """A build, and a name that no other build has."""

    name: str
    build: OpenBuild


def is_address(where: str) -> bool:
    """Whether a build stands in a store elsewhere, not in a folder.

    >>> is_address("graphs"), is_address("http://localhost:7878/query")
    (False, True)
    """
    return "://" in where


def build_name(folder: Path) -> str:
    """A name of the build in a folder: builds that differ in a byte differ in it.

    Raises OSError where there is no build.
    """
    return sha256((folder / MANIFEST).read_bytes()).hexdigest()[:16]


def open_standing(where: str) -> Standing:
    """The build at a folder or an address.

    Raises ReadError and EndpointError where there is none, or no whole one.
    """
    if is_address(where):
        from hemicycle.serve.elsewhere import open_elsewhere  # here: a folder needs no HTTP

        return open_elsewhere(where)
    folder = Path(where)
    read_manifest(folder)
    name, build = build_name(folder), open_build(folder)
    if build_name(folder) != name:
        raise ReadError("was replaced while it was opened", file=folder, remedy="try again")
    return Standing(name, build)
