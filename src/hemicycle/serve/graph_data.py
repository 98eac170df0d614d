"""Addresses of the explorer to its page, to what it draws, and to GEXF, made once a build."""

from typing import Literal
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from hemicycle.serve.accept import choose_language
from hemicycle.serve.builds import Opened
from hemicycle.serve.cache import Body, make_body
from hemicycle.serve.graph_messages import GraphDone, GraphJob, GraphRefused
from hemicycle.serve.graph_process import (
    GraphCrowdedError,
    GraphEndedError,
    GraphReplacedError,
    Graphs,
)
from hemicycle.serve.languages import LANGUAGES
from hemicycle.serve.replies import problem, reply
from hemicycle.serve.state import State, opened, state_of

Kind = Literal["page", "json", "gexf"]

_TYPES: dict[Kind, str] = {
    "page": "text/html; charset=utf-8",
    "json": "application/json",
    "gexf": "application/gexf+xml",
}
_MOST_PARAMETERS = 120


async def graph_home(request: Request) -> Response:
    """The way to the explorer, in the language that a client likes best."""
    language = choose_language(request.headers.get("accept-language"), LANGUAGES)
    address = f"{state_of(request).before}/{language}/graph"
    return RedirectResponse(address, 302, {"Vary": "Accept-Language"})


async def graph_page(request: Request) -> Response:
    """The page of the explorer."""
    return await _made(request, "page", request.scope["path"].split("/")[1])


async def graph_data(request: Request) -> Response:
    """What the explorer draws, as JSON; `lang` is the language of its labels."""
    return await _made(request, "json", _language(request))


async def graph_gexf(request: Request) -> Response:
    """The same as GEXF, to download."""
    return await _made(request, "gexf", _language(request))


def _language(request: Request) -> str:
    language = request.query_params.get("lang", LANGUAGES[0])
    if language not in LANGUAGES:
        raise HTTPException(400, f"lang is one of {', '.join(LANGUAGES)}")
    return language


async def _made(request: Request, kind: Kind, language: str) -> Response:
    given = tuple((name, value) for name, value in request.query_params.multi_items() if value)
    if len(given) > _MOST_PARAMETERS:
        raise HTTPException(400, f"an address has at most {_MOST_PARAMETERS} parameters")
    build = await opened(request)
    key = f"graph {kind} {language} {urlencode(given)}"
    body = build.cache.get(key)
    if body is None:
        try:
            found = await _answered(request, build, kind, language, given)
        except GraphCrowdedError:
            words = "too many wait for networks; try again in a while"
            return problem(request, 503, words, headers={"Retry-After": "10"})
        except (GraphEndedError, GraphReplacedError):
            return problem(request, 503, "the network could not be made; try again")
        if isinstance(found, GraphRefused):
            return problem(request, 400, found.problem, remedy=found.remedy)
        build.cache.put(key, body := found)
    return reply(request, body)


async def _answered(
    request: Request,
    build: Opened,
    kind: Kind,
    language: str,
    given: tuple[tuple[str, str], ...],
) -> Body | GraphRefused:
    state, graphs = state_of(request), _graphs(request)
    file = state.answer_file()
    job = GraphJob(kind=kind, language=language, parameters=given, out=str(file))
    try:
        outcome = await _outcome(state, graphs, build, job)
        if not isinstance(outcome, GraphDone):
            return outcome
        return make_body(file.read_bytes(), _TYPES[kind], headers=_headers(kind, given))
    finally:
        file.unlink(missing_ok=True)


async def _outcome(
    state: State, graphs: Graphs, build: Opened, job: GraphJob
) -> GraphDone | GraphRefused:
    try:
        return await graphs.run(build.name, job)
    except GraphReplacedError:
        newer = await state.builds.current(at_once=True)
        return await graphs.run(newer.name, job)


def _headers(kind: Kind, given: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    if kind != "gexf":
        return ()
    name = dict(given).get("projection", "network")  # a name of ours: others were refused
    return (("Content-Disposition", f'attachment; filename="{name}.gexf"'),)


def _graphs(request: Request) -> Graphs:
    found: Graphs = request.app.state.graphs
    return found
