"""How a server is: the build it serves, and its counters."""

import anyio.to_thread
import msgspec
from starlette.requests import Request
from starlette.responses import Response

from hemicycle.query import Rows, plain, run_query
from hemicycle.serve.builds import Opened
from hemicycle.serve.cache import Body, make_body
from hemicycle.serve.entities import own_query
from hemicycle.serve.metrics import MEDIA_TYPE
from hemicycle.serve.state import opened, state_of

_UNCACHED = {"Cache-Control": "no-store"}


async def health(request: Request) -> Response:
    """Whether the build can be asked, which it is, and how many questions it has read."""
    build = await opened(request)
    body = build.cache.get("health")
    if body is None:
        body = await anyio.to_thread.run_sync(_made, build)
        build.cache.put("health", body)
    found = msgspec.json.decode(body.content)
    found |= {"problem": state_of(request).builds.problem or None}
    return Response(msgspec.json.encode(found), headers=_UNCACHED, media_type="application/json")


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
    text = state_of(request).metrics.text()
    return Response(text, headers={**_UNCACHED, "Content-Type": MEDIA_TYPE})
