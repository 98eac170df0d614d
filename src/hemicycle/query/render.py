"""A query's result to text: a table to read, CSV, TSV, JSON, or triples in a notation."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TextIO

from pyoxigraph import BlankNode, NamedNode, RdfFormat, Triple, serialize
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from hemicycle.errors import QueryError
from hemicycle.mint import Mint
from hemicycle.namespaces import PREFIXES
from hemicycle.query.columns import QUOTE_COLUMN
from hemicycle.query.quoted import quoted_text
from hemicycle.query.results import Result, Rows, Triples, Truth
from hemicycle.query.terms import Term, plain, shorten

_STRING = "http://www.w3.org/2001/XMLSchema#string"
_GRAPH_FORMS: Mapping[str, RdfFormat] = MappingProxyType(
    {
        "turtle": RdfFormat.TURTLE,
        "ttl": RdfFormat.TURTLE,
        "nt": RdfFormat.N_TRIPLES,
        "jsonld": RdfFormat.JSON_LD,
    }
)


def render(result: Result, form: str, mint: Mint, *, width: int = 100) -> str:
    """A result in one of RESULT_FORMS; `width` is in columns of the terminal, for `table`.

    Triples print as Turtle where a table is asked for. Raises QueryError for a
    form the result does not have.
    """
    if isinstance(result, Triples):
        return _graph_text(result, "turtle" if form == "table" else form)
    if form not in _ROW_FORMS:
        raise QueryError(
            f"{form!r} is no form of rows", remedy=f"choose one of {', '.join(_ROW_FORMS)}"
        )
    if isinstance(result, Truth):
        return _truth_text(result, form)
    return _ROW_FORMS[form](result, mint, width)


def _graph_text(result: Triples, form: str) -> str:
    if form not in _GRAPH_FORMS:
        raise QueryError(
            f"{form!r} is no form of triples", remedy=f"choose one of {', '.join(_GRAPH_FORMS)}"
        )
    written = serialize(result.triples, format=_GRAPH_FORMS[form], prefixes=PREFIXES)
    return (written or b"").decode("utf-8")


def _truth_text(result: Truth, form: str) -> str:
    if form == "json":
        return json.dumps({"head": {}, "boolean": result.value}) + "\n"
    return "true\n" if result.value else "false\n"


def write_rows(columns: Sequence[str], rows: Iterable[Sequence[str]], out: TextIO) -> None:
    """CSV with a header, comma, and a newline a row; `out` must not translate newlines.

    A row that holds a carriage return is quoted throughout: the csv module would
    leave it bare, and a reader take it for the end of the row.
    """
    writer = csv.writer(out, lineterminator="\n")
    quoting = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL)
    for row in (columns, *rows):
        bare = len(row) == 1 and row[0] == ""
        (quoting if bare or any("\r" in cell for cell in row) else writer).writerow(row)


def _csv_text(result: Rows, mint: Mint, width: int) -> str:
    out = io.StringIO(newline="")
    write_rows(result.columns, ([plain(cell) for cell in row] for row in result.rows), out)
    return out.getvalue()


def _tsv_text(result: Rows, mint: Mint, width: int) -> str:
    lines = ["\t".join(f"?{column}" for column in result.columns)]
    lines += ["\t".join(_tsv_cell(cell) for cell in row) for row in result.rows]
    return "\n".join(lines) + "\n"


def _tsv_cell(cell: Term | None) -> str:
    return "" if cell is None else str(cell)


def _json_text(result: Rows, mint: Mint, width: int) -> str:
    bindings = [
        {
            column: _json_term(cell)
            for column, cell in zip(result.columns, row, strict=True)
            if cell is not None
        }
        for row in result.rows
    ]
    whole = {"head": {"vars": list(result.columns)}, "results": {"bindings": bindings}}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _json_term(term: Term) -> dict[str, object]:
    if isinstance(term, Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {key: _json_term(part) for key, part in parts.items()}}
    if isinstance(term, NamedNode | BlankNode):
        return {"type": "uri" if isinstance(term, NamedNode) else "bnode", "value": term.value}
    found: dict[str, object] = {"type": "literal", "value": term.value}
    if term.language:
        found["xml:lang"] = term.language
    elif term.datatype.value != _STRING:
        found["datatype"] = term.datatype.value
    return found


def _table_text(result: Rows, mint: Mint, width: int) -> str:
    if result.rows and len(result.columns) > 2 and result.columns[-1] == QUOTE_COLUMN:
        cells = [[_readable(cell, mint) for cell in row] for row in result.rows]
        return quoted_text(result.columns, cells, width)
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for column in result.columns:
        table.add_column(Text(column), overflow="fold")
    for row in result.rows:
        table.add_row(*(Text(_readable(cell, mint)) for cell in row))
    out = io.StringIO()
    console = Console(file=out, width=width, color_system=None, force_terminal=False)
    console.print(table)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()).strip("\n") + "\n"


def _readable(cell: Term | None, mint: Mint) -> str:
    """A cell without what could steer a terminal."""
    if isinstance(cell, NamedNode):
        return shorten(cell.value, mint)
    words = " ".join(plain(cell).split())
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in words)


_ROW_FORMS: Mapping[str, Callable[[Rows, Mint, int], str]] = MappingProxyType(
    {"table": _table_text, "csv": _csv_text, "tsv": _tsv_text, "json": _json_text}
)

RESULT_FORMS = (*_ROW_FORMS, *_GRAPH_FORMS)
"""The forms of results: the first four for rows and yes or no, the others for triples."""
