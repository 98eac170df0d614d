"""The graph to CSV tables: a file for each declared table, and the CSVW metadata of all."""

import io
from collections.abc import Iterator

from hemicycle.export.request import Request, make_folder, writing
from hemicycle.query import write_rows
from hemicycle.tables import (
    METADATA_FILE,
    StoreFacts,
    Table,
    cell_text,
    csvw_metadata,
    load_tables,
    table_rows,
)


def write_tables(to: Request) -> None:
    """Write every table into the folder `to.out`: UTF-8, comma, newline, a header.

    `csv-metadata.json` beside them says what the columns are. Excel takes `5-10` in
    a CSV file for a day of May or October: the format xlsx is for Excel.
    """
    make_folder(to.out)
    for table in load_tables():
        write_table(table, to)
    write_tables_metadata(to)


def write_table(table: Table, to: Request) -> None:
    """Write one table into the folder `to.out`, which is there."""
    with writing(to.out / f"{table.name}.csv") as out:
        text = io.TextIOWrapper(out, encoding="utf-8", newline="")
        write_rows(table.header, _lines(table, to), text)
        text.detach()


def write_tables_metadata(to: Request) -> None:
    """Write into the folder `to.out`, which is there, what the columns of all tables are."""
    with writing(to.out / METADATA_FILE) as out:
        out.write(csvw_metadata(load_tables(), to.mint).encode("utf-8"))


def _lines(table: Table, to: Request) -> Iterator[list[str]]:
    for row in table_rows(table, StoreFacts(to.store), to.mint):
        yield [cell_text(cell) for cell in row.cells]
