"""Work that may hang to its result, or to an error once its time is over."""

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TypeVar

from hemicycle.errors import BrokenError

Result = TypeVar("Result")


def within(seconds: float, work: Callable[[], Result]) -> Result:
    """What `work` gives or raises; BrokenError when it takes longer.

    The time limits of a socket hold for each wait alone: a server that sends a byte
    now and then outlives them. Work that is too late is left behind in its thread.

    >>> within(10, lambda: 4)
    4
    """
    ends: SimpleQueue[Result | BaseException] = SimpleQueue()
    Thread(target=lambda: ends.put(_end(work)), daemon=True).start()
    try:
        end = ends.get(timeout=seconds)
    except Empty:
        raise BrokenError(f"no whole answer within {seconds:g} s") from None
    if isinstance(end, BaseException):
        raise end
    return end


def _end(work: Callable[[], Result]) -> Result | BaseException:
    """What the work came to: an error is handed over to the thread that waits, and raised there."""
    try:
        return work()
    except BaseException as error:
        return error
