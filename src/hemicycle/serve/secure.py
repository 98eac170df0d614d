"""What every response says of what a browser may do with it: little but read it, from any page."""

from collections.abc import Iterable
from types import MappingProxyType

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from hemicycle.serve.replies import problem
from hemicycle.serve.settings import LONGEST_ADDRESS


def content_policy(styles: Iterable[str] = ()) -> str:
    """The Content-Security-Policy: nothing from another host, no inline script or style.

    `styles` are the hashes of inline styles that are allowed nevertheless.
    """
    return "; ".join(
        (
            "default-src 'self'",
            "script-src 'self'",
            " ".join(("style-src 'self'", *styles)),
            "img-src 'self' data:",
            "font-src 'self' data:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


HEADERS = MappingProxyType(
    {
        "Content-Security-Policy": content_policy(),
        "Access-Control-Allow-Origin": "*",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
    }
)


class Secure:
    """Adds the headers to each response that does not have them."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        app: ASGIApp = _too_long if _length(scope) > LONGEST_ADDRESS else self._app
        await app(scope, receive, sending)


def _length(scope: Scope) -> int:
    """Bytes of path and parameters."""
    return len(scope.get("raw_path") or b"") + len(scope.get("query_string") or b"")


async def _too_long(scope: Scope, receive: Receive, send: Send) -> None:
    words = f"an address has at most {LONGEST_ADDRESS} bytes; post what is longer"
    response = problem(Request(scope), 414, words)
    await response(scope, receive, send)
