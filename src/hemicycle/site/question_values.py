"""A build to what the overview takes of every question: from its table where it has one.

The table of questions (`tables/questions.csv`) is made of the same graph in the same build, and is
read six times as fast as the store, where every value is a look of its own.
"""

import csv
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from hemicycle.site.data import SiteData

TABLE = "tables/questions.csv"
_COLUMNS = {
    "iri": "number",
    "asked_on": "asked_on",
    "asked_by": "asker",
    "in_name_of": "party",
    "addressed_to": "post",
    "status": "status",
    "original_language": "language",
    "concepts": "keyword",
}
"""The columns of the table, with the names of their values here."""

_BETWEEN = " | "
"""What stands between several values of a cell."""

_LONGEST = 64 * 2**20
"""Characters of a cell: the texts of questions stand in the table too."""

_STORED = ("asked_on", "asker", "party", "post", "minister", "status", "language")

Values = dict[str, tuple[str, ...]]
"""What one question has, by name; things by what stands behind their kind."""


def question_values(site: SiteData) -> Mapping[str, Values]:
    """The values of every written question, by its number: sorted, each once."""
    columns = _columns(site.build.folder / TABLE)
    return values_of_store(site) if columns is None else values_of_table(site, columns)


def values_of_table(site: SiteData, columns: Mapping[str, int]) -> dict[str, Values]:
    """Those of the table, and the ministers, of whom it has no more than the name."""
    with ThreadPoolExecutor(1) as beside:
        ministers = beside.submit(_several, site, "ministers")
        found = {
            number: values
            for values in _table_rows(site.build.folder / TABLE, columns)
            if (number := _key(site, next(iter(values.pop("number")), "")))
        }
    for number, names in ministers.result().items():
        if number in found:
            found[number]["minister"] = names
    return found


def values_of_store(site: SiteData) -> dict[str, Values]:
    """The same of the store, which is asked two things at once: it works beside Python."""
    with ThreadPoolExecutor(1) as beside:
        keywords = beside.submit(_several, site, "question-keywords")
        sets: dict[str, dict[str, set[str]]] = {}
        for question, *cells in site.cells("overview"):
            known = sets.setdefault(_key(site, question), {})
            for name, cell in zip(_STORED, cells, strict=True):
                known.setdefault(name, set()).update([_name(cell)] if cell else ())
    sets.pop("", None)
    found = {number: _sorted(known) for number, known in sets.items()}
    for number, names in keywords.result().items():
        if number in found:
            found[number]["keyword"] = names
    return found


def _columns(file: Path) -> Mapping[str, int] | None:
    """Where the columns of a table stand; None where there is none, or none with all of them."""
    if not file.is_file():
        return None
    with file.open(encoding="utf-8", newline="") as table:
        head = next(csv.reader(table), [])
    if any(name not in head for name in _COLUMNS):
        return None
    return {name: head.index(column) for column, name in _COLUMNS.items()}


def _table_rows(file: Path, columns: Mapping[str, int]) -> Iterator[Values]:
    csv.field_size_limit(_LONGEST)
    same: dict[str, tuple[str, ...]] = {"": ()}
    with file.open(encoding="utf-8", newline="") as table:
        rows = csv.reader(table)
        next(rows, None)
        for row in rows:
            found = {}
            for name, place in columns.items():
                values = same.get(row[place])
                if values is None:
                    values = tuple(sorted(set(row[place].split(_BETWEEN))))
                    if name not in ("number", "keyword"):  # those are rarely the same twice
                        same[row[place]] = values
                found[name] = values
            yield found


def _several(site: SiteData, query: str) -> dict[str, tuple[str, ...]]:
    """What a query of two columns ties to each question, by its number."""
    sets: dict[str, dict[str, set[str]]] = {}
    same: dict[str, str] = {}
    for question, value in site.cells(query):
        name = same.setdefault(value, _name(value))
        sets.setdefault(_key(site, question), {}).setdefault("", set()).add(name)
    return {number: _sorted(known)[""] for number, known in sets.items()}


def _sorted(known: Mapping[str, set[str]]) -> Values:
    return {name: tuple(sorted(values)) for name, values in known.items()}


def _key(site: SiteData, iri: str) -> str:
    """The number of a written question; nothing for what is none."""
    path = site.mint.path(iri) or ""
    return path.removeprefix("question/") if path.startswith("question/") else ""


def _name(value: str) -> str:
    return value.rpartition("/")[2]
