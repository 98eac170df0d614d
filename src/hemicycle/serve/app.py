"""The routes of a server, as one ASGI application."""

import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from hemicycle.errors import EndpointError
from hemicycle.serve.builds import Builds, OpenSite
from hemicycle.serve.documents import document, thing
from hemicycle.serve.files import dump, static
from hemicycle.serve.graph_data import graph_data, graph_gexf, graph_home, graph_page
from hemicycle.serve.graph_process import Graphs
from hemicycle.serve.health import health, metrics
from hemicycle.serve.languages import LANGUAGES
from hemicycle.serve.metrics import Metrics
from hemicycle.serve.pages import home, language_home, missing, page
from hemicycle.serve.replies import problem
from hemicycle.serve.secure import Secure
from hemicycle.serve.settings import Settings
from hemicycle.serve.sitemap import robots, sitemap
from hemicycle.serve.sparql import sparql
from hemicycle.serve.state import State
from hemicycle.serve.terms import context, terms
from hemicycle.serve.watch import Say, Watch, to_standard_error

_ROUTES = (
    Route("/", home),
    Route("/sparql", sparql, methods=["GET", "POST", "OPTIONS"]),
    Route("/id/{path:path}", thing),
    Route("/doc/{path:path}", document),
    Route("/ns", terms),
    Route("/ns.{ending}", terms),
    Route("/hemicycle.{ending}", terms),
    Route("/context.jsonld", context),
    Route("/dumps/{name:path}", dump),
    Route("/static/{name:path}", static),
    Route("/health", health),
    Route("/metrics", metrics),
    Route("/robots.txt", robots),
    Route("/sitemap.xml", sitemap),
    Route("/sitemap-{number}.xml", sitemap),
    Route("/graph", graph_home),
    Route("/graph/data", graph_data),
    Route("/graph/data.gexf", graph_gexf),
    *(Route(f"/{language}/graph", graph_page) for language in LANGUAGES),
    *(Route(f"/{language}", language_home) for language in LANGUAGES),
    *(Route(f"/{language}/{{rest:path}}", page) for language in LANGUAGES),
)


def make_app(
    settings: Settings,
    open_site: OpenSite,
    static_files: Path,
    *,
    base_url: str,
    say: Say = to_standard_error,
) -> Starlette:
    """The application that serves the build in a folder.

    `base_url` stands before absolute addresses. Raises ReadError where there is no build.
    """
    counters = Metrics()
    builds = Builds(settings, open_site, counters)

    @asynccontextmanager
    async def running(app: Starlette) -> AsyncIterator[None]:
        with tempfile.TemporaryDirectory(prefix="hemicycle-") as answers:
            app.state.hemicycle = State(settings, builds, counters, base_url, Path(answers))
            app.state.static = static_files
            app.state.graphs = graphs = Graphs(settings.where, settings.base_url or "")
            builds.start()
            try:
                yield
            finally:
                await graphs.close()
                await builds.close()

    return Starlette(
        routes=_ROUTES,
        middleware=[Middleware(Watch, metrics=counters, say=say), Middleware(Secure)],
        exception_handlers={
            HTTPException: _problem,
            EndpointError: _unanswered,
            500: _broken,
        },
        lifespan=running,
    )


async def _problem(request: Request, error: Exception) -> Response:
    """What is wrong with a request that no route answers: 404, 405 …"""
    assert isinstance(error, HTTPException)
    if error.status_code == 404:
        return await missing(request, error.detail)
    return problem(request, error.status_code, error.detail, headers=error.headers)


async def _unanswered(request: Request, error: Exception) -> Response:
    """503: the store elsewhere does not answer, or its graph is just being published anew."""
    words = "the graph cannot be read just now: its store does not answer, or is being filled"
    return problem(request, 503, words, headers={"Retry-After": "10"})


async def _broken(request: Request, error: Exception) -> Response:
    """500, without a word of what is inside."""
    return problem(request, 500, "something went wrong that is not your doing")
