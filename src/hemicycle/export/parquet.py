"""The graph to Parquet: a file a table, with days, numbers, lists and the columns' titles."""

from collections.abc import Iterator
from itertools import islice
from types import ModuleType
from typing import Any

from hemicycle.export.request import Request, make_folder, writing
from hemicycle.optional import optional
from hemicycle.tables import (
    Column,
    Row,
    StoreFacts,
    Table,
    cell_value,
    load_tables,
    table_rows,
)

_GROUP = 2_000
"""Rows of one row group: what is in memory at a time."""


def write_parquet(to: Request) -> None:
    """Write every table into the folder `to.out`; the same graph gives the same bytes.

    Raises ExportError where pyarrow is not installed.
    """
    arrow = optional("pyarrow", "parquet")
    parquet = optional("pyarrow.parquet", "parquet")
    make_folder(to.out)
    for table in load_tables():
        schema = _schema(table, arrow)
        rows = table_rows(table, StoreFacts(to.store), to.mint)
        with (
            writing(to.out / f"{table.name}.parquet") as out,
            parquet.ParquetWriter(out, schema, compression="zstd") as writer,
        ):
            for group in _groups(rows):
                writer.write_batch(_batch(table, group, schema, arrow))


def _groups(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while group := list(islice(rows, _GROUP)):
        yield group


def _batch(table: Table, rows: list[Row], schema: Any, arrow: ModuleType) -> Any:
    columns = zip(*(row.cells for row in rows), strict=True)
    arrays = [
        arrow.array([cell_value(column, cell) for cell in cells], type=field.type)
        for column, field, cells in zip(table.all_columns, schema, columns, strict=True)
    ]
    return arrow.record_batch(arrays, schema=schema)


def _schema(table: Table, arrow: ModuleType) -> Any:
    fields = [
        arrow.field(column.name, _type(column, arrow), metadata=_titles(column))
        for column in table.all_columns
    ]
    return arrow.schema(fields, metadata={"description": table.description.en})


def _type(column: Column, arrow: ModuleType) -> Any:
    types = {"boolean": arrow.bool_(), "date": arrow.date32(), "integer": arrow.int64()}
    found = types.get(column.kind, arrow.string())
    return arrow.list_(found) if column.several else found


def _titles(column: Column) -> dict[str, str]:
    return {"en": column.title.en, "fr": column.title.fr, "nl": column.title.nl}
