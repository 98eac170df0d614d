"""Tasks to their results, in order, by worker processes or by this one."""

import gc
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

from hemicycle.errors import BuildError

Task = TypeVar("Task")
Result = TypeVar("Result")

AHEAD = 3
"""So many tasks a worker are handed out before the first result is taken."""

FEW_PAGES = 300
"""Fewer are done before a new process has read the authority files."""


def worker_count(wanted: int | None, pages: int) -> int:
    """How many processes work: those wanted, else one a processor; 1 for this one alone."""
    if wanted is not None:
        return max(1, wanted)
    return 1 if pages < FEW_PAGES else (os.cpu_count() or 1)


def in_order(do: Callable[[Task], Result], tasks: Iterable[Task], workers: int) -> Iterator[Result]:
    """The result of each task in the order of the tasks.

    Workers are spawned, never forked: the parent may hold an open store. Raises what a
    task raises, and BuildError when a worker died.
    """
    if workers <= 1:
        yield from map(do, tasks)
        return
    try:
        with ProcessPoolExecutor(
            workers, mp_context=get_context("spawn"), initializer=_collect_seldom
        ) as pool:
            yield from _taken(do, iter(tasks), pool, workers * AHEAD)
    except BrokenProcessPool as error:
        raise BuildError(
            "a worker process died", remedy="free memory, or build with fewer --workers"
        ) from error


def _collect_seldom() -> None:
    """Let the worker look for cycles seldom: its records and triples have none.

    Python's own thresholds cost a quarter of the time that a batch takes.
    """
    gc.set_threshold(100_000, 50, 50)


def _taken(
    do: Callable[[Task], Result], tasks: Iterator[Task], pool: Executor, ahead: int
) -> Iterator[Result]:
    waiting: deque[Future[Result]] = deque(pool.submit(do, task) for task in islice(tasks, ahead))
    try:
        while waiting:
            result = waiting.popleft().result()
            waiting.extend(pool.submit(do, task) for task in islice(tasks, 1))
            yield result
    finally:
        for future in waiting:
            future.cancel()
