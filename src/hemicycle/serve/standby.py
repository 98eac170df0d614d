"""Query workers that stand by for a job: started, taken, given back, ended."""

import asyncio

from hemicycle.serve.metrics import Metrics
from hemicycle.serve.settings import Settings
from hemicycle.serve.worker_process import WorkerEndedError, WorkerProcess

_AT_ONCE = 2
"""Workers that are started at once: more would only slow each other."""


class ReplacedError(Exception):
    """The folder holds another build than the one that a worker was started for."""


class Standby:
    """The query workers of one build; all its methods belong to one event loop."""

    def __init__(self, settings: Settings, build: str, metrics: Metrics) -> None:
        self._settings, self._build, self._metrics = settings, build, metrics
        self._spare = 2 * settings.query_workers  # so that nobody waits for one to start
        self._idle: list[WorkerProcess] = []
        self._all: set[WorkerProcess] = set()
        self._starting: set[asyncio.Task[bool]] = set()
        self._burying: set[asyncio.Task[None]] = set()
        self._closing = False

    def warm(self) -> None:
        """Start the workers that wait for jobs, beside what else is done."""
        self._refill()

    async def ready(self) -> None:
        """Start workers, and wait for the first."""
        self.warm()
        if self._starting:
            await asyncio.wait(self._starting, return_when=asyncio.FIRST_COMPLETED)

    def _refill(self) -> None:
        """Start workers until there are enough, some at a time."""
        missing = self._spare - len(self._idle) - len(self._starting)
        for _ in range(0 if self._closing else min(missing, _AT_ONCE - len(self._starting))):
            task = asyncio.create_task(self._add_idle())
            self._starting.add(task)
            task.add_done_callback(self._started)

    def _started(self, task: "asyncio.Task[bool]") -> None:
        self._starting.discard(task)
        if not task.cancelled() and task.result():
            self._refill()

    async def _add_idle(self) -> bool:
        """Start a worker; where it cannot be, the next job tries, and tells its client."""
        try:
            worker = await self._new()
        except (WorkerEndedError, ReplacedError):
            return False
        if self._closing:
            self._bury(worker)
        else:
            self._idle.append(worker)
        self._metrics.idle = len(self._idle)
        return True

    async def _new(self) -> WorkerProcess:
        settings = self._settings
        worker = await WorkerProcess.start(settings.where, settings.memory_limit)
        if worker.build != self._build:
            self._bury(worker)
            raise ReplacedError
        self._all.add(worker)
        return worker

    async def take(self) -> WorkerProcess:
        """A worker for a job; raises WorkerEndedError or ReplacedError where none can be had."""
        self._clear()
        while not self._idle and self._starting:
            await asyncio.wait(self._starting, return_when=asyncio.FIRST_COMPLETED)
        worker = self._idle.pop() if self._idle else await self._new()
        self._metrics.idle = len(self._idle)
        self._refill()
        return worker

    def _clear(self) -> None:
        """Let go of workers that have ended while they waited."""
        for worker in [worker for worker in self._idle if not worker.is_usable]:
            self._idle.remove(worker)
            self._bury(worker)

    def give_back(self, worker: WorkerProcess) -> None:
        """Let a worker stand by again, or end it where it is of no more use."""
        if worker.is_usable and not self._closing and len(self._idle) <= self._spare:
            self._idle.append(worker)
        else:
            self._bury(worker)
            self._refill()
        self._metrics.idle = len(self._idle)

    def _bury(self, worker: WorkerProcess) -> None:
        """End a worker, and forget it when it has ended."""

        async def forget() -> None:
            await worker.gone()
            self._all.discard(worker)

        worker.kill()
        task = asyncio.create_task(forget())
        self._burying.add(task)
        task.add_done_callback(self._burying.discard)

    def close(self) -> None:
        """Start no more workers, and keep none that is given back."""
        self._closing = True

    async def end(self) -> None:
        """End all workers at once."""
        self._closing = True
        for worker in self._all:
            worker.kill()
        for task in tuple(self._starting):
            task.cancel()
        await asyncio.gather(*self._starting, return_exceptions=True)
        await asyncio.gather(*(worker.gone() for worker in self._all))
        await asyncio.gather(*self._burying)
        self._idle.clear()
