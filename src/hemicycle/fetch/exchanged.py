"""One request and its answer, as they went over the wire."""

from typing import Final

from msgspec import Struct

Headers = tuple[tuple[str, str], ...]

KEPT_HEADERS: Final = ("content-type", "content-language", "date", "etag", "last-modified")
"""Those that matter for a page: what it is, how old, and how to ask again whether it changed."""


class Exchange(Struct, frozen=True, kw_only=True):
    """What was asked and what came.

    `raw` is the body as it was sent, `body` the page it unpacks to; `asked_at` is
    the moment of the request (ISO 8601, UTC); `protocol` what the answer calls itself,
    HTTP/1.1.
    """

    url: str
    asked_at: str
    request_headers: Headers
    protocol: str
    status: int
    reason: str
    headers: Headers
    raw: bytes
    body: bytes

    def header(self, name: str) -> str | None:
        """The value of a header, by its name in any case; the first of several."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), None)

    def kept_headers(self) -> dict[str, str]:
        """The headers that matter, by their names in small letters."""
        found = ((name, self.header(name)) for name in KEPT_HEADERS)
        return {name: value for name, value in found if value is not None}
