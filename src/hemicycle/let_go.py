"""An error to the same without what the functions held that it came through."""

from collections.abc import Callable
from functools import wraps
from traceback import clear_frames
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Made = TypeVar("Made")


def let_go(error: BaseException | None) -> None:
    """Empty the functions that an error, and those it came of, left behind.

    They may hold results of the store, which the thread that made them must free; and
    urllib3's hold the error itself, a ring that whichever thread comes along takes apart.
    """
    while error is not None:
        clear_frames(error.__traceback__)
        error = error.__context__


def letting_go(do: Callable[Given, Made]) -> Callable[Given, Made]:
    """A function for a thread of its own: what it raises there carries nothing elsewhere."""

    @wraps(do)
    def done(*given: Given.args, **named: Given.kwargs) -> Made:
        try:
            return do(*given, **named)
        except BaseException as error:
            let_go(error)
            raise

    return done
