"""The address of a Dask scheduler to the workers of its cluster, who do tasks for a build.

Only here is Dask asked for anything; the extra `dask` installs it.
"""

import gc
import logging
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, Executor, Future
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

from hemicycle.errors import BuildError, ExportError
from hemicycle.fitness import leave_mark, refuse_other, refuse_threads, refuse_unfit
from hemicycle.optional import optional
from hemicycle.software import Version, software

Task = TypeVar("Task")
Result = TypeVar("Result")

SELDOM = (100_000, 50, 50)
"""How seldom a worker looks for cycles: records and triples have none.

Python's own thresholds cost a quarter of the time that a batch takes.
"""


class Scheduled:
    """The workers of a cluster as they are at the moment: some may come, some may die."""

    def __init__(self, client: Any, patience: float) -> None:
        self._client = client
        self._pool: Executor = client.get_executor(pure=False)
        self._patience = patience

    def size(self) -> int:
        """How many tasks the cluster does at once."""
        return len(self._client.nthreads())

    def submit(self, do: Callable[[Task], Result], task: Task) -> Future[Result]:
        """Hand a task to the cluster; when its worker dies another does it."""
        return self._pool.submit(work, do, task, software())

    def result(self, future: Future[Result]) -> Result:
        """What a task gave, however long it takes, as long as there are workers."""
        while True:
            try:
                return future.result(self._patience)
            except TimeoutError:
                if future.done():
                    raise
                self._client.wait_for_workers(1, self._patience)


def work(do: Callable[[Task], Result], task: Task, wanted: tuple[Version, ...]) -> Result:
    """Do a task in a worker, which has other work before and after it.

    Raises BuildError when the software is not the one wanted, or other tasks are done
    beside this one: the worker may have come after the build began.
    """
    refuse_other("a worker", software(), wanted)
    refuse_threads("a worker", _package("distributed").get_worker().state.nthreads)
    usual = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        return do(task)
    finally:
        gc.set_threshold(*usual)


@contextmanager
def scheduled(address: str) -> Iterator[Scheduled]:
    """The workers of the scheduler at an address.

    Raises BuildError when Dask is not installed, the scheduler does not answer or goes
    away, no worker is there, or a task kills one worker after another.
    """
    distributed = _package("distributed")
    with _said(address, distributed), _client(address, distributed) as client:
        yield Scheduled(client, _patience())


def check_workers(address: str, folder: Path, paths: Sequence[Path]) -> None:
    """Have every worker write to the folder of the build, and look at its paths.

    Raises BuildError for the first thing that is not as it must be, see docs/cluster.md.
    """
    distributed = _package("distributed")
    there = [str(path.absolute()) for path in paths if path.exists()]
    with _said(address, distributed), _client(address, distributed) as client:
        client.wait_for_workers(1, _patience())
        marks = client.run(leave_mark, str(folder), there, on_error="return")
        refuse_unfit(client.nthreads(), marks, folder, software())


def _package(name: str) -> ModuleType:
    try:
        return optional(name, "dask")
    except ExportError as error:
        raise BuildError(error.problem, remedy=error.remedy) from error


@contextmanager
def _client(address: str, distributed: ModuleType) -> Iterator[Any]:
    """A connection; closing it takes back what is not done yet."""
    log = logging.getLogger("distributed.client")
    usual = log.level
    log.setLevel(logging.CRITICAL)  # it logs as tracebacks what we say in a line
    try:
        with _connected(address, distributed) as client:
            yield client
    finally:
        log.setLevel(usual)


def _connected(address: str, distributed: ModuleType) -> Any:
    try:
        return distributed.Client(address, set_as_default=False)
    except (OSError, TypeError, ValueError) as error:
        raise BuildError(
            f"no Dask scheduler answers at {address!r} ({error})",
            remedy="start one with: dask scheduler; it prints its address",
        ) from error


def _patience() -> float:
    """So many seconds Dask waits for a connection: so long we wait for a worker too."""
    dask = _package("dask")
    wait: float = dask.utils.parse_timedelta(dask.config.get("distributed.comm.timeouts.connect"))
    return wait


@contextmanager
def _said(address: str, distributed: ModuleType) -> Iterator[None]:
    """What Dask raises, as what the user can do about it."""
    try:
        yield
    except distributed.scheduler.KilledWorker as error:
        raise BuildError(
            "workers of the cluster died, each at the same task",
            remedy="give each worker more memory: dask worker --memory-limit",
        ) from error
    except (
        CancelledError,
        distributed.comm.CommClosedError,
        distributed.client.FutureCancelledError,
    ) as error:
        raise BuildError(f"the scheduler at {address!r} went away", remedy="build again") from error
    except ImportError as error:
        raise BuildError(
            f"a worker cannot run hemicycle ({error})", remedy="install there what is here"
        ) from error
    except TimeoutError as error:
        raise BuildError(
            f"the scheduler at {address!r} has no worker",
            remedy=f"start some with: dask worker {address} --nthreads 1",
        ) from error
