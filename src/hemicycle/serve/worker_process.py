"""A query worker as the server sees it: started, given one job at a time, killed."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process

import msgspec

from hemicycle.serve.messages import LENGTH, Job, Outcome, Ready, Reply, framed

_DECODER: msgspec.json.Decoder[Reply] = msgspec.json.Decoder(Reply)
_STARTS_WITHIN = 60.0
_LOWER = 10
"""How much nicer than the others a worker is made that works long, see nice(1)."""


class WorkerEndedError(Exception):
    """A worker ended by itself; `cause` is the signal that ended it, 0 where there was none."""

    def __init__(self, cause: int) -> None:
        super().__init__(f"ended by signal {cause}")
        self.cause = cause

    @property
    def is_memory(self) -> bool:
        """Whether it could get no more memory: it aborts, or the system ends it."""
        return self.cause in (signal.SIGABRT, signal.SIGKILL)


class WorkerProcess:
    """One process that evaluates queries on one build."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self._is_spent = False
        self.build = ""

    @property
    def is_usable(self) -> bool:
        """Whether it can be given a further job, and goes before others as any does."""
        return not self._is_spent and self._process.returncode is None

    @classmethod
    async def start(cls, where: str, megabytes: int) -> "WorkerProcess":
        """A worker that has opened the build at a folder or an address.

        Raises WorkerEndedError where it could not.
        """
        command = (sys.executable, "-P", "-m", "hemicycle.serve.worker")
        process = await asyncio.create_subprocess_exec(
            *command, where, str(megabytes), stdin=PIPE, stdout=PIPE, stderr=DEVNULL
        )
        worker = cls(process)
        try:
            async with asyncio.timeout(_STARTS_WITHIN):
                ready = await worker._reply()
        except BaseException as error:
            worker.kill()
            await worker.gone()
            if isinstance(error, TimeoutError):
                raise WorkerEndedError(0) from error
            raise
        if not isinstance(ready, Ready):
            raise WorkerEndedError(0)
        worker.build = ready.build
        return worker

    async def run(self, job: Job) -> Outcome:
        """The outcome of one job; raises WorkerEndedError where the worker did not survive it."""
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(framed(job))
            await self._process.stdin.drain()
        except (BrokenPipeError, ConnectionResetError) as error:
            raise await self._ended() from error
        reply = await self._reply()
        if isinstance(reply, Ready):
            raise WorkerEndedError(0)
        return reply

    async def _reply(self) -> Reply:
        assert self._process.stdout is not None
        try:
            head = await self._process.stdout.readexactly(LENGTH.size)
            (length,) = LENGTH.unpack(head)
            body = await self._process.stdout.readexactly(length)
        except asyncio.IncompleteReadError as error:
            raise await self._ended() from error
        return _DECODER.decode(body)

    async def _ended(self) -> WorkerEndedError:
        return WorkerEndedError(max(0, -await self._process.wait()))

    def lower(self) -> None:
        """Let all others go before it, for as long as it lives: it is given no further job."""
        self._is_spent = True
        if self._process.returncode is None:
            os.setpriority(os.PRIO_PROCESS, self._process.pid, _LOWER)

    def kill(self) -> None:
        """End it, whatever it does."""
        self._is_spent = True
        if self._process.returncode is None:
            self._process.kill()

    async def gone(self) -> None:
        """Wait until the process has ended."""
        await self._process.wait()
