"""Things and documents about them to what a client likes best: data, or the way to a page.

https://www.w3.org/TR/cooluris/#r303gendocument
"""

from functools import partial
from urllib.parse import unquote_to_bytes

from pyoxigraph import NamedNode
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from hemicycle.errors import ExportError
from hemicycle.mint import Mint
from hemicycle.serve.accept import choose_language
from hemicycle.serve.builds import Opened
from hemicycle.serve.cache import Body, make_body
from hemicycle.serve.entities import graph_bytes, is_known, read_entity
from hemicycle.serve.forms import GRAPH_FORMS, Choice, by_name, negotiate
from hemicycle.serve.languages import LANGUAGES
from hemicycle.serve.made import confirmed, kept_or_made
from hemicycle.serve.pages import HTML, missing
from hemicycle.serve.replies import not_acceptable, problem, reply
from hemicycle.serve.state import opened, state_of
from hemicycle.site.addresses import page_path

PAGE = "html"
"""The ending of an address that leads to the page, whatever a client likes best."""


async def thing(request: Request) -> Response:
    """303 from a thing to the document about it; 404 for what the graph does not know."""
    build = await opened(request)
    path = _path(request, "/id/")
    if await confirmed(build, partial(_node, build, path)) is None:
        return await _unknown(request, path)
    return RedirectResponse(f"{state_of(request).before}/doc/{path}", 303)


async def document(request: Request) -> Response:
    """What is known of a thing: as data, by header or ending, or on its page."""
    build = await opened(request)
    path = _path(request, "/doc/")
    node = await confirmed(build, partial(_node, build, path))
    if node is not None:
        wish = negotiate(request.headers.get("accept"), GRAPH_FORMS, HTML)
        if isinstance(wish, str):
            return _to_page(request, path)
        return await _data(request, build, node, wish)
    stem, _, ending = path.rpartition(".")
    choice = by_name(GRAPH_FORMS, ending)
    is_named = choice is not None or ending == PAGE
    node = await confirmed(build, partial(_node, build, stem)) if is_named else None
    if node is None:
        return await _unknown(request, path)
    return _to_page(request, stem) if choice is None else await _data(request, build, node, choice)


def _path(request: Request, before: str) -> str:
    """What stands behind `before` in the address, as it was sent."""
    raw: bytes = request.scope.get("raw_path") or request.scope["path"].encode()
    return raw.partition(b"?")[0].decode("ascii", "replace").removeprefix(before)


def _node(build: Opened, path: str) -> NamedNode | None:
    """The thing at a path, as it was sent or without its percent signs; None: not known."""
    for name in dict.fromkeys((path, unquote_to_bytes(path).decode("utf-8", "replace"))):
        try:
            node = build.build.mint.thing(name) if name else None
        except ValueError:  # no IRI
            continue
        if node is not None and is_known(build.build.store, node):
            return node
    return None


async def _unknown(request: Request, path: str) -> Response:
    return await missing(request, f"nothing is known of {path!r}")


def _to_page(request: Request, path: str) -> Response:
    language = choose_language(request.headers.get("accept-language"), LANGUAGES)
    headers = {"Vary": "Accept, Accept-Language"}
    address = state_of(request).before + page_path(path, language)
    return RedirectResponse(address, 302, headers)


async def _data(
    request: Request, build: Opened, node: NamedNode, choice: Choice | None
) -> Response:
    if choice is None:
        offers = [form.media_type for form in GRAPH_FORMS.values()]
        return not_acceptable(request, [*offers, "text/html"])
    key = f"data {choice.content_type} {node.value}"
    make = partial(_made, build, node, choice, state_of(request).before)
    try:
        body = await kept_or_made(build, key, make)
    except ExportError as error:
        return problem(request, 406, str(error))
    return reply(request, body, vary=("Accept",))


def _made(build: Opened, node: NamedNode, choice: Choice, before: str) -> Body:
    found, mint = read_entity(build.build.store, node), build.build.mint
    assert found is not None  # the caller has seen it
    headers = _links(node, mint, before)
    if found.is_cut:
        headers += (("X-Hemicycle-Truncated", "incoming"),)
    return make_body(
        graph_bytes(found.triples, choice.form, mint), choice.content_type, headers=headers
    )


def _links(node: NamedNode, mint: Mint, before: str) -> tuple[tuple[str, str], ...]:
    """The other forms of the same data, and what it is about: RFC 8288."""
    path = mint.path(node.value)
    others = [
        f'<{before}/doc/{path}.{name}>; rel="alternate"; type="{form.media_type}"'
        for name, form in GRAPH_FORMS.items()
    ]
    return (("Link", ", ".join([*others, f'<{node.value}>; rel="describes"'])),)
