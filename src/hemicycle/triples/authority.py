"""The authority's Turtle files to quads of graph/authority."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from hemicycle.errors import AuthorityError
from hemicycle.mint import Mint
from hemicycle.namespaces import BASE, HC

_TERMS = str(HC._NS)


def authority_quads(files: Iterable[Path], mint: Mint) -> Iterator[Quad]:
    """Every triple of these Turtle files once, with our own IRIs below the mint's base.

    Relative IRIs are relative to `namespaces.BASE`; our terms (`ns#`) stay where they are.
    Raises AuthorityError when a file cannot be read, is no Turtle, or has a blank node.
    """
    graph = mint.graph("authority")
    seen: set[Quad] = set()
    for file in files:
        for quad in _parsed(file):
            subject = _node(_rebased(quad.subject, mint.base), file)
            predicate = _node(_rebased(quad.predicate, mint.base), file)
            value = _rebased(quad.object, mint.base)
            stated = value if isinstance(value, Literal) else _node(value, file)
            placed = Quad(subject, predicate, stated, graph)
            if placed not in seen:
                seen.add(placed)
                yield placed


def _parsed(file: Path) -> Iterator[Quad]:
    """The quads of one file; only what the parser and the disk refuse is turned into our error."""
    try:
        quads = parse(path=file, format=RdfFormat.TURTLE, base_iri=BASE)
        yield from quads
    except SyntaxError as error:
        remedy = "correct the line"
        raise AuthorityError(error.msg, file=file, line=error.lineno, remedy=remedy) from error
    except OSError as error:
        raise AuthorityError(error.strerror or str(error), file=file) from error


def _rebased(term: Any, base: str) -> Any:
    if base == BASE or not isinstance(term, NamedNode):
        return term
    if not term.value.startswith(BASE) or term.value.startswith(_TERMS):
        return term
    return NamedNode(base + term.value.removeprefix(BASE))


def _node(term: Any, file: Path) -> NamedNode:
    if not isinstance(term, NamedNode):
        raise AuthorityError(
            "a node has no name", file=file, remedy="give the blank node an IRI below id/"
        )
    return term
