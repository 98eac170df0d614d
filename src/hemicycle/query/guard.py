"""A query's text to nothing, or to the reason why it is not run: SERVICE, an update, a slip."""

import re

from pyoxigraph import Store

from hemicycle.errors import QueryError
from hemicycle.mint import Mint
from hemicycle.namespaces import PREFIXES

_SERVICE = re.compile("service", re.IGNORECASE)
_SERVICE_WORD = re.compile(r"(?<![\w?$:/-])service(?![\w-])", re.IGNORECASE)
_UPDATE = re.compile(
    r"^\s*(INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY|WITH)\b", re.IGNORECASE | re.MULTILINE
)
_PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


def refuse_service(text: str, mint: Mint) -> None:
    """Raise QueryError for a query that would call another server.

    Oxigraph cannot be told not to. So the query is parsed, on an empty store, with
    the word misspelt: inside strings, IRIs, comments, variables and names that
    changes nothing, as a keyword it does not parse. The parser itself thus decides
    what is a keyword: it also takes SERVICESILENT and SERVICE:x for calls.
    """
    masked = _SERVICE.sub("serwice", text)
    if masked == text:
        return
    try:
        Store().query(masked, base_iri=mint.base, prefixes=PREFIXES)
    except SyntaxError as error:
        if _SERVICE_WORD.search(text):
            raise QueryError(
                "SERVICE is refused, or the query does not parse: queries read this graph "
                "and call no other server",
                line=_line(str(error)),
                remedy="ask the other server by itself",
            ) from error
        raise unparsed(text, str(error)) from error


def unparsed(text: str, message: str) -> QueryError:
    """What to tell a user about a query that the parser refused with this message."""
    update = _UPDATE.search(text)
    if update:
        return QueryError(
            f"{update[1].upper()} is refused: what was built is never changed in place",
            remedy="change the pages or the authority files, and build again",
        )
    place = _PLACE.match(message)
    if place is None:
        return QueryError(f"the query does not parse: {message}")
    _, column, expected = place.groups()
    expected = "a prefix is not declared" if "Prefix not found" in expected else expected
    return QueryError(
        f"the query does not parse at column {column}: {expected}", line=_line(message)
    )


def _line(message: str) -> int | None:
    place = _PLACE.match(message)
    return int(place[1]) if place else None
