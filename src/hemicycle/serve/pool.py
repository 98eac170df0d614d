"""Jobs to outcomes by worker processes: each within its time, whatever it asks."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from hemicycle.serve.messages import Changed, Job, Outcome
from hemicycle.serve.metrics import Metrics
from hemicycle.serve.settings import PATIENCE, Settings
from hemicycle.serve.standby import ReplacedError, Standby
from hemicycle.serve.turns import CrowdedError, Turn, Turns
from hemicycle.serve.worker_process import WorkerProcess

_LOOK_EVERY = 0.2


class TimeOverError(Exception):
    """A query was ended because its time was over."""


class MadeRoomError(Exception):
    """A long query was ended because others waited and too many were long."""


class Pool:
    """The query workers of one build; all its methods belong to one event loop."""

    def __init__(self, settings: Settings, build: str, metrics: Metrics) -> None:
        self._settings, self._metrics = settings, metrics
        self._turns = Turns(settings.query_workers)
        self._workers = Standby(settings, build, metrics)

    def warm(self) -> None:
        """Start the workers that wait for jobs, beside what else is done."""
        self._workers.warm()

    async def ready(self) -> None:
        """Start workers, and wait for the first."""
        await self._workers.ready()

    async def run(self, job: Job, address: str) -> Outcome:
        """The outcome of a job that somebody at an address asks for.

        Raises CrowdedError, TimeOverError, MadeRoomError, ReplacedError, or
        WorkerEndedError: the worker could get no more memory, or the query was nested
        so deeply that it could not be read.
        """
        turn = Turn(address, asyncio.get_running_loop().create_future())
        async with self._place(turn):
            worker = await self._workers.take()
            try:
                outcome = await self._watch(worker, job, turn)
                if isinstance(outcome, Changed):
                    worker.kill()  # what it has open is there no more
                    raise ReplacedError
                return outcome
            finally:
                self._workers.give_back(worker)

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
        self._workers.close()
        while self._turns.running or self._turns.is_waited_for:
            await asyncio.sleep(_LOOK_EVERY)
        await self.end()

    async def end(self) -> None:
        """End all workers at once."""
        await self._workers.end()
