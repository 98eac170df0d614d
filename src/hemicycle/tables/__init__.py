"""The graph to tables: each declared in a file of definitions/, read row by row."""

from hemicycle.tables.cells import BETWEEN_VALUES, Row, Value, cell_text, cell_value, natural_key
from hemicycle.tables.declaration import Column, Table, find_table, load_table, load_tables
from hemicycle.tables.facts import Facts, StoreFacts, TripleFacts
from hemicycle.tables.metadata import METADATA_FILE, csvw_metadata
from hemicycle.tables.rows import table_rows

__all__ = [
    "BETWEEN_VALUES",
    "METADATA_FILE",
    "Column",
    "Facts",
    "Row",
    "StoreFacts",
    "Table",
    "TripleFacts",
    "Value",
    "cell_text",
    "cell_value",
    "csvw_metadata",
    "find_table",
    "load_table",
    "load_tables",
    "natural_key",
    "table_rows",
]
