"""A vocabulary's file to quads of its graph: the concepts that pages use, and broader ones."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, parse
from rdflib.namespace import DCTERMS, RDF, SKOS

from hemicycle.errors import AuthorityError
from hemicycle.mint import Mint
from hemicycle.namespaces import BASE

_USUAL, _OTHER = NamedNode(SKOS.prefLabel), NamedNode(SKOS.altLabel)
_NAMING = frozenset({_USUAL, _OTHER, NamedNode(SKOS.hiddenLabel)})
_BROADER, _TYPE = NamedNode(SKOS.broader), NamedNode(RDF.type)
_SUBJECT = NamedNode(DCTERMS.subject)
_OURS = Mint()
_SCHEME = "concept-scheme/eurovoc"


def used_concepts(store: Store, mint: Mint) -> set[str]:
    """The paths of the concepts that questions of a store have as keywords."""
    subjects = (quad.object for quad in store.quads_for_pattern(None, _SUBJECT, None))
    paths = {mint.path(node.value) for node in subjects if isinstance(node, NamedNode)}
    return {path for path in paths if path is not None and path.startswith("concept/")}


def vocabulary_quads(
    files: Iterable[Path], used: Iterable[str], authority: Iterable[Quad], mint: Mint
) -> Iterator[Quad]:
    """What vocabularies say of the concepts `used`, of all broader ones, and of themselves.

    Their graph is their own (`graph/eurovoc`), below the mint's base. `authority` is what our
    files say: what they call a concept stays its usual label, and the vocabulary's becomes one
    more. Raises AuthorityError for a file that is no N-Quads.
    """
    names = _names(authority)
    wanted = frozenset(used)
    for file in files:
        kept = _with_broader(file, wanted)
        for quad in _parsed(file):
            path = _OURS.path(quad.subject.value)
            if path in kept or path == _SCHEME:
                placed = _beside(_rebased(quad, mint), names)
                if placed is not None:
                    yield placed


def vocabulary_classes(files: Iterable[Path], mint: Mint) -> Iterator[Quad]:
    """The class of every concept of some vocabularies, for checks of what refers to them.

    Raises AuthorityError for a file that is no N-Quads.
    """
    for file in files:
        for quad in _parsed(file):
            if quad.predicate == _TYPE:
                yield _rebased(quad, mint)


class _Names(Struct, frozen=True):
    """What our files call concepts: all labels, and the languages of usual ones."""

    labels: frozenset[tuple[str, Literal]]
    usual: frozenset[tuple[str, str | None]]


def _names(authority: Iterable[Quad]) -> _Names:
    labels, usual = set(), set()
    for quad in authority:
        if quad.predicate in _NAMING and isinstance(quad.object, Literal):
            labels.add((str(quad.subject), quad.object))
            if quad.predicate == _USUAL:
                usual.add((str(quad.subject), quad.object.language))
    return _Names(frozenset(labels), frozenset(usual))


def _beside(quad: Quad, names: _Names) -> Quad | None:
    """A label as it can stand beside those of our files; None where they have it already."""
    stated = quad.object
    if quad.predicate not in _NAMING or not isinstance(stated, Literal):
        return quad
    if (str(quad.subject), stated) in names.labels:
        return None
    if quad.predicate == _USUAL and (str(quad.subject), stated.language) in names.usual:
        return Quad(quad.subject, _OTHER, stated, quad.graph_name)
    return quad


def _with_broader(file: Path, used: frozenset[str]) -> set[str]:
    """Some concepts and all that are broader, by the paths of a vocabulary's file."""
    broader: dict[str, list[str]] = {}
    for quad in _parsed(file):
        if quad.predicate == _BROADER and isinstance(quad.object, NamedNode):
            path, above = _OURS.path(quad.subject.value), _OURS.path(quad.object.value)
            if path is not None and above is not None:
                broader.setdefault(path, []).append(above)
    kept: set[str] = set()
    waiting = sorted(used)
    while waiting:
        path = waiting.pop()
        if path not in kept:
            kept.add(path)
            waiting += broader.get(path, ())
    return kept


def _rebased(quad: Quad, mint: Mint) -> Quad:
    if mint.base == BASE:
        return quad
    subject, stated, graph = quad.subject, quad.object, quad.graph_name
    return Quad(_moved(subject, mint), quad.predicate, _moved(stated, mint), _moved(graph, mint))


def _moved(term: Any, mint: Mint) -> Any:
    if not isinstance(term, NamedNode) or not term.value.startswith(BASE):
        return term
    return NamedNode(mint.base + term.value.removeprefix(BASE))


def _parsed(file: Path) -> Iterator[Any]:
    """The quads of a vocabulary's file; all their subjects have names."""
    try:
        yield from parse(path=file, format=RdfFormat.N_QUADS)
    except SyntaxError as error:
        remedy = "make the file again with `hemicycle vocabulary`"
        raise AuthorityError(error.msg, file=file, line=error.lineno, remedy=remedy) from error
    except OSError as error:
        raise AuthorityError(error.strerror or str(error), file=file) from error
