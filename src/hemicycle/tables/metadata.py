"""The declared tables to the CSVW metadata that travel with their CSV files.

https://www.w3.org/TR/tabular-metadata/. Nothing in them depends on the data.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from hemicycle.mint import Mint
from hemicycle.tables.cells import BETWEEN_VALUES
from hemicycle.tables.declaration import Column, Table, Words
from hemicycle.tables.paths import Hop, parse_path

METADATA_FILE = "csv-metadata.json"
"""Its name beside the tables: the one that a reader of a table looks for."""

_DATATYPES = {
    "boolean": "boolean",
    "date": "date",
    "integer": "integer",
    "iri": "anyURI",
    "reference": "string",
    "text": "string",
}


def csvw_metadata(tables: Iterable[Table], mint: Mint) -> str:
    """The metadata of a folder that holds `{table.name}.csv` for each of the tables."""
    whole = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dialect": {"encoding": "utf-8", "lineTerminators": ["\n"], "trim": False},
        "tables": [_table(table, mint) for table in tables],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _table(table: Table, mint: Mint) -> dict[str, Any]:
    columns = [_column(column, mint) for column in table.all_columns]
    columns[0]["required"] = True
    schema: dict[str, Any] = {"aboutUrl": "{+iri}", "primaryKey": "iri", "columns": columns}
    keys = list(_foreign_keys(table))
    if keys:
        schema["foreignKeys"] = keys
    return {
        "url": f"{table.name}.csv",
        "dcterms:title": _in_languages(table.title),
        "dcterms:description": _in_languages(table.description),
        "tableSchema": schema,
    }


def _column(column: Column, mint: Mint) -> dict[str, Any]:
    titles = {"und": column.name, **_by_language(column.title)}
    made: dict[str, Any] = {"name": column.name, "titles": titles}
    made["datatype"] = _DATATYPES[column.kind]
    languages = {parse_path(path, mint).language for path in column.paths} - {None}
    if len(languages) == 1:
        made["lang"] = min(filter(None, languages))
    if column.several:
        made["separator"] = BETWEEN_VALUES
    return {**made, **_property(column, mint)}


def _property(column: Column, mint: Mint) -> dict[str, Any]:
    """What a cell states of its row, where that is one triple of ours; else nothing."""
    steps = [step for path in column.paths for step in parse_path(path, mint).steps]
    if len(steps) != 1 or not isinstance(steps[0], Hop) or steps[0].is_inverse:
        return {"suppressOutput": True}
    if column.kind == "reference":
        return {"suppressOutput": True}
    stated = {"propertyUrl": steps[0].predicate.value}
    if column.kind == "iri":
        stated["valueUrl"] = f"{{+{column.name}}}"
    return stated


def _foreign_keys(table: Table) -> Iterator[dict[str, Any]]:
    for column in table.columns:
        if column.refers_to is not None:
            other, _, key = column.refers_to.partition(".")
            reference = {"resource": f"{other}.csv", "columnReference": key}
            yield {"columnReference": column.name, "reference": reference}


def _by_language(words: Words) -> dict[str, str]:
    return {"en": words.en, "fr": words.fr, "nl": words.nl}


def _in_languages(words: Words) -> list[dict[str, str]]:
    return [{"@value": text, "@language": tag} for tag, text in _by_language(words).items()]
