"""An HTTP request to the query that it asks, by the SPARQL 1.1 Protocol.

https://www.w3.org/TR/sparql11-protocol/#query-operation
"""

from urllib.parse import parse_qsl

from msgspec import Struct
from pyoxigraph import NamedNode
from starlette.requests import Request

from hemicycle.mint import Mint
from hemicycle.serve.settings import LONGEST_QUERY

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
MERGE = "all"
"""The named graph that means the merge: what queries run on where a request names none."""

_MOST_FIELDS = 1000


class RequestError(Exception):
    """A request that the protocol does not know, and the status that says so."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status, self.words = status, words


class Asked(Struct, frozen=True, kw_only=True):
    """What a request asks; `query` is None where it asks nothing.

    Graphs are None where it names none; an empty name is the merge. `form` is what it
    wishes by name, whatever it accepts.
    """

    query: str | None
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None
    form: str | None = None


async def read_asked(request: Request, mint: Mint) -> Asked:
    """What a request to the endpoint asks.

    Raises RequestError for what the protocol does not allow, and for updates.
    """
    fields = _fields(request.scope["query_string"])
    if request.method == "POST":
        fields = await _posted(request, fields)
    return _asked(fields, mint)


async def _posted(request: Request, fields: list[tuple[str, str]]) -> list[tuple[str, str]]:
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type == UPDATE:
        raise _refused_update()
    if media_type not in (FORM, QUERY):
        raise RequestError(415, f"a query is posted as {FORM} or {QUERY}")
    body = await _body(request)
    if media_type == FORM:
        return fields + _fields(body)
    if any(name == "query" for name, _ in fields):
        raise RequestError(400, "there is a query in the address and another in the body")
    try:
        return [*fields, ("query", body.decode("utf-8"))]
    except UnicodeDecodeError as error:
        raise RequestError(400, "the query is not in UTF-8") from error


async def _body(request: Request) -> bytes:
    """A body, read no further than one may be long."""
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > LONGEST_QUERY:
            raise RequestError(413, f"a query has at most {LONGEST_QUERY} bytes")
        parts.append(part)
    return b"".join(parts)


def _fields(encoded: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(
            encoded.decode("utf-8"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=_MOST_FIELDS,
        )
    except UnicodeDecodeError as error:
        raise RequestError(400, "the parameters are not in UTF-8") from error
    except ValueError as error:
        raise RequestError(400, f"the parameters cannot be read: {error}") from error


def _asked(fields: list[tuple[str, str]], mint: Mint) -> Asked:
    if any(name in ("update", "using-graph-uri", "using-named-graph-uri") for name, _ in fields):
        raise _refused_update()
    queries = [value for name, value in fields if name == "query"]
    if len(queries) > 1:
        raise RequestError(400, "there are several queries; ask them one by one")
    forms = [value for name, value in fields if name in ("format", "output")]
    return Asked(
        query=queries[0] if queries else None,
        default_graphs=_graphs(fields, "default-graph-uri", mint),
        named_graphs=_graphs(fields, "named-graph-uri", mint),
        form=forms[0] if forms else None,
    )


def _graphs(fields: list[tuple[str, str]], field: str, mint: Mint) -> tuple[str, ...] | None:
    names = [value for name, value in fields if name == field]
    merge = mint.graph(MERGE).value
    for name in names:
        try:
            NamedNode(name)
        except ValueError as error:
            raise RequestError(400, f"{field} {name!r} is no IRI") from error
    is_default = field.startswith("default")
    return tuple("" if is_default and name == merge else name for name in names) or None


def _refused_update() -> RequestError:
    return RequestError(
        403,
        "updates are refused: what was built is never changed in place; "
        "change the pages or the authority files, and build again",
    )
