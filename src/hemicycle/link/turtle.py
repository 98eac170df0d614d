"""Authority files to what they say of each node: labels, days, other nodes."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pyoxigraph
from msgspec import Struct

from hemicycle.errors import AuthorityError
from hemicycle.link.days import days
from hemicycle.mint import Mint
from hemicycle.namespaces import BASE, HC, PREFIXES

_SKOS, _SCHEMA, _ORG = PREFIXES["skos"], PREFIXES["schema"], PREFIXES["org"]
_FORMATS = {".ttl": pyoxigraph.RdfFormat.TURTLE, ".nq": pyoxigraph.RdfFormat.N_QUADS}
_NAMING = {
    f"{_SKOS}prefLabel": 0,
    f"{PREFIXES['rdfs']}label": 0,
    f"{PREFIXES['foaf']}name": 0,
    str(HC.printedForm): 0,
    f"{_SKOS}altLabel": 1,
    f"{_SKOS}hiddenLabel": 2,
}
_REFERRING = {
    f"{_ORG}member": "member",
    f"{_ORG}organization": "organization",
    str(HC.post): "post",
    str(HC.means): "means",
    f"{PREFIXES['dcterms']}temporal": "temporal",
}
_SINCE = frozenset({f"{_SCHEMA}foundingDate", f"{_SCHEMA}startDate"})
_UNTIL, _END = f"{_SCHEMA}dissolutionDate", f"{_SCHEMA}endDate"
_TAKEN = frozenset({*_NAMING, *_REFERRING, *_SINCE, _UNTIL, _END})


class Label(Struct, frozen=True, order=True):
    """One label; rank 0 is the usual one, 1 another that is printed, 2 a hidden one."""

    rank: int
    language: str
    label: str


class Reference(Struct, frozen=True, order=True):
    """Another node that one is said to have to do with; `term` is the property's own name."""

    term: str
    path: str


class Entry(Struct, frozen=True):
    """What authority files say of one node.

    It is there from day `since` to the day before `until`.
    """

    path: str
    labels: tuple[Label, ...]
    since: date | None
    until: date | None
    references: tuple[Reference, ...] = ()

    def referred(self, term: str) -> tuple[str, ...]:
        """The paths of the nodes that one property gives."""
        return tuple(found.path for found in self.references if found.term == term)


class _Draft(Struct):
    labels: set[Label]
    references: set[Reference]
    since: date | None = None
    until: date | None = None


def read_entries(files: Sequence[Path], base: str = BASE) -> list[Entry]:
    """The nodes of some authority files, in the order of their paths.

    Files are Turtle (.ttl) or N-Quads (.nq). What several of them say of one node
    is taken together; nodes of other bases are left out. Raises AuthorityError with
    the file and, where known, the line.
    """
    drafts: dict[str, _Draft] = {}
    paths = _Paths((Mint(base), Mint()))
    for file in files:
        for quad in _quads(file):
            if quad.predicate.value not in _TAKEN:
                continue
            path = paths.of(quad.subject)
            if path is not None:
                draft = drafts.setdefault(path, _Draft(set(), set()))
                _take(draft, quad.predicate.value, quad.object, file, paths)
    return [
        Entry(
            path,
            tuple(sorted(draft.labels)),
            draft.since,
            draft.until,
            tuple(sorted(draft.references)),
        )
        for path, draft in sorted(drafts.items())
    ]


class _Paths(Struct, frozen=True):
    """The bases whose nodes count."""

    mints: tuple[Mint, Mint]

    def of(self, node: Any) -> str | None:
        """The path of a node below one of the bases."""
        if not isinstance(node, pyoxigraph.NamedNode):
            return None
        return self.mints[0].path(node.value) or self.mints[1].path(node.value)


def _quads(file: Path) -> Iterator[pyoxigraph.Quad]:
    try:
        text = file.read_bytes()
    except OSError as error:
        problem = f"cannot be read ({error.strerror})"
        raise AuthorityError(problem, file=file, remedy="check the authority folder") from error
    try:
        yield from pyoxigraph.parse(text, format=_FORMATS[file.suffix])
    except SyntaxError as error:
        problem = f"is not {_FORMATS[file.suffix].name} ({error.msg})"
        raise AuthorityError(
            problem, file=file, line=error.lineno, remedy="correct that line"
        ) from error


def _take(draft: _Draft, predicate: str, said: Any, file: Path, paths: _Paths) -> None:
    if predicate in _REFERRING:
        path = paths.of(said)
        if path is not None:
            draft.references.add(Reference(_REFERRING[predicate], path))
    elif isinstance(said, pyoxigraph.Literal):
        _take_literal(draft, predicate, said, file)


def _take_literal(draft: _Draft, predicate: str, said: pyoxigraph.Literal, file: Path) -> None:
    if predicate in _NAMING:
        label = said.value.strip()
        if label:
            draft.labels.add(Label(_NAMING[predicate], said.language or "", label))
    elif predicate in _SINCE:
        draft.since = days(said.value, file)[0]
    elif predicate == _UNTIL:
        draft.until = days(said.value, file)[1]
    else:  # the day on which the next one begins
        draft.until = days(said.value, file)[0]
