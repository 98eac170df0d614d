"""One address to one exchange: a single request, its answer read within bounds."""

import time
from collections.abc import Callable, Iterable, Mapping
from typing import Final

import requests
from requests import exceptions as wrong
from urllib3.exceptions import HTTPError, ReadTimeoutError

from hemicycle.errors import BrokenError, FetchError, RefusedError
from hemicycle.fetch.exchanged import Exchange, Headers
from hemicycle.fetch.manners import Manners
from hemicycle.fetch.unpack import too_large, unpack

_CHUNK: Final = 64 * 1024
_AGAIN: Final = (wrong.ConnectionError, wrong.Timeout, wrong.ChunkedEncodingError)


class _Session(requests.Session):
    """A session that takes redirects as answers: else it reads all of their bodies by itself."""

    def get_redirect_target(self, resp: requests.Response) -> None:
        """Nowhere."""


def new_session(manners: Manners, *, is_loopback: bool) -> requests.Session:
    """A session that says who we are; proxies of the environment are not for this machine."""
    session = _Session()
    session.trust_env = not is_loopback
    session.headers.clear()
    session.headers.update(
        {
            "User-Agent": manners.agent,
            "Accept": "text/html, text/plain;q=0.5",
            "Accept-Encoding": "gzip",
            "Connection": "keep-alive",
        }
    )
    return session


def ask(
    session: requests.Session,
    url: str,
    headers: Mapping[str, str],
    manners: Manners,
    asked_at: str,
) -> Exchange:
    """Ask once; redirects are answers like others.

    Raises BrokenError when no whole answer comes, RefusedError for one that is too large or
    cannot be unpacked, and for an address that cannot be asked.
    """
    until = time.monotonic() + manners.whole
    try:
        response = session.get(
            url,
            headers=dict(headers),
            stream=True,
            allow_redirects=False,
            timeout=(manners.connect, manners.read),
        )
        with response:
            raw = _body(response, manners, until)
    except (OSError, HTTPError) as error:  # those of requests are OSErrors
        raise _problem(error, manners) from error
    found = _headers(response.raw.headers.items())
    coding = next((value for name, value in found if name.lower() == "content-encoding"), None)
    return Exchange(
        url=url,
        asked_at=asked_at,
        request_headers=_headers(response.request.headers.items()),
        protocol="HTTP/1.0" if response.raw.version == 10 else "HTTP/1.1",
        status=response.status_code,
        reason=response.reason or "",
        headers=found,
        raw=raw,
        body=unpack(raw, coding, manners.size),
    )


def _body(response: requests.Response, manners: Manners, until: float) -> bytes:
    """The body as it is sent; each piece is taken as soon as it is there."""
    pieces: list[bytes] = []
    left = manners.size
    read: Callable[[int, bool], bytes] = response.raw.read1
    while piece := read(_CHUNK, False):
        pieces.append(piece)
        left -= len(piece)
        if left < 0:
            raise too_large(manners.size)
        if time.monotonic() > until:
            raise BrokenError(f"no whole answer within {manners.whole:g} s")
    return b"".join(pieces)


def _headers(items: Iterable[tuple[str | bytes, str | bytes]]) -> Headers:
    return tuple((_text(name), _text(value)) for name, value in items)


def _text(value: str | bytes) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else value


def _problem(error: Exception, manners: Manners) -> FetchError:
    """What went wrong, in words for people; the whole chain of causes is none."""
    if isinstance(error, wrong.SSLError):
        return RefusedError("its certificate is not good")
    if isinstance(error, wrong.ConnectTimeout):
        return BrokenError(f"no connection within {manners.connect:g} s")
    if isinstance(error, wrong.ReadTimeout | ReadTimeoutError):
        return BrokenError(f"nothing came for {manners.read:g} s")
    if isinstance(error, (*_AGAIN, HTTPError)):
        return BrokenError("the connection was refused or broke off")
    return RefusedError(f"cannot be asked ({type(error).__name__})")
