"""Authority files in Turtle to what they say of each node: labels and days."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

import pyoxigraph
from msgspec import Struct

from hemicycle.errors import AuthorityError
from hemicycle.mint import Mint
from hemicycle.namespaces import BASE, PREFIXES

_SKOS, _SCHEMA = PREFIXES["skos"], PREFIXES["schema"]
_NAMING = {
    f"{_SKOS}prefLabel": 0,
    f"{PREFIXES['rdfs']}label": 0,
    f"{PREFIXES['foaf']}name": 0,
    f"{_SKOS}altLabel": 1,
    f"{_SKOS}hiddenLabel": 2,
}
_SINCE, _UNTIL = f"{_SCHEMA}foundingDate", f"{_SCHEMA}dissolutionDate"
_DAY = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2}))?(?:-(?P<day>\d{2}))?")


class Label(Struct, frozen=True, order=True):
    """One label; rank 0 is the usual one, 1 another that is printed, 2 a hidden one."""

    rank: int
    language: str
    label: str


class Entry(Struct, frozen=True):
    """What authority files say of one node.

    It is there from day `since` to the day before `until`.
    """

    path: str
    labels: tuple[Label, ...]
    since: date | None
    until: date | None


class _Draft(Struct):
    labels: set[Label]
    since: date | None = None
    until: date | None = None


def read_entries(files: Sequence[Path], base: str = BASE) -> list[Entry]:
    """The nodes of some authority files, in the order of their paths.

    What several files say of one node is taken together; nodes of other bases
    are left out. Raises AuthorityError with the file and, where known, the line.
    """
    drafts: dict[str, _Draft] = {}
    mints = (Mint(base), Mint())
    for file in files:
        for quad in _quads(file):
            if not isinstance(quad.subject, pyoxigraph.NamedNode):
                continue
            path = mints[0].path(quad.subject.value) or mints[1].path(quad.subject.value)
            if path is not None and isinstance(quad.object, pyoxigraph.Literal):
                draft = drafts.setdefault(path, _Draft(set()))
                _take(draft, quad.predicate.value, quad.object, file)
    return [
        Entry(path, tuple(sorted(draft.labels)), draft.since, draft.until)
        for path, draft in sorted(drafts.items())
    ]


def _quads(file: Path) -> Iterator[pyoxigraph.Quad]:
    try:
        text = file.read_bytes()
    except OSError as error:
        problem = f"cannot be read ({error.strerror})"
        raise AuthorityError(problem, file=file, remedy="check the authority folder") from error
    try:
        yield from pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.TURTLE)
    except SyntaxError as error:
        problem = f"is not Turtle ({error.msg})"
        raise AuthorityError(
            problem, file=file, line=error.lineno, remedy="correct that line"
        ) from error


def _take(draft: _Draft, predicate: str, said: pyoxigraph.Literal, file: Path) -> None:
    if predicate in _NAMING and said.value.strip():
        draft.labels.add(Label(_NAMING[predicate], said.language or "", said.value.strip()))
    elif predicate == _SINCE:
        draft.since = _days(said.value, file)[0]
    elif predicate == _UNTIL:
        draft.until = _days(said.value, file)[1]


def _days(printed: str, file: Path) -> tuple[date, date]:
    """The first day of a day, month or year, and the day after its last.

    >>> _days("2002", Path("a.ttl"))
    (datetime.date(2002, 1, 1), datetime.date(2003, 1, 1))
    """
    found = _DAY.fullmatch(printed)
    try:
        if found is None:
            raise ValueError(printed)
        year, month, day = (int(found[unit] or 1) for unit in ("year", "month", "day"))
        first = date(year, month, day)
        if found["day"]:
            return first, first + timedelta(days=1)
        months = 1 if found["month"] else 12
        return first, date(year + (month - 1 + months) // 12, (month - 1 + months) % 12 + 1, 1)
    except (ValueError, OverflowError) as error:
        problem = f"has a date that is none: {printed!r}"
        line = _line_of(file, printed)
        raise AuthorityError(
            problem, file=file, line=line, remedy="give a year or a day"
        ) from error


def _line_of(file: Path, words: str) -> int | None:
    lines = file.read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if words in line), None)
