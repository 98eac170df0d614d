"""The address of our terms to the ontology: Turtle, JSON-LD, a page or its picture."""

import base64
import re
from functools import cache
from hashlib import sha256
from types import MappingProxyType

from starlette.requests import Request
from starlette.responses import Response

from hemicycle.assets import asset
from hemicycle.serve.cache import Body, make_body
from hemicycle.serve.forms import GRAPH_FORMS, Choice, negotiate
from hemicycle.serve.pages import HTML
from hemicycle.serve.replies import not_acceptable, problem, reply
from hemicycle.serve.secure import content_policy

_FILES = MappingProxyType(
    {
        "ttl": ("hemicycle.ttl", "text/turtle; charset=utf-8"),
        "jsonld": ("hemicycle.jsonld", "application/ld+json"),
        "html": ("hemicycle.html", "text/html; charset=utf-8"),
        "svg": ("hemicycle.svg", "image/svg+xml"),
        "context": ("context.jsonld", "application/ld+json"),
    }
)
_OFFERED = {name: form for name, form in GRAPH_FORMS.items() if name in _FILES}
_STYLE = re.compile(rb"<style>([^<]*)</style>")


async def terms(request: Request) -> Response:
    """The ontology, by header or by ending."""
    ending = request.path_params.get("ending")
    if ending is not None:
        if ending not in _FILES or ending == "context":
            return problem(request, 404, f"the ontology has no form {ending!r}")
        return reply(request, _body(ending))
    wish = negotiate(request.headers.get("accept"), _OFFERED, HTML)
    if wish is None:
        offers = [form.media_type for form in _OFFERED.values()]
        return not_acceptable(request, [*offers, "text/html"])
    name = wish.form if isinstance(wish, Choice) else "html"
    return reply(request, _body(name), vary=("Accept",))


async def context(request: Request) -> Response:
    """The JSON-LD context that our documents carry."""
    return reply(request, _body("context"))


@cache
def _body(name: str) -> Body:
    """One file; a page with style of its own says which, so that it alone is allowed."""
    file, content_type = _FILES[name]
    content = (asset("ontology") / file).read_bytes()
    styles = sorted({_source(found[1]) for found in _STYLE.finditer(content)})
    allowed = (("Content-Security-Policy", content_policy(styles)),) if styles else ()
    return make_body(content, content_type, headers=allowed)


def _source(style: bytes) -> str:
    """A style as Content-Security-Policy allows it by its hash."""
    return f"'sha256-{base64.b64encode(sha256(style).digest()).decode()}'"
