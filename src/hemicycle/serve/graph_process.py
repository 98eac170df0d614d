"""Graph jobs to answers, by one process that keeps the networks of a build."""

import asyncio
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process

import msgspec

from hemicycle.serve.graph_messages import (
    GraphDone,
    GraphFailed,
    GraphJob,
    GraphReady,
    GraphRefused,
    GraphReply,
)
from hemicycle.serve.messages import LENGTH, framed

_DECODER: msgspec.json.Decoder[GraphReply] = msgspec.json.Decoder(GraphReply)
_MOST_WAITING = 20
_TIME_LIMIT = 300.0
"""Seconds: the network of everything takes a while for a whole archive."""

_MEGABYTES = 4096


class GraphCrowdedError(Exception):
    """Too many wait for networks already."""


class GraphEndedError(Exception):
    """The process ended before it answered, or its time was over."""


class GraphReplacedError(Exception):
    """The folder holds another build than the one that was asked about."""


class Graphs:
    """The process that makes networks; it is started when somebody first asks.

    All methods belong to one event loop.
    """

    def __init__(self, where: str, before: str) -> None:
        self._where, self._before = where, before
        self._one_at_a_time = asyncio.Lock()
        self._process: Process | None = None
        self._build = ""
        self._waiting = 0

    async def run(self, build: str, job: GraphJob) -> GraphDone | GraphRefused:
        """The outcome of a job on the build of this name.

        Raises GraphCrowdedError, GraphReplacedError and GraphEndedError.
        """
        if self._waiting >= _MOST_WAITING:
            raise GraphCrowdedError
        self._waiting += 1
        try:
            async with self._one_at_a_time:
                return await self._run(build, job)
        finally:
            self._waiting -= 1

    async def _run(self, build: str, job: GraphJob) -> GraphDone | GraphRefused:
        try:
            async with asyncio.timeout(_TIME_LIMIT):
                process = await self._started(build)
                assert process.stdin is not None
                process.stdin.write(framed(job))
                await process.stdin.drain()
                reply = await _reply(process)
        except (OSError, asyncio.IncompleteReadError, TimeoutError) as error:
            await self.close()
            raise GraphEndedError from error
        except BaseException:
            await self.close()  # it may be in the middle of an answer
            raise
        if isinstance(reply, GraphFailed):
            await self.close()  # it has a build open that is there no more
            raise GraphReplacedError
        assert not isinstance(reply, GraphReady)
        return reply

    async def _started(self, build: str) -> Process:
        """The process for a build; one for another build is ended."""
        if self._process is None or self._process.returncode is not None or self._build != build:
            await self.close()
            command = (sys.executable, "-P", "-m", "hemicycle.serve.graph_worker")
            self._process = await asyncio.create_subprocess_exec(
                *command,
                *(self._where, str(_MEGABYTES), self._before),
                stdin=PIPE,
                stdout=PIPE,
                stderr=DEVNULL,
            )
            ready = await _reply(self._process)
            self._build = ready.build if isinstance(ready, GraphReady) else ""
        if self._build != build:
            raise GraphReplacedError
        return self._process

    async def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            if process.returncode is None:
                process.kill()
            await process.wait()


async def _reply(process: Process) -> GraphReply:
    assert process.stdout is not None
    (length,) = LENGTH.unpack(await process.stdout.readexactly(LENGTH.size))
    return _DECODER.decode(await process.stdout.readexactly(length))
