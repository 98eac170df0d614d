"""A place of builds to the one that stands there now: opened again when another takes its place.

A build takes the place of another in one step (see hemicycle.staging). Requests that
began on the old one end on it: its files are open, its workers live until they are done.
"""

import asyncio
import time
from collections.abc import Callable, Coroutine, Hashable
from functools import partial
from typing import TypeVar

from msgspec import Struct

from hemicycle.errors import EndpointError, HemicycleError
from hemicycle.let_go import letting_go
from hemicycle.manifest import Manifest
from hemicycle.opened import OpenBuild
from hemicycle.serve.cache import Cache
from hemicycle.serve.metrics import Metrics
from hemicycle.serve.pool import Pool
from hemicycle.serve.settings import CACHE_BYTES, Settings
from hemicycle.serve.site_face import Pages
from hemicycle.serve.sources import source_of

Made = TypeVar("Made")
OpenSite = Callable[[OpenBuild, str], Pages]
"""What makes the pages of a build, given what stands before its addresses."""


class Opened(Struct, eq=False, kw_only=True):
    """A build that is served: its store, pages and workers, and what was made of it."""

    name: str
    place: Hashable
    build: OpenBuild
    manifest: Manifest
    pages: Pages
    pool: Pool
    cache: Cache


class Builds:
    """The build that is served, and its changing."""

    def __init__(self, settings: Settings, open_site: OpenSite, metrics: Metrics) -> None:
        self._settings, self._open_site, self._metrics = settings, open_site, metrics
        self.source = source_of(settings)
        self._checked = 0.0
        self._opening = asyncio.Lock()
        self._beside: set[asyncio.Task[None]] = set()
        self._last: list[Pool] = []
        self._not_seen = self._not_finished = ""
        try:
            self.opened = self._open()
        except HemicycleError:
            self.source.close()
            raise

    @property
    def problem(self) -> str:
        """Why what is served is not what stands there, or not all of it; often nothing."""
        return self._not_seen or self._not_finished

    def start(self) -> None:
        """Start what the build's pages need, and its workers; needs a running event loop."""
        self._do_beside(self._begin(self.opened))
        self._do_beside(self._finish(self.opened))

    async def _begin(self, build: Opened) -> None:
        """Pages first: workers that start beside them would take them the processors.

        A query that comes meanwhile starts a worker of its own.
        """
        try:
            await _in_thread(build.pages.prepare)
        finally:
            build.pool.warm()

    def _do_beside(self, work: Coroutine[None, None, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        self._beside.add(task)
        task.add_done_callback(self._beside.discard)
        return task

    async def _finish(self, build: Opened) -> None:
        self._not_finished = ""
        try:
            await _in_thread(partial(self.source.finish, build.build))
        except (HemicycleError, OSError) as error:
            self._not_finished = problem_words(error)

    async def current(self, *, at_once: bool = False) -> Opened:
        """The build to answer from.

        A new one is opened beside what is answered from the old; `at_once` looks for it
        whenever it looked last, and waits for it.
        """
        now = time.monotonic()
        if at_once or now - self._checked >= self.source.check_every:
            self._checked = now
            looking = self._do_beside(self._look())
            if at_once:
                await asyncio.shield(looking)
        return self.opened

    async def _look(self) -> None:
        async with self._opening:
            try:
                place = await _in_thread(self.source.place)
                if place == self.opened.place:
                    self._not_seen = ""
                    if self._not_finished:
                        self._do_beside(self._finish(self.opened))
                elif place is not None:
                    await self._change()
                elif self.source.is_elsewhere:
                    self._not_seen = "no whole build is published: wait, or publish again"
            except (HemicycleError, OSError) as error:
                self._not_seen = problem_words(error)  # the old build is served on

    async def _change(self) -> None:
        new = await _in_thread(self._open)
        await _in_thread(new.pages.prepare)
        try:
            await new.pool.ready()
        except asyncio.CancelledError:
            await new.pool.end()
            raise
        old, self.opened, self._not_seen = self.opened, new, ""
        self._last.append(old.pool)
        self._do_beside(self._retire(old.pool))
        self._do_beside(self._finish(new))

    async def _retire(self, pool: Pool) -> None:
        await pool.close()
        self._last.remove(pool)

    def _open(self) -> Opened:
        """Open what stands there; raises HemicycleError where that cannot be read."""
        found = self.source.open()
        self._metrics.builds += 1
        return Opened(
            name=found.name,
            place=found.place,
            build=found.build,
            manifest=found.manifest,
            pages=self._open_site(found.build, self._settings.base_url or ""),
            pool=Pool(self._settings, found.name, self._metrics),
            cache=Cache(CACHE_BYTES),
        )

    async def close(self) -> None:
        """End all workers, of builds that are left too."""
        for task in tuple(self._beside):
            task.cancel()
        await asyncio.gather(*self._beside, return_exceptions=True)
        for pool in (*self._last, self.opened.pool):
            await pool.end()
        self.source.close()


async def _in_thread(do: Callable[[], Made]) -> Made:
    return await asyncio.to_thread(letting_go(do))


def problem_words(error: Exception) -> str:
    """What went wrong, without the address of a store elsewhere: anybody may read it."""
    if isinstance(error, EndpointError):
        return f"the store that has the graph {error.problem}"
    return str(error)
