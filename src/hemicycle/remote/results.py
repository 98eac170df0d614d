"""Bodies of answers to rows, to a yes or no, or to triples: whole ones alone."""

from collections.abc import Callable, Iterator
from typing import IO, cast

from pyoxigraph import (
    QueryBoolean,
    QueryResultsFormat,
    QuerySolution,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

from hemicycle.errors import EndpointError
from hemicycle.remote.answer_file import AnswerFile

_AS_N_TRIPLES = ("application/n-triples", "text/plain", "text/ntriples", "")


def as_rows(
    body: AnswerFile, media_type: str, server: str, look: Callable[[QuerySolution], None] | None
) -> tuple[QuerySolutions | QueryBoolean, int]:
    """Rows of SPARQL results in JSON and how many there are; `look` sees each row once.

    Raises EndpointError where it breaks off: a server that gives up in the middle, as
    Oxigraph's at its time limit, is not taken at its word.
    """
    try:
        found = _results(body)
        if isinstance(found, QueryBoolean):
            return found, 1
        count = 0
        for row in found:  # the end may be missing, which is seen there alone
            count += 1
            if look is not None:
                look(row)
        return _results(body), count
    except SyntaxError as error:
        if media_type == "text/html":
            raise _is_page(server) from None
        raise EndpointError(
            "answers with a result that breaks off or is none",
            file=server,
            remedy="its time limit may be over: ask for less",
        ) from error


def _results(body: AnswerFile) -> QuerySolutions | QueryBoolean:
    file = cast(IO[bytes], body.rewind())  # the parser reads, and asks for nothing else
    return parse_query_results(file, format=QueryResultsFormat.JSON)


def _is_page(server: str) -> EndpointError:
    return EndpointError(
        "answers with a page for people", file=server, remedy="give the address of its queries"
    )


def as_triples(body: AnswerFile, media_type: str, server: str) -> Iterator[Triple]:
    """Triples in any form that the library knows; raises EndpointError where they do not parse."""
    form = RdfFormat.from_media_type(media_type)
    if media_type in _AS_N_TRIPLES:
        form = RdfFormat.N_TRIPLES
    if media_type == "text/html":
        raise _is_page(server)
    if form is None:
        raise EndpointError(f"answers triples as {media_type}", file=server)
    try:
        for quad in parse(body.file, format=form, base_iri=server):
            yield quad.triple
    except SyntaxError as error:
        raise EndpointError(
            f"answers with triples that do not parse: {error.msg}", file=server
        ) from error
