"""Requests and their answers to lines of the common log format, and to counters.

https://httpd.apache.org/docs/current/logs.html#common
"""

import sys
import time
from collections.abc import Callable
from datetime import datetime

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from hemicycle.serve.languages import LANGUAGES
from hemicycle.serve.metrics import Metrics

Say = Callable[[str], None]
_NAMED = frozenset(
    ("sparql", "id", "doc", "ns", "graph", "dumps", "static", "health", "metrics", "robots.txt")
)
_METHODS = frozenset(("GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE", "PATCH"))
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def to_standard_error(line: str) -> None:
    """Write a line where a log belongs."""
    sys.stderr.write(f"{line}\n")


class Watch:
    """Counts and logs every request, whatever becomes of it."""

    def __init__(self, app: ASGIApp, metrics: Metrics, say: Say) -> None:
        self._app, self._metrics, self._say = app, metrics, say

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status, size, begun = 500, 0, time.perf_counter()

        async def sending(message: Message) -> None:
            nonlocal status, size
            if message["type"] == "http.response.start":
                status = message["status"]
            elif scope["method"] != "HEAD":
                size += len(message.get("body", b""))
            await send(message)

        try:
            await self._app(scope, receive, sending)
        finally:
            method = scope["method"] if scope["method"] in _METHODS else "other"
            seconds = time.perf_counter() - begun
            self._metrics.count(route_of(scope["path"]), method, status, seconds)
            self._say(log_line(scope, status, size, datetime.now().astimezone()))


def route_of(path: str) -> str:
    """One of few names for what a path leads to.

    >>> route_of("/fr/question/5-8906"), route_of("/sitemap-1.xml"), route_of("/x")
    ('page', 'sitemap', 'other')
    """
    first = path.removeprefix("/").partition("/")[0]
    if first in LANGUAGES or not first:
        return "page"
    if first.startswith("sitemap"):
        return "sitemap"
    return first if first in _NAMED else "other"


def log_line(scope: Scope, status: int, size: int, at: datetime) -> str:
    """One line; what could be taken for the end of a field or a line is escaped."""
    client = scope.get("client")
    target = (scope.get("raw_path") or scope["path"].encode()).partition(b"?")[0]
    if scope["query_string"]:
        target += b"?" + scope["query_string"]
    asked = f"{scope['method']} {_plain(target)} HTTP/{scope.get('http_version', '1.1')}"
    day = f"{at.day:02}/{_MONTHS[at.month - 1]}/{at:%Y:%H:%M:%S %z}"
    return f'{client[0] if client else "-"} - - [{day}] "{asked}" {status} {size or "-"}'


def _plain(target: bytes) -> str:
    signs = (chr(sign) for sign in target)
    return "".join(
        sign if " " < sign < "\x7f" and sign not in '"\\' else f"\\x{ord(sign):02x}"
        for sign in signs
    )
