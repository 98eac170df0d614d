"""Settings to the place where builds are found: a folder, or a store elsewhere."""

from collections.abc import Hashable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol, cast

from msgspec import Struct

from hemicycle.errors import ReadError
from hemicycle.manifest import MANIFEST, Manifest, read_manifest
from hemicycle.opened import OpenBuild
from hemicycle.remote import OpenEndpoint
from hemicycle.serve.elsewhere import (
    Elsewhere,
    elsewhere_manifest,
    open_elsewhere,
    write_catalogue,
    write_index,
)
from hemicycle.serve.settings import CHECK_ELSEWHERE_EVERY, CHECK_EVERY, Settings
from hemicycle.serve.standing import open_standing

_LACKING = (
    "there are no files to download: this server shows a graph that was published to a "
    "store elsewhere; `hemicycle export FORMAT --endpoint URL` makes them of it"
)


class Found(Struct, frozen=True, kw_only=True):
    """A build that was found, and what tells it from the next at the same place."""

    name: str
    place: Hashable
    build: OpenBuild
    manifest: Manifest


class Source(Protocol):
    """A place where one build stands, and now and then another."""

    check_every: float
    """Seconds between two looks at whether another build stands there."""

    is_elsewhere: bool
    lacking: str
    """Why files of the build are not to be had, empty where they are."""

    def place(self) -> Hashable | None:
        """What tells the build there from the next; None between two.

        Raises HemicycleError where that cannot be seen.
        """

    def open(self) -> Found:
        """Open the build; raises HemicycleError or OSError where it cannot be read."""

    def finish(self, build: OpenBuild) -> None:
        """Make what requests need not wait for."""

    def close(self) -> None:
        """Leave nothing behind."""


class _FileFacts(Struct, frozen=True):
    """What tells one file from the next at the same path."""

    device: int
    file: int
    changed: int


class FolderSource:
    """A folder that `hemicycle build` writes to."""

    check_every = CHECK_EVERY
    is_elsewhere = False
    lacking = ""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def place(self) -> Hashable | None:
        """Where the manifest stands now."""
        try:
            found = (self._folder / MANIFEST).stat()
        except OSError:
            return None
        return _FileFacts(found.st_dev, found.st_ino, found.st_mtime_ns)

    def open(self) -> Found:
        """What stands in the folder."""
        place, manifest = self.place(), read_manifest(self._folder)
        if place is None:
            raise ReadError("is being replaced", file=self._folder, remedy="try again")
        standing = open_standing(str(self._folder))
        return Found(name=standing.name, place=place, build=standing.build, manifest=manifest)

    def finish(self, build: OpenBuild) -> None:
        """Nothing: a build has all its files."""

    def close(self) -> None:
        """Nothing was made."""


class EndpointSource:
    """A store elsewhere that `hemicycle publish` writes to."""

    check_every = CHECK_ELSEWHERE_EVERY
    is_elsewhere = True
    lacking = _LACKING

    def __init__(self, url: str, kept: Path | None) -> None:
        self._url = url
        self._own = None if kept else TemporaryDirectory(prefix="hemicycle-")
        self._kept = kept or Path(self._own.name if self._own else "")
        self._last: OpenEndpoint | None = None

    def place(self) -> Hashable | None:
        """The version that is published; None while there is no whole one."""
        return self._last.seen() if self._last else None

    def open(self) -> Found:
        """What is published now."""
        standing = open_elsewhere(self._url, self._kept)
        write_catalogue(standing.build)
        self._last = cast(Elsewhere, standing.build).published
        manifest = elsewhere_manifest(standing.build)
        return Found(
            name=standing.name,
            place=self._last.version,
            build=standing.build,
            manifest=manifest,
        )

    def finish(self, build: OpenBuild) -> None:
        """The full-text index."""
        write_index(build)

    def close(self) -> None:
        """Take away what nobody asked to keep."""
        if self._own is not None:
            self._own.cleanup()


def source_of(settings: Settings) -> Source:
    """Where the settings say that the build stands."""
    if settings.endpoint is None:
        return FolderSource(settings.folder)
    return EndpointSource(settings.endpoint, settings.keep)
