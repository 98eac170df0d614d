r"""Terms and triples to the text of a query or an update: as the library writes them.

N-Triples is a part of SPARQL but for one thing: SPARQL lets a server read \u0022 before
it looks for strings, so that an escaped backslash and a text's own "u0022" could become a
quotation mark. The text's u is therefore written as an escape itself.
"""

import re
from collections.abc import Iterable, Mapping

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from hemicycle.errors import QueryError

Term = NamedNode | BlankNode | Literal | Triple

_BACKSLASH_AND_U = re.compile(r"(?<!\\)((?:\\\\)+)([uU])")
_ESCAPED = {"u": "\\u0075", "U": "\\u0055"}


def guarded(n_triples: str) -> str:
    r"""N-Triples that mean the same in SPARQL, however a server reads its escapes.

    >>> guarded('"C:\\\\users"')
    '"C:\\\\\\u0075sers"'
    """
    return _BACKSLASH_AND_U.sub(lambda found: found[1] + _ESCAPED[found[2]], n_triples)


def term_text(term: Term) -> str:
    """A term as SPARQL has it.

    Raises QueryError for what has no name elsewhere: a blank node, a triple.
    """
    if isinstance(term, BlankNode | Triple):
        raise QueryError(f"{term} has no name on another server")
    return guarded(str(term))


def prologue(base: str, prefixes: Mapping[str, str]) -> str:
    """The base and the prefixes that a query of ours rests on, in one line."""
    named = (f"PREFIX {prefix}: {NamedNode(iri)}" for prefix, iri in prefixes.items())
    return " ".join([f"BASE {NamedNode(base)}", *named, ""])


def insert_data(graphs: Iterable[tuple[NamedNode, bytes]]) -> str:
    """The update that adds N-Triples to named graphs."""
    blocks = (f"GRAPH {graph} {{\n{guarded(lines.decode())}}}\n" for graph, lines in graphs)
    return f"INSERT DATA {{\n{''.join(blocks)}}}"


def delete_data(graph: NamedNode, lines: bytes) -> str:
    """The update that takes N-Triples out of a named graph."""
    return f"DELETE DATA {{\nGRAPH {graph} {{\n{guarded(lines.decode())}}}\n}}"


def drop(graph: NamedNode) -> str:
    """The update after which a named graph is not there, whether it was or not."""
    return f"DROP SILENT GRAPH {graph}"
