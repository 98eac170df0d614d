"""Bodies and problems to HTTP responses: tags, smaller forms, the words of an error."""

from collections.abc import Mapping, Sequence

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from hemicycle.serve.accept import accepts_gzip, choose
from hemicycle.serve.cache import Body

JSON = "application/json"
_PROBLEM = "application/problem+json"
_TEXT = "text/plain"

VARY_CODING = "Accept-Encoding"


def reply(request: Request, body: Body, *, vary: Sequence[str] = ()) -> Response:
    """A body, in the coding that a client takes; 304 where the client has it already."""
    headers = dict(body.headers) | {
        "ETag": body.etag,
        "Vary": ", ".join((*vary, VARY_CODING)),
        "Cache-Control": "no-cache",
    }
    if body.status == 200 and is_known(request, body.etag):
        return Response(status_code=304, headers=headers)
    content = body.content
    if body.packed is not None and accepts_gzip(request.headers.get("accept-encoding")):
        content, headers["Content-Encoding"] = body.packed, "gzip"
    headers["Content-Type"] = body.content_type
    return Response(content, status_code=body.status, headers=headers)


def is_known(request: Request, etag: str) -> bool:
    """Whether a client says that it has what bears this tag: RFC 9110, section 13.1.2."""
    known = request.headers.get("if-none-match", "")
    if known.strip() == "*":
        return True
    plain = etag.removeprefix("W/")
    return plain in (tag.strip().removeprefix("W/") for tag in known.split(","))


def problem(
    request: Request,
    status: int,
    words: str,
    *,
    headers: Mapping[str, str] | None = None,
    **members: object,
) -> Response:
    """What went wrong, as text, or as JSON (RFC 9457) for who accepts that.

    `members` stand in the JSON beside title, status and detail, those that are None do not.
    """
    accept = request.headers.get("accept")
    form = choose(accept, (_TEXT, _PROBLEM, JSON))
    if form is None and accept is not None and "json" in accept.lower():
        form = _PROBLEM
    content, media_type = f"{words}\n".encode(), f"{_TEXT}; charset=utf-8"
    if form in (_PROBLEM, JSON):
        further = {name: value for name, value in members.items() if value is not None}
        content = msgspec.json.encode({"status": status, "detail": words, **further})
        media_type = form or _PROBLEM
    return Response(
        content,
        status_code=status,
        headers={"Vary": "Accept", "Cache-Control": "no-store", **(headers or {})},
        media_type=media_type,
    )


def not_acceptable(request: Request, offers: Sequence[str]) -> Response:
    """406, with the list of what there is."""
    words = f"none of what you accept is there; there is {', '.join(offers)}"
    return problem(request, 406, words, offers=list(offers))
