"""Triples or quads to the bytes of a serialisation, and to its lines."""

from collections.abc import Iterable, Mapping
from io import BytesIO

from pyoxigraph import Quad, RdfFormat, Triple, serialize


def rdf_bytes(
    statements: Iterable[Triple] | Iterable[Quad],
    form: RdfFormat,
    prefixes: Mapping[str, str] | None = None,
) -> bytes:
    """The statements in one of Oxigraph's formats."""
    out = BytesIO()
    serialize(statements, out, form, prefixes=None if prefixes is None else dict(prefixes))
    return out.getvalue()


def rdf_lines(statements: Iterable[Triple] | Iterable[Quad], form: RdfFormat) -> list[bytes]:
    """The statements as lines of N-Triples or N-Quads, with line ends; none has one inside."""
    return rdf_bytes(statements, form).splitlines(keepends=True)
