"""Addresses of pages to pages for people, made once a build."""

from collections.abc import Mapping
from functools import partial
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from hemicycle.errors import EndpointError, HemicycleError
from hemicycle.serve.accept import choose, choose_language
from hemicycle.serve.builds import Opened
from hemicycle.serve.cache import Body, make_body
from hemicycle.serve.languages import LANGUAGES
from hemicycle.serve.made import confirmed, kept_or_made
from hemicycle.serve.replies import problem, reply
from hemicycle.serve.site_face import Page
from hemicycle.serve.state import opened, state_of

HTML = ("text/html", "application/xhtml+xml")
_MOST_PARAMETERS = 30


async def missing(request: Request, words: str) -> Response:
    """404: a page for who likes that best, else words."""
    accept = request.headers.get("accept", "*/*")
    if choose(accept, ("text/plain", *HTML)) not in HTML:
        return problem(request, 404, words)
    build = await opened(request)
    language = choose_language(request.headers.get("accept-language"), LANGUAGES)
    path = request.scope["path"]
    found = await confirmed(build, partial(build.pages.not_found, language, path))
    return reply(request, _body(found, 404), vary=("Accept", "Accept-Language"))


async def home(request: Request) -> Response:
    """The way to the first page, in the language that a client likes best."""
    language = choose_language(request.headers.get("accept-language"), LANGUAGES)
    address = f"{state_of(request).before}/{language}/"
    return RedirectResponse(address, 302, {"Vary": "Accept-Language"})


async def language_home(request: Request) -> Response:
    """`/fr` is `/fr/`."""
    return RedirectResponse(f"{state_of(request).before}{request.url.path}/", 308)


async def page(request: Request) -> Response:
    """One page of the site."""
    build = await opened(request)
    path = request.scope["path"]
    parameters = _parameters(request)
    try:
        body = await _made(request, build, path, parameters)
    except EndpointError:
        raise
    except HemicycleError as error:
        return problem(request, 400, str(error))
    return reply(request, body)


def _parameters(request: Request) -> dict[str, str]:
    """The parameters of an address, the last of those with one name; empty ones say nothing."""
    given = request.query_params.multi_items()
    if len(given) > _MOST_PARAMETERS:
        raise HTTPException(400, f"an address has at most {_MOST_PARAMETERS} parameters")
    return {name: value for name, value in given if value}


async def _made(request: Request, build: Opened, path: str, parameters: Mapping[str, str]) -> Body:
    """The page; from a build that took the place of this one where its texts are gone already."""
    key = f"page {path}?{urlencode(sorted(parameters.items()))}"
    try:
        return await kept_or_made(build, key, partial(_render, build, path, parameters))
    except (HemicycleError, OSError):
        newer = await state_of(request).builds.current(at_once=True)
        if newer is build:
            raise
        return await kept_or_made(newer, key, partial(_render, newer, path, parameters))


def _render(build: Opened, path: str, parameters: Mapping[str, str]) -> Body:
    found = build.pages.page(path, parameters)
    if found is None:
        language = path.split("/")[1]
        return _body(build.pages.not_found(language, path), 404)
    return _body(found, 200)


def _body(found: Page, status: int) -> Body:
    headers: tuple[tuple[str, str], ...] = ()
    if found.file_name is not None:
        headers = (("Content-Disposition", f'attachment; filename="{found.file_name}"'),)
    return make_body(found.html.encode(), found.media_type, headers=headers, status=status)
