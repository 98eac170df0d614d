"""The SPARQL endpoint: a query to an answer of a worker, or to the reason why there is none."""

import asyncio
from collections.abc import Coroutine, Mapping
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from hemicycle.serve.answers import file_response
from hemicycle.serve.builds import Opened
from hemicycle.serve.described import offers, without_query
from hemicycle.serve.forms import GRAPH_FORMS, ROW_FORMS, Choice, Form, by_name, negotiate
from hemicycle.serve.messages import Answered, Failed, Job, NotAcceptable, Outcome, Refused
from hemicycle.serve.protocol import Asked, RequestError, read_asked
from hemicycle.serve.replies import not_acceptable, problem
from hemicycle.serve.sparql_problems import FAILURES, LeftError, failed, refused, unanswered
from hemicycle.serve.standby import ReplacedError
from hemicycle.serve.state import State, opened, state_of

TRUNCATED = "X-Hemicycle-Truncated"
ROWS = "X-Hemicycle-Rows"
_ORIGINS = {
    "Access-Control-Expose-Headers": f"{TRUNCATED}, {ROWS}, Warning, Link, Retry-After",
}
_PREFLIGHT = {
    "Allow": "GET, HEAD, POST, OPTIONS",
    "Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Accept-Language, Authorization, Content-Type",
    "Access-Control-Max-Age": "86400",
}


async def sparql(request: Request) -> Response:
    """Answer a request to the endpoint."""
    if request.method == "OPTIONS":
        response = Response(status_code=204, headers=_PREFLIGHT)
    else:
        response = await _answer(request)
    response.headers.update(_ORIGINS)
    return response


async def _answer(request: Request) -> Response:
    build = await opened(request)
    try:
        asked = await read_asked(request, build.build.mint)
        rows = _choice(request, asked, ROW_FORMS)
        graph = _choice(request, asked, GRAPH_FORMS)
    except RequestError as error:
        return problem(request, error.status, error.words)
    if asked.query is None:
        return await without_query(request, build, asked)
    if rows is None and graph is None:
        return not_acceptable(request, offers("rows") + offers("triples"))
    return await _evaluated(request, build, asked, rows, graph)


def _choice(request: Request, asked: Asked, forms: Mapping[str, Form]) -> Choice | None:
    """The form of a kind of result; a form that is asked for by name goes before the header."""
    if asked.form is None:
        found = negotiate(request.headers.get("accept"), forms)
        return found if isinstance(found, Choice) else None
    if by_name(ROW_FORMS, asked.form) is None and by_name(GRAPH_FORMS, asked.form) is None:
        names = ", ".join((*ROW_FORMS, *GRAPH_FORMS))
        raise RequestError(400, f"there is no format {asked.form!r}; there is {names}")
    return by_name(forms, asked.form)


async def _evaluated(
    request: Request, build: Opened, asked: Asked, rows: Choice | None, graph: Choice | None
) -> Response:
    state = state_of(request)
    file = state.answer_file()
    job = Job(
        query=asked.query or "",
        out=str(file),
        row_limit=state.settings.row_limit,
        default_graphs=asked.default_graphs,
        named_graphs=asked.named_graphs,
        row_form=rows.form if rows else None,
        graph_form=graph.form if graph else None,
    )
    try:
        outcome = await _heard(request, _outcome(state, build, job, _address(request)))
        if isinstance(outcome, Answered):
            chosen = graph if outcome.kind == "triples" else rows
            return _answered(request, state, file, outcome, chosen)
    except FAILURES as error:
        return failed(request, error, state.settings)
    finally:
        file.unlink(missing_ok=True)
        file.with_name(f"{file.name}.part").unlink(missing_ok=True)
    if isinstance(outcome, NotAcceptable):
        if outcome.problem is not None:
            return problem(request, 406, outcome.problem)
        return not_acceptable(request, offers(outcome.kind))
    if isinstance(outcome, Failed):
        return unanswered(request, outcome)
    assert isinstance(outcome, Refused)
    return refused(request, outcome)


async def _outcome(state: State, build: Opened, job: Job, address: str) -> Outcome:
    try:
        return await build.pool.run(job, address)
    except ReplacedError:
        newer = await state.builds.current(at_once=True)
        return await newer.pool.run(job, address)


async def _heard(request: Request, running: Coroutine[None, None, Outcome]) -> Outcome:
    """An outcome; what runs is ended when nobody listens any more.

    Raises LeftError then, and what `Pool.run` raises.
    """
    task = asyncio.ensure_future(running)
    leaving = asyncio.ensure_future(_left(request))
    try:
        await asyncio.wait([task, leaving], return_when=asyncio.FIRST_COMPLETED)
        if not task.done():
            raise LeftError
        return await task
    finally:
        task.cancel()
        leaving.cancel()
        await asyncio.gather(task, leaving, return_exceptions=True)


async def _left(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


def _answered(
    request: Request, state: State, file: Path, outcome: Answered, chosen: Choice | None
) -> Response:
    assert chosen is not None  # the worker writes in a form it was given
    headers = {ROWS: str(outcome.rows), "Cache-Control": "no-cache"}
    if outcome.cut:
        state.metrics.cut += 1
        what = "triples" if outcome.kind == "triples" else "rows"
        words = f"the answer is not whole: it has the first {outcome.rows} {what} alone"
        headers[TRUNCATED] = outcome.cut
        headers["Warning"] = f'199 hemicycle "{words}"'
        if not state.builds.source.is_elsewhere:
            whole = f"<{state.before}/dumps/hemicycle.nq>"
            headers["Link"] = f'{whole}; rel="alternate"; type="application/n-quads"'
    return file_response(request, file, chosen.content_type, headers)
