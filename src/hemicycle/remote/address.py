"""What a user types for a SPARQL store to the addresses of its protocols.

Only what products document is known by its path; every other address is given in full.
"""

import re
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit, urlunsplit

from msgspec import Struct

from hemicycle.errors import EndpointError


class Addresses(Struct, frozen=True):
    """Where queries go, and where graphs and updates go, None where there is no such place."""

    query: str
    graphs: str | None = None
    update: str | None = None


class _Places(Struct, frozen=True):
    """A path of queries, and where the same product takes graphs and updates."""

    path: re.Pattern[str]
    graphs: str
    update: str


_KNOWN = (
    # Oxigraph: https://github.com/oxigraph/oxigraph/tree/main/cli
    _Places(re.compile(r"/query"), "/store", "/update"),
    # Virtuoso: https://docs.openlinksw.com/virtuoso/rdfsparql/
    _Places(re.compile(r"/sparql"), "/sparql-graph-crud-auth", "/sparql-auth"),
    # GraphDB, as RDF4J: https://rdf4j.org/documentation/reference/rest-api/
    _Places(re.compile(r"(.*/repositories/[^/]+)"), r"\1/rdf-graphs/service", r"\1/statements"),
    # Fuseki: https://jena.apache.org/documentation/fuseki2/fuseki-config-endpoint
    _Places(re.compile(r"(/[^/]+)/(?:query|sparql)"), r"\1/data", r"\1/update"),
)


def addresses(endpoint: str, graphs: str | None = None, update: str | None = None) -> Addresses:
    """The addresses of a store; `graphs` and `update` win over what the path tells.

    Raises EndpointError for what is no address, and for one with a user or a password.

    >>> addresses("http://localhost:7878/query").graphs
    'http://localhost:7878/store'
    >>> addresses("http://localhost:3030/senate/sparql").update
    'http://localhost:3030/senate/update'
    """
    query = read_address(endpoint)
    parts = urlsplit(query)
    path = parts.path.rstrip("/")
    for known in _KNOWN:
        if known.path.fullmatch(path):
            return Addresses(
                query,
                read_address(graphs) if graphs else _beside(parts, known, known.graphs),
                read_address(update) if update else _beside(parts, known, known.update),
            )
    return Addresses(
        query, read_address(graphs) if graphs else None, read_address(update) if update else None
    )


def _beside(parts: SplitResult, known: _Places, target: str) -> str:
    path = known.path.sub(target, parts.path.rstrip("/"), count=1)
    return urlunsplit((parts.scheme, parts.netloc, path, "", ""))


def read_address(text: str) -> str:
    """An http(s) address, as it is; its fragment goes.

    Raises EndpointError, which does not repeat what may be secret.
    """
    try:
        parts = urlsplit(text)
        is_address = parts.scheme in ("http", "https") and bool(parts.hostname)
        has_user = "@" in parts.netloc
        _ = parts.port
    except ValueError:
        is_address = has_user = False
    if not is_address or not text.isprintable() or " " in text:
        raise EndpointError(
            "the endpoint is no address", remedy="write one like http://localhost:7878/query"
        )
    if has_user:
        raise EndpointError(
            "stands on the command line with a user",
            file=shown(text),
            remedy="set HEMICYCLE_USER and HEMICYCLE_PASSWORD, or use netrc",
        )
    return urlunsplit((parts.scheme, parts.netloc, parts.path, parts.query, ""))


def shown(url: str) -> str:
    """An address as messages may show it: without user, password, query and fragment.

    >>> shown("https://me:secret@example.org:81/a?key=secret#x")
    'https://example.org:81/a'
    """
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))


def is_loopback(url: str) -> bool:
    """Whether an address is this machine's own.

    >>> is_loopback("http://127.0.0.1:7878/"), is_loopback("http://example.org/")
    (True, False)
    """
    host = urlsplit(url).hostname or ""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
