"""How a server is: the build it serves, and its counters."""

from functools import partial

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from hemicycle.errors import EndpointError
from hemicycle.query import Rows, plain, run_query
from hemicycle.serve.builds import Opened, problem_words
from hemicycle.serve.cache import Body, make_body
from hemicycle.serve.entities import own_query
from hemicycle.serve.made import kept_or_made
from hemicycle.serve.metrics import MEDIA_TYPE
from hemicycle.serve.state import opened, state_of

_UNCACHED = {"Cache-Control": "no-store"}


async def health(request: Request) -> Response:
    """Whether the build can be asked, which it is, and how many questions it has read."""
    build, builds = await opened(request), state_of(request).builds
    problem = builds.problem
    try:
        body = await kept_or_made(build, "health", partial(_made, build))
        found = msgspec.json.decode(body.content)
    except EndpointError as error:
        found, problem = {"build": build.name}, problem_words(error)
    ok = "ok" in found and not (problem and builds.source.is_elsewhere)
    content = msgspec.json.encode({**found, "ok": ok, "problem": problem or None})
    status = 200 if ok else 503
    return Response(content, status, headers=_UNCACHED, media_type="application/json")


def _made(build: Opened) -> Body:
    found = run_query(build.build.store, own_query("questions"), build.build.mint)
    assert isinstance(found, Rows)
    read = int(plain(found.rows[0][0]))
    facts = {
        "ok": True,
        "build": build.name,
        "form": build.manifest.form,
        "software": build.manifest.software,
        "questions": read,
    }
    return make_body(msgspec.json.encode(facts), "application/json")


async def metrics(request: Request) -> Response:
    """The counters, for Prometheus."""
    state = state_of(request)
    state.metrics.has_problem = bool(state.builds.problem)
    text = state.metrics.text()
    return Response(text, headers={**_UNCACHED, "Content-Type": MEDIA_TYPE})
