"""A folder to the build that stands there now: opened again when another takes its place.

A build takes the place of another in one step (see hemicycle.staging). Requests that
began on the old one end on it: its files are open, its workers live until they are done.
"""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from hemicycle.errors import HemicycleError, ReadError
from hemicycle.manifest import MANIFEST, Manifest, read_manifest
from hemicycle.opened import OpenBuild, open_build
from hemicycle.serve.cache import Cache
from hemicycle.serve.metrics import Metrics
from hemicycle.serve.pool import Pool
from hemicycle.serve.settings import CACHE_BYTES, CHECK_EVERY, Settings
from hemicycle.serve.site_face import Pages
from hemicycle.serve.worker import build_name

OpenSite = Callable[[OpenBuild, str], Pages]
"""What makes the pages of a build, given what stands before its addresses."""


class Place(Struct, frozen=True):
    """What tells one folder of a build from the next at the same path."""

    device: int
    file: int
    changed: int


class Opened(Struct, eq=False, kw_only=True):
    """A build that is served: its store, pages and workers, and what was made of it."""

    name: str
    place: Place
    build: OpenBuild
    manifest: Manifest
    pages: Pages
    pool: Pool
    cache: Cache


class Builds:
    """The build that is served, and its changing."""

    def __init__(self, settings: Settings, open_site: OpenSite, metrics: Metrics) -> None:
        self._settings, self._open_site, self._metrics = settings, open_site, metrics
        self._checked = 0.0
        self._opening = asyncio.Lock()
        self._beside: set[asyncio.Task[None]] = set()
        self._last: list[Pool] = []
        self.opened = self._open()
        self.problem = ""

    def start(self) -> None:
        """Start the workers of the build, and its pages; needs a running event loop."""
        self.opened.pool.warm()
        task = asyncio.create_task(asyncio.to_thread(self.opened.pages.prepare))
        self._beside.add(task)
        task.add_done_callback(self._beside.discard)

    async def current(self, *, at_once: bool = False) -> Opened:
        """The build to answer from.

        A new one is opened beside what is answered from the old; `at_once` looks for it
        whenever it looked last, and waits for it.
        """
        now = time.monotonic()
        if at_once or now - self._checked >= CHECK_EVERY:
            self._checked = now
            if self._place() not in (None, self.opened.place):
                task = asyncio.create_task(self._change())
                self._beside.add(task)
                task.add_done_callback(self._beside.discard)
                if at_once:
                    await asyncio.shield(task)
        return self.opened

    async def _change(self) -> None:
        async with self._opening:
            if self._place() in (None, self.opened.place):
                return
            try:
                new = await asyncio.to_thread(self._open)
                await asyncio.to_thread(new.pages.prepare)
            except (HemicycleError, OSError) as error:
                self.problem = str(error)  # the old build is served on
                return
            try:
                await new.pool.ready()
            except asyncio.CancelledError:
                await new.pool.end()
                raise
            old, self.opened, self.problem = self.opened, new, ""
            self._last.append(old.pool)
            task = asyncio.create_task(self._retire(old.pool))
            self._beside.add(task)
            task.add_done_callback(self._beside.discard)

    async def _retire(self, pool: Pool) -> None:
        await pool.close()
        self._last.remove(pool)

    def _open(self) -> Opened:
        """Open what stands in the folder; raises HemicycleError where that cannot be read."""
        folder = self._settings.folder
        place, manifest = self._place(), read_manifest(folder)
        if place is None:
            raise ReadError("is being replaced", file=folder, remedy="try again")
        name, build = build_name(folder), open_build(folder)
        self._metrics.builds += 1
        return Opened(
            name=name,
            place=place,
            build=build,
            manifest=manifest,
            pages=self._open_site(build, self._settings.base_url or ""),
            pool=Pool(self._settings, name, self._metrics),
            cache=Cache(CACHE_BYTES),
        )

    def _place(self) -> Place | None:
        """Where the manifest stands now; None between two renames."""
        try:
            found = (Path(self._settings.folder) / MANIFEST).stat()
        except OSError:
            return None
        return Place(found.st_dev, found.st_ino, found.st_mtime_ns)

    async def close(self) -> None:
        """End all workers, of builds that are left too."""
        for task in tuple(self._beside):
            task.cancel()
        await asyncio.gather(*self._beside, return_exceptions=True)
        for pool in (*self._last, self.opened.pool):
            await pool.end()
