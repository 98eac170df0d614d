"""The terms a path finds to a cell's values: typed, each once, in natural order."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from hemicycle.tables.declaration import Column, Kind
from hemicycle.tables.facts import Term

BETWEEN_VALUES = " | "
"""Between several values of one cell."""

Value = str | int | date | bool

_DIGITS = re.compile(r"[0-9]+")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Row(Struct, frozen=True):
    """One row: a tuple of values for each column of the table's header, the IRI first."""

    cells: tuple[tuple[Value, ...], ...]


class Cell(Struct, frozen=True):
    """The values that are shown, and those that the column cannot hold beside them."""

    values: tuple[Value, ...]
    left_out: tuple[str, ...] = ()


_INTEGERS = 2**63
_EMPTY = Cell(())


def natural_key(text: str) -> tuple[str, str]:
    """What sorts numbers inside a text as numbers, of whatever length.

    >>> sorted(["5-10000", "5-900"], key=natural_key)
    ['5-900', '5-10000']
    """
    return _DIGITS.sub(_padded, text), text


def _padded(match: re.Match[str]) -> str:
    digits = match[0].lstrip("0")
    return f"{len(digits):08}{digits}"


def make_cell(column: Column, terms: Sequence[Term]) -> Cell:
    """The cell of some terms. Of two days that pages print, the first stands in it."""
    if not terms:
        return _EMPTY
    texts = _sorted({_words(term, column.kind) for term in terms})
    if column.kind in ("text", "reference", "iri"):
        fitting: list[Value] = [*texts]
        unfit: list[str] = []
    else:
        read = [(text, as_value(text, column.kind)) for text in texts]
        fitting = [value for _, value in read if value is not None]
        unfit = [text for text, value in read if value is None]
    if not column.is_typed or len(fitting) < 2:
        return Cell(tuple(fitting), tuple(unfit))
    return Cell(tuple(fitting[:1]), (*(cell_text((value,)) for value in fitting), *unfit))


def _sorted(texts: set[str]) -> list[str]:
    return sorted(texts, key=natural_key) if len(texts) > 1 else list(texts)


def as_value(text: str, kind: Kind) -> Value | None:
    """A literal's words as an integer of 64 bits, a day or a yes or no; None where they are none.

    >>> as_value("2013-04-30", "date"), as_value("2013-04", "date")
    (datetime.date(2013, 4, 30), None)
    """
    try:
        if kind == "integer":
            return int(text) if -_INTEGERS <= int(text) < _INTEGERS else None
        if kind == "date":
            return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None
    return {"true": True, "1": True, "false": False, "0": False}.get(text)


def cell_text(values: Iterable[Value]) -> str:
    """A cell as CSV has it.

    >>> cell_text((date(2013, 4, 30), date(2013, 7, 15)))
    '2013-04-30 | 2013-07-15'
    """
    return BETWEEN_VALUES.join(_text(value) for value in values)


def cell_value(column: Column, values: Sequence[Value]) -> Value | list[Value] | None:
    """A cell as a data frame has it: a list where the column has several values, else one.

    None where there is no value; texts that pages print differently stand in one.
    """
    if column.several:
        return list(values)
    if column.is_typed:
        return values[0] if values else None
    return cell_text(values) if values else None


def _text(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _words(term: Term, kind: Kind) -> str:
    words = str(getattr(term, "value", term))
    return words.rpartition("/")[2] if kind == "reference" else words
