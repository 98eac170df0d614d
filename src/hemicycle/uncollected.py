"""A stretch of work to the same without looks for circular garbage: it makes what stays."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Switch Python's search for circular garbage off, and on again as it was.

    Records of tens of thousands of pages hold no circles, and each search looks at all of them:
    a build that goes on from the last one spent a quarter of its time so. What has no circles
    is freed as ever.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
