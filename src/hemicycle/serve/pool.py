"""Jobs to outcomes by worker processes: each within its time, whatever it asks."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from hemicycle.serve.messages import Changed, Job, Outcome
from hemicycle.serve.metrics import Metrics
from hemicycle.serve.settings import PATIENCE, Settings
from hemicycle.serve.turns import CrowdedError, Turn, Turns
from hemicycle.serve.worker_process import WorkerEndedError, WorkerProcess

_LOOK_EVERY = 0.2
_AT_ONCE = 2
"""Workers that are started at once: more would only slow each other."""


class TimeOverError(Exception):
    """A query was ended because its time was over."""


class MadeRoomError(Exception):
    """A long query was ended because others waited and too many were long."""


class ReplacedError(Exception):
    """The folder holds another build than the one that a worker was started for."""


class Pool:
    """The query workers of one build; all its methods belong to one event loop."""

    def __init__(self, settings: Settings, build: str, metrics: Metrics) -> None:
        self._settings, self._build, self._metrics = settings, build, metrics
        self._turns = Turns(settings.query_workers)
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

    async def run(self, job: Job, address: str) -> Outcome:
        """The outcome of a job that somebody at an address asks for.

        Raises CrowdedError, TimeOverError, MadeRoomError, ReplacedError, or
        WorkerEndedError: the worker could get no more memory, or the query was nested
        so deeply that it could not be read.
        """
        turn = Turn(address, asyncio.get_running_loop().create_future())
        async with self._place(turn):
            worker = await self._take()
            try:
                outcome = await self._watch(worker, job, turn)
                if isinstance(outcome, Changed):
                    worker.kill()  # what it has open is there no more
                    raise ReplacedError
                return outcome
            finally:
                self._give_back(worker)

    @asynccontextmanager
    async def _place(self, turn: Turn) -> AsyncIterator[None]:
        self._turns.enter(turn)
        try:
            async with asyncio.timeout(self._settings.time_limit):
                await turn.place
        except TimeoutError as error:
            self._turns.leave(turn)
            raise CrowdedError(is_own=False) from error
        except asyncio.CancelledError:
            self._turns.leave(turn)
            raise
        self._metrics.running = self._turns.running
        try:
            yield
        finally:
            self._turns.leave(turn)
            self._metrics.running = self._turns.running

    async def _take(self) -> WorkerProcess:
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

    def _give_back(self, worker: WorkerProcess) -> None:
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

    async def _watch(self, worker: WorkerProcess, job: Job, turn: Turn) -> Outcome:
        """Wait for an outcome; a worker that is not heard to the end is of no more use."""
        running = asyncio.ensure_future(worker.run(job))
        deadline = time.monotonic() + self._settings.time_limit
        wait = min(PATIENCE, self._settings.time_limit)
        try:
            while not (await asyncio.wait([running], timeout=wait))[0]:
                left = deadline - time.monotonic()
                self._decide(worker, turn, left)
                wait = min(_LOOK_EVERY, left)
            return await running
        except BaseException:
            self._metrics.killed += 1
            worker.kill()
            raise
        finally:
            running.cancel()

    def _decide(self, worker: WorkerProcess, turn: Turn, left: float) -> None:
        if left <= 0:
            raise TimeOverError
        if not turn.is_long and self._turns.is_made_long(turn):
            worker.lower()
        elif not turn.is_long and self._turns.is_in_the_way(turn, self._settings.time_limit - left):
            raise MadeRoomError

    async def close(self) -> None:
        """End all workers, once the queries that run have ended."""
        self._closing = True
        while self._turns.running or self._turns.is_waited_for:
            await asyncio.sleep(_LOOK_EVERY)
        await self.end()

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
