"""A build and a table's name to a data frame: of polars, or of pandas."""

from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from hemicycle.errors import ExportError
from hemicycle.opened import open_build
from hemicycle.optional import optional
from hemicycle.tables import Column, Row, StoreFacts, Value, cell_value, find_table, table_rows

Library = Literal["polars", "pandas"]
LIBRARIES: tuple[Library, ...] = ("polars", "pandas")
"""The first that is installed is taken."""

_Cells = list[Value | list[Value] | None]
_PANDAS: Mapping[str, str] = MappingProxyType(
    {"boolean": "boolean", "date": "datetime64[s]", "integer": "Int64"}
)


def table(
    name: str, *, store: str | Path = "graphs", library: Library | None = None
) -> Any:  # a frame of a library that need not be installed has no type here
    """The table `questions`, `answers`, `sub-answers` … of what `hemicycle build` wrote to `store`.

    Columns are those of its CSV file; days are days, and a column that may have
    several values has lists. Raises ExportError for a name that no table has, and
    where the library, or any, is not installed; ReadError where there is no build.
    """
    wanted = find_table(name)
    chosen = library or _installed()
    made = optional(chosen, chosen)
    build = open_build(Path(store))
    rows = list(table_rows(wanted, StoreFacts(build.store), build.mint))
    frame = _polars_frame if chosen == "polars" else _pandas_frame
    return frame(made, wanted.all_columns, _columns(wanted.all_columns, rows))


def _installed() -> Library:
    for library in LIBRARIES:
        if find_spec(library) is not None:
            return library
    raise ExportError(
        "a data frame needs polars or pandas, and neither is installed",
        remedy="install one: pip install 'hemicycle[polars]'",
    )


def _columns(columns: Sequence[Column], rows: Sequence[Row]) -> dict[str, _Cells]:
    return {
        column.name: [cell_value(column, row.cells[place]) for row in rows]
        for place, column in enumerate(columns)
    }


def _polars_frame(polars: Any, columns: Sequence[Column], cells: Mapping[str, _Cells]) -> Any:
    types = {"boolean": polars.Boolean, "date": polars.Date, "integer": polars.Int64}
    schema = {column.name: types.get(column.kind, polars.String) for column in columns}
    for column in columns:
        if column.several:
            schema[column.name] = polars.List(schema[column.name])
    return polars.DataFrame(cells, schema=schema)


def _pandas_frame(pandas: Any, columns: Sequence[Column], cells: Mapping[str, _Cells]) -> Any:
    series = {
        column.name: pandas.Series(
            cells[column.name],
            dtype="object" if column.several else _PANDAS.get(column.kind, "string"),
        )
        for column in columns
    }
    return pandas.DataFrame(series)
