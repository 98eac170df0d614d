"""A difference between two builds to text that people read, or to a line of JSON."""

from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec
from msgspec import Struct

from hemicycle.diff.changes import Change, Difference, Kind
from hemicycle.errors import ExportError

DIFF_FORMS = ("text", "json")
"""Lines to read, or a JSON object a line: the fields of Difference."""

_SIGNS: dict[Kind, str] = {"added": "+", "removed": "-", "changed": "~"}
_SHOWN = 120
"""Characters of a value that a line shows."""

_BRIEF = 48
"""The same, where a line has all that is said of a node."""

_TYPE = "rdf:type"


class Counts(Struct, frozen=True):
    """How many questions and other things differ, and how many of their properties in each way."""

    questions: int = 0
    others: int = 0
    added: int = 0
    removed: int = 0
    changed: int = 0

    def plus(self, found: Difference) -> "Counts":
        """These and those of one difference more."""
        kinds = [change.kind for change in found.changes]
        is_question = found.about.startswith("question/")
        return Counts(
            self.questions + is_question,
            self.others + (not is_question),
            self.added + kinds.count("added"),
            self.removed + kinds.count("removed"),
            self.changed + kinds.count("changed"),
        )

    def __str__(self) -> str:
        return (
            f"{self.questions} questions and {self.others} other things differ: "
            f"{self.added} added, {self.removed} removed, {self.changed} changed"
        )


def render_difference(found: Difference, form: str) -> str:
    """One difference in one of DIFF_FORMS, with its last newline; raises ExportError."""
    if form not in DIFF_FORMS:
        raise ExportError(
            f"{form!r} is no form of differences", remedy=f"choose one of {', '.join(DIFF_FORMS)}"
        )
    if form == "json":
        return msgspec.json.encode(found).decode() + "\n"
    return "\n".join(_lines(found)) + "\n"


def _lines(found: Difference) -> Iterator[str]:
    yield found.about
    if found.old_pages != found.new_pages:
        yield f"  ~ pages: {_pages(found.old_pages)} → {_pages(found.new_pages)}"
    for _, group in groupby(found.changes, key=lambda change: change.subject):
        changes = list(group)
        if _is_whole(changes):
            yield _whole(changes)
        else:
            for change in changes:
                yield f"  {_SIGNS[change.kind]} {_place(found, change)}: {_values(change)}"


def _is_whole(changes: Sequence[Change]) -> bool:
    """Whether a node came or went with all that is said of it."""
    kinds = {change.kind for change in changes}
    typed = any(change.property == _TYPE and change.where == "page" for change in changes)
    return typed and kinds in ({"added"}, {"removed"})


def _whole(changes: Sequence[Change]) -> str:
    stated = {change.property: change.old or change.new for change in changes if _is_told(change)}
    types = ", ".join(stated.pop(_TYPE))
    said = "; ".join(
        f"{named} {', '.join(_excerpt(value, 0, _BRIEF) for value in values)}"
        for named, values in stated.items()
    )
    shown = f"{changes[0].subject}, {types}{': ' if said else ''}{said}"
    return f"  {_SIGNS[changes[0].kind]} {shown}"


def _is_told(change: Change) -> bool:
    """Whether the line of a whole node tells it: not what is derived, nor what bears it out."""
    return change.where == "page" and change.property != "mention"


def _pages(keys: Sequence[str]) -> str:
    return ", ".join(keys) or "none"


def _place(found: Difference, change: Change) -> str:
    subject = "" if change.subject == found.about else f"{change.subject} "
    where = "" if change.where == "page" else f" ({change.where})"
    return f"{subject}{change.property}{where}"


def _values(change: Change) -> str:
    if change.kind == "changed" and len(change.old) == len(change.new) == 1:
        old, new = change.old[0], change.new[0]
        start = _first_difference(old, new)
        return f"{_excerpt(old, start)} → {_excerpt(new, start)}"
    sides = [", ".join(_excerpt(value, 0) for value in side) for side in (change.old, change.new)]
    return " → ".join(filter(None, sides))


def _first_difference(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _excerpt(value: str, around: int, shown: int = _SHOWN) -> str:
    """A value, or where it is long a stretch of it around one place."""
    if len(value) <= shown:
        return value
    start = max(0, min(around - shown // 3, len(value) - shown))
    stretch = value[start : start + shown]
    return f"{'…' if start else ''}{stretch}{'…' if start + shown < len(value) else ''}"
