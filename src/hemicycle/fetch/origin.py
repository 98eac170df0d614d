"""What the user calls a host to the origin that is asked, and to those it may lead to."""

from ipaddress import ip_address
from typing import Final
from urllib.parse import SplitResult, urlsplit

from msgspec import Struct

from hemicycle.errors import FetchError, RefusedError

SENATE: Final = "https://www.senate.be"
"""Asked where the user names no other host."""

_NAMES: Final = ("senate.be", "senat.be", "senaat.be")
_SENATE_HOSTS: Final = frozenset((*_NAMES, *(f"www.{name}" for name in _NAMES)))
_PORTS: Final = {"http": 80, "https": 443}


class Origin(Struct, frozen=True):
    """Scheme, host and port: whom one asks."""

    scheme: str
    host: str
    port: int

    @property
    def is_loopback(self) -> bool:
        """Whether it is this machine itself.

        >>> read_origin("http://127.0.0.1:8000").is_loopback, read_origin(SENATE).is_loopback
        (True, False)
        """
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        is_usual = _PORTS[self.scheme] == self.port
        return f"{self.scheme}://{host}" if is_usual else f"{self.scheme}://{host}:{self.port}"


def read_origin(text: str) -> Origin:
    """The origin a user means; a bare name is asked with https, this machine with http.

    Raises FetchError for what is none, and for what holds a path or a password.

    >>> str(read_origin("localhost:8000")), str(read_origin("www.senate.be"))
    ('http://localhost:8000', 'https://www.senate.be')
    """
    if "://" not in text:
        bare = read_origin(f"https://{text}")
        return read_origin(f"http://{text}") if bare.is_loopback else bare
    try:
        parts = urlsplit(text)
    except ValueError:
        parts = urlsplit("")
    origin = _origin(parts)
    has_more = parts.path not in ("", "/") or parts.query or parts.fragment or "@" in parts.netloc
    if origin is None or has_more:
        raise FetchError(f"{text!r} is no host", remedy="write https://www.senate.be")
    return origin


def check_target(url: str, home: Origin) -> Origin:
    """The origin of an address that `home`, or a page of it, leads to.

    The Senate's hosts may lead to one another; nobody leads from https to http.
    Raises RefusedError, naming what the address is, where it is none of these.

    >>> str(check_target("https://senaat.be/www/", read_origin(SENATE)))
    'https://senaat.be'
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        raise RefusedError(f"leads to {url!r}, which is no address") from None
    if parts.scheme not in _PORTS:
        raise RefusedError(f"leads to {parts.scheme or 'no scheme'}:, not to a page on the web")
    origin = _origin(parts)
    if origin is None or "@" in parts.netloc:
        raise RefusedError(f"leads to {parts.netloc!r}, which is no host")
    if origin != home and not _is_related(origin, home):
        raise RefusedError(f"leads to another host, {origin}")
    return origin


def _is_related(origin: Origin, home: Origin) -> bool:
    """Another of the Senate's hosts, or the same host, both at the usual ports."""
    if any(_PORTS[one.scheme] != one.port for one in (origin, home)):
        return False
    if home.scheme == "https" and origin.scheme == "http":
        return False
    return origin.host == home.host or {origin.host, home.host} <= _SENATE_HOSTS


def _origin(parts: SplitResult) -> Origin | None:
    if parts.scheme not in _PORTS or not parts.hostname:
        return None
    try:
        port = parts.port
    except ValueError:
        return None
    return Origin(parts.scheme, parts.hostname, port or _PORTS[parts.scheme])
