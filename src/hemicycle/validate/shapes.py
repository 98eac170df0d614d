"""A folder of Turtle files to the shapes graph, refused where a shape could not be used."""

import re
from pathlib import Path
from typing import NoReturn

from msgspec import Struct
from pyoxigraph import RdfFormat, parse
from rdflib import RDF, SH, Graph, Literal, Node, URIRef

from hemicycle.errors import ShapeError
from hemicycle.graphs import as_term
from hemicycle.namespaces import PREFIXES
from hemicycle.validate.slips import Slip, slip_of

SHAPE = "https://w3id.org/hemicycle/shape/"
"""The namespace of our shapes."""

LANGUAGES = ("en", "fr", "nl")
"""The languages in which a shape must say what to do."""

MAY_FIND_NONE = URIRef(f"{SHAPE}mayFindNone")
"""Said of a shape, true: a graph may lack its focus nodes by right."""

MAY_FIND_NONE_WITHOUT = URIRef(f"{SHAPE}mayFindNoneWithout")
"""The same, of a graph that says nothing by the properties that this names."""

TARGETS = (SH.targetClass, SH.targetNode, SH.targetObjectsOf, SH.targetSubjectsOf)
"""The properties by which a shape finds its focus nodes."""

_SEVERITIES = {SH.Violation, SH.Warning, SH.Info}
_BEFORE_NAME = re.compile(r"[:/#]")


class _File(Struct, frozen=True):
    """A file and its triples."""

    path: Path
    triples: tuple[tuple[Node, Node, Node], ...]


def load_shapes(folder: Path) -> Graph:
    """The shapes graph of all Turtle files of a folder, in the order of their names.

    Raises ShapeError, with file and line, when a file is no Turtle or names a term of
    ours, or of SHACL's, that there is not; and when a shape that reports has no name, path or
    message in English, French and Dutch, has a severity of its own, or can never be reached.
    """
    files = [_read(path) for path in sorted(folder.glob("*.ttl"))]
    if not files:
        raise ShapeError("holds no shapes", file=folder, remedy="name a folder of .ttl files")
    graph = Graph()
    for prefix, namespace in (*PREFIXES.items(), ("shape", SHAPE)):
        graph.bind(prefix, namespace)
    for file in files:
        _check_terms(file)
        for triple in file.triples:
            graph.add(triple)
    reporting = _reporting(graph)
    for file in files:
        _check_shapes(file, graph, reporting)
    return graph


def _read(path: Path) -> _File:
    """The triples of a file, in its order; blank nodes of two files are never the same.

    Oxigraph reads it, because it tells the line of a fault.
    """
    try:
        quads = list(parse(path=path, format=RdfFormat.TURTLE, rename_blank_nodes=True))
        triples = tuple(
            (as_term(quad.subject), as_term(quad.predicate), as_term(quad.object)) for quad in quads
        )
    except SyntaxError as error:
        remedy = "correct the line"
        raise ShapeError(error.msg, file=path, line=error.lineno, remedy=remedy) from error
    except (OSError, TypeError) as error:
        raise ShapeError(str(error), file=path) from error
    return _File(path, triples)


def _check_terms(file: _File) -> None:
    nodes = dict.fromkeys(node for triple in file.triples for node in triple)
    slips = [slip_of(node) for node in nodes if isinstance(node, URIRef)]
    slips += [_own_slip(said) for said in dict.fromkeys(said for _, said, _ in file.triples)]
    for slip in slips:
        if slip is not None:
            line = _line(slip.name, file.path)
            raise ShapeError(slip.problem, file=file.path, line=line, remedy=slip.remedy)


def _own_slip(said: Node) -> Slip | None:
    """What is wrong with a property in the shapes' own namespace, which has two."""
    name = str(said).removeprefix(SHAPE)
    if name == str(said) or said in (MAY_FIND_NONE, MAY_FIND_NONE_WITHOUT):
        return None
    remedy = "use shape:mayFindNone or shape:mayFindNoneWithout"
    return Slip(name, f"there is no term shape:{name}", remedy)


def _check_shapes(file: _File, graph: Graph, reporting: list[Node]) -> None:
    for _, predicate, value in file.triples:
        if predicate == SH.property and (value, SH.path, None) not in graph:
            _refuse(value, "has no path", "describe it, or correct its name", file)
    for shape in dict.fromkeys(subject for subject, _, _ in file.triples):
        if shape in reporting:
            _check_reporting(shape, file, graph)
        elif _is_stray(shape, graph):
            _refuse(shape, "has no target and is part of no shape", "give it a target", file)


def _reporting(graph: Graph) -> list[Node]:
    """The shapes with targets and the property shapes below: those that results can name."""
    found = [shape for target in TARGETS for shape in graph.subjects(target)]
    for above in found:
        found += [below for below in graph.objects(above, SH.property) if below not in found]
    return found


def _check_reporting(shape: Node, file: _File, graph: Graph) -> None:
    if not isinstance(shape, URIRef):
        _refuse(shape, "has no name", "give it an IRI, so that a report can name it", file)
    if not _SEVERITIES.issuperset(graph.objects(shape, SH.severity)):
        _refuse(shape, "has an unknown severity", "use sh:Violation, sh:Warning or sh:Info", file)
    messages = graph.objects(shape, SH.message)
    said = {message.language for message in messages if isinstance(message, Literal)}
    missing = [language for language in LANGUAGES if language not in said]
    if missing:
        problem = f"has no message in {', '.join(missing)}"
        _refuse(shape, problem, "say what to do, in each language", file)


def _is_stray(shape: Node, graph: Graph) -> bool:
    """Whether a named shape stands alone: no other one leads to it."""
    is_shape = any((shape, RDF.type, kind) in graph for kind in (SH.NodeShape, SH.PropertyShape))
    return is_shape and (None, None, shape) not in graph


def _refuse(shape: Node, problem: str, remedy: str, file: _File) -> NoReturn:
    if not isinstance(shape, URIRef):
        raise ShapeError(f"a shape {problem}", file=file.path, remedy=remedy)
    name = shape.removeprefix(SHAPE)
    line = _line(name, file.path)
    raise ShapeError(f"{name} {problem}", file=file.path, line=line, remedy=remedy)


def _line(name: str, path: Path) -> int | None:
    """The line that begins with a local name, else the first that holds it; counted from 1."""
    first = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        words = [] if line.lstrip().startswith("#") else line.split()
        names = [_BEFORE_NAME.split(word.strip("<>()[];,."))[-1] for word in words]
        if names and names[0] == name:
            return number
        if name in names and first is None:
            first = number
    return first
