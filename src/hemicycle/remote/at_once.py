"""Tasks to their results, some tasks at once: what waits for a server elsewhere waits together."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, wait
from typing import TypeVar

from hemicycle.let_go import letting_go

Made = TypeVar("Made")

AT_ONCE = 4
"""So many requests are under way: more than two cores have work for, and no burden to a server."""


def at_once(pool: Executor, tasks: Iterable[Callable[[], Made]]) -> Iterator[Made]:
    """The results in the order of the tasks; tasks are taken as they are needed.

    What a task raises is raised in its turn; those under way end first, no other begins.

    >>> from concurrent.futures import ThreadPoolExecutor
    >>> with ThreadPoolExecutor(2) as pool:
    ...     list(at_once(pool, iter([lambda: 1, lambda: 2])))
    [1, 2]
    """
    waiting: deque[Future[Made]] = deque()
    try:
        for task in tasks:
            waiting.append(pool.submit(letting_go(task)))
            if len(waiting) > AT_ONCE:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        wait([future for future in waiting if not future.cancel()])
