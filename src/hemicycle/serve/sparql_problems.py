"""What a query could not be answered for to a status and words that say it."""

import signal

from starlette.requests import Request
from starlette.responses import Response

from hemicycle.serve.messages import Failed, Refused
from hemicycle.serve.pool import MadeRoomError, TimeOverError
from hemicycle.serve.replies import problem
from hemicycle.serve.settings import Settings
from hemicycle.serve.standby import ReplacedError
from hemicycle.serve.turns import CrowdedError
from hemicycle.serve.worker_process import WorkerEndedError


class LeftError(Exception):
    """The client went away before its query was done."""


FAILURES = (
    CrowdedError,
    LeftError,
    MadeRoomError,
    ReplacedError,
    TimeOverError,
    WorkerEndedError,
)
"""What may end a query that parsed."""

_LATER = {"Retry-After": "5"}


def refused(request: Request, outcome: Refused) -> Response:
    """400: a query that does not parse, or asks what is not done; line and column from 1."""
    place = f"line {outcome.line}: " if outcome.line is not None else ""
    remedy = f"; {outcome.remedy}" if outcome.remedy else ""
    return problem(
        request,
        400,
        f"{place}{outcome.problem}{remedy}",
        title="The query is refused",
        line=outcome.line,
        column=outcome.column,
    )


def unanswered(request: Request, outcome: Failed) -> Response:
    """502: the store elsewhere that has the graph did not do what we asked of it."""
    words = f"the store that has the graph {outcome.problem}"
    return problem(request, 502, words, title="The store does not answer")


def failed(request: Request, error: Exception, settings: Settings) -> Response:
    """The response to a query that was ended, or was not begun."""
    if isinstance(error, LeftError):
        return Response(status_code=499)  # for the log alone; what others log as well
    if isinstance(error, TimeOverError):
        seconds = settings.time_limit
        words = f"the query was ended: it was not done in {seconds:g} seconds; ask for less"
        return problem(request, 504, words, title="The query took too long", seconds=seconds)
    if isinstance(error, WorkerEndedError):
        return _ended(request, error, settings)
    if isinstance(error, CrowdedError) and error.is_own:
        words = "too many queries of yours wait already; ask again when they are answered"
        return problem(request, 429, words, headers=_LATER)
    words = "too many queries run; ask again later"
    if isinstance(error, ReplacedError):
        words = "the graph is being replaced; ask again later"
    if isinstance(error, MadeRoomError):
        words = "the query was ended: others waited and too many run long; ask for less, or later"
    return problem(request, 503, words, headers=_LATER)


def _ended(request: Request, error: WorkerEndedError, settings: Settings) -> Response:
    if error.is_memory:
        size = settings.memory_limit
        words = f"the query was ended: it needed more than {size} MB of memory; ask for less"
        return problem(
            request, 503, words, title="The query needed too much memory", megabytes=size
        )
    if error.cause == signal.SIGSEGV:
        return problem(request, 400, "the query is nested too deeply to be read")
    return problem(request, 503, "the query could not be run; ask again later", headers=_LATER)
