"""Tasks to their results, in order, by worker processes, those of a cluster, or this one."""

import gc
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context
from typing import Protocol, TypeVar

from hemicycle.errors import BuildError
from hemicycle.scheduler import SELDOM, scheduled

Task = TypeVar("Task")
Result = TypeVar("Result")

AHEAD = 3
"""So many tasks a worker are handed out before the first result is taken."""

FEW_PAGES = 300
"""Fewer are done before a new process has read the authority files."""


class Crew(Protocol):
    """Those who do tasks, wherever they are."""

    def size(self) -> int:
        """How many tasks they do at once."""

    def submit(self, do: Callable[[Task], Result], task: Task) -> Future[Result]:
        """Hand them a task."""

    def result(self, future: Future[Result]) -> Result:
        """What a task gave, as soon as it is done."""


def worker_count(wanted: int | None, pages: int) -> int:
    """How many processes work: those wanted, else one a processor; 1 for this one alone."""
    if wanted is not None:
        return max(1, wanted)
    return 1 if pages < FEW_PAGES else (os.cpu_count() or 1)


def in_order(
    do: Callable[[Task], Result],
    tasks: Iterable[Task],
    workers: int,
    scheduler: str | None = None,
) -> Iterator[Result]:
    """The result of each task in the order of the tasks.

    With the address of a Dask scheduler its cluster does them, whatever `workers` says.
    Raises what a task raises, and BuildError when workers died.
    """
    if scheduler is not None:
        with scheduled(scheduler) as crew:
            yield from _taken(do, iter(tasks), crew)
    elif workers > 1:
        with _processes(workers) as crew:
            yield from _taken(do, iter(tasks), crew)
    else:
        yield from map(do, tasks)


class _Processes:
    """Some processes of this machine."""

    def __init__(self, pool: ProcessPoolExecutor, size: int) -> None:
        self._pool = pool
        self._size = size

    def size(self) -> int:
        """All of them; if one dies there is no going on."""
        return self._size

    def submit(self, do: Callable[[Task], Result], task: Task) -> Future[Result]:
        """Hand over a task."""
        return self._pool.submit(do, task)

    def result(self, future: Future[Result]) -> Result:
        """What a task gave."""
        return future.result()


@contextmanager
def _processes(count: int) -> Iterator[_Processes]:
    """Processes that are spawned, never forked: the parent may hold an open store.

    What is not begun when the caller leaves is not done. The pool takes it back itself: a
    future cancelled from here, while the pool tells all of them that a worker died, stops the
    thread that tells it, and the other workers wait for ever.
    """
    pool = ProcessPoolExecutor(
        count, mp_context=get_context("spawn"), initializer=gc.set_threshold, initargs=SELDOM
    )
    try:
        yield _Processes(pool, count)
    except BrokenProcessPool as error:
        raise BuildError(
            "a worker process died", remedy="free memory, or build with fewer --workers"
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _taken(do: Callable[[Task], Result], tasks: Iterator[Task], crew: Crew) -> Iterator[Result]:
    """Results in order; as many tasks lie with the crew as keep it busy, and no more."""
    waiting: deque[Future[Result]] = deque()

    def hand_out() -> None:
        free = max(1, crew.size() * AHEAD - len(waiting))
        waiting.extend(crew.submit(do, task) for task in islice(tasks, free))

    hand_out()
    while waiting:
        result = crew.result(waiting.popleft())
        hand_out()
        yield result
