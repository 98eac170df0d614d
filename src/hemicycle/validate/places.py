"""A result to the line where the fact stands that is at fault."""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace
from rdflib import Literal, URIRef

from hemicycle.validate.report import Place, Report, Result

Find = Callable[[Result], Place | None]
"""Where the fact of a result stands; None where that is not known."""

Places: TypeAlias = dict[str, Place | None]
"""Where the facts of some results stand, by the keys of the results."""

BEFORE_NAME = re.compile(r"[/#]")
"""What stands before the last part of an IRI."""


def located(report: Report, find: Find) -> Report:
    """The same report; a result without a place has the one that `find` knows, if any."""
    results = tuple(
        replace(result, place=result.place or find(result)) for result in report.results
    )
    return replace(report, results=results)


class _Statement(Struct, frozen=True):
    """What a file says of one subject, from one line up to another."""

    subject: str
    first: int
    lines: tuple[str, ...]


def in_files(paths: Sequence[Path]) -> Find:
    """Where files of Turtle, TriG, N-Triples or N-Quads say what is at fault.

    The line that has the value; else that of the property, else that of the subject. Lines
    are found by names, not by parsing: a subject has to open its line.
    """
    files = [(path, list(_statements(path))) for path in paths if path.is_file()]

    def find(result: Result) -> Place | None:
        found = [
            (_weight(statement, result), Place(str(path), _line(statement, result)))
            for path, statements in files
            for statement in statements
            if _is_named(statement.subject, str(result.focus))
        ]
        return max(found, key=lambda one: one[0], default=(0, None))[1]

    return find


def _statements(path: Path) -> Iterator[_Statement]:
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    start: int | None = None
    for number, line in enumerate(lines):
        words = line.split()
        if start is None and words and not words[0].startswith(("#", "@", "PREFIX", "BASE")):
            start = number
        if start is not None and (not words or words[-1] == "."):
            yield _Statement(lines[start].split()[0], start + 1, tuple(lines[start : number + 1]))
            start = None
    if start is not None:
        yield _Statement(lines[start].split()[0], start + 1, tuple(lines[start:]))


def _is_named(word: str, iri: str) -> bool:
    """Whether a word of a file may stand for an IRI: whole, relative or with a prefix."""
    inner = word.strip("<>,;.") if word.startswith("<") else word.rpartition(":")[2]
    return bool(inner) and (iri == inner or iri.endswith((f"/{inner}", f"#{inner}")))


def _weight(statement: _Statement, result: Result) -> int:
    return sum(any(sign in line for line in statement.lines) for sign in _signs(result))


def _line(statement: _Statement, result: Result) -> int:
    for sign in _signs(result):
        for number, line in enumerate(statement.lines):
            if sign in line:
                return statement.first + number
    return statement.first


def _signs(result: Result) -> list[str]:
    """What the line may hold, the best first: the value, then the property."""
    signs: list[str] = []
    if isinstance(result.value, Literal) and str(result.value):
        signs.append(str(result.value).splitlines()[0])
    elif isinstance(result.value, URIRef) and result.value != result.focus:
        signs.append(BEFORE_NAME.split(result.value)[-1])
    if result.path is not None:
        signs.append(BEFORE_NAME.split(result.path.strip("^<>"))[-1])
    return [sign for sign in signs if sign]
