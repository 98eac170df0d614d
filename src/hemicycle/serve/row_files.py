"""Rows of a SELECT to a file of SPARQL results: JSON, XML, CSV or TSV, cut at whole rows.

https://www.w3.org/TR/sparql11-results-json/, https://www.w3.org/TR/rdf-sparql-XMLres/,
https://www.w3.org/TR/sparql11-results-csv-tsv/
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import BinaryIO, Literal

import msgspec
from lxml import etree
from pyoxigraph import BlankNode, NamedNode, Triple

from hemicycle.export.xml_text import xml_text
from hemicycle.query import Term

Row = Sequence[Term | None]
RESULTS = "http://www.w3.org/2005/sparql-results#"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_STRING = "http://www.w3.org/2001/XMLSchema#string"


class Limited:
    """Rows up to a limit: of their number, and of the bytes that were written of them."""

    def __init__(self, rows: Iterable[Row], most_rows: int, out: BinaryIO, most_bytes: int) -> None:
        self.count = 0
        self.cut: Literal["", "rows", "bytes"] = ""
        self._rows, self._most_rows = rows, most_rows
        self._out, self._most_bytes = out, most_bytes

    def __iter__(self) -> Iterator[Row]:
        for row in self._rows:
            if self.count == self._most_rows:
                self.cut = "rows"
                return
            if self._out.tell() > self._most_bytes:
                self.cut = "bytes"
                return
            self.count += 1
            yield row


def write_json(columns: Sequence[str], rows: Iterable[Row], out: BinaryIO) -> None:
    """SPARQL results in JSON, a row a line."""
    out.write(b'{"head":%b,"results":{"bindings":[' % msgspec.json.encode({"vars": columns}))
    between = b"\n"
    for row in rows:
        bound = zip(columns, row, strict=True)
        cells = {column: _json_term(cell) for column, cell in bound if cell is not None}
        out.write(between)
        out.write(msgspec.json.encode(cells))
        between = b",\n"
    out.write(b"\n]}}\n")


def _json_term(term: Term) -> dict[str, object]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {key: _json_term(part) for key, part in parts.items()}}
    if term.language:
        return {"type": "literal", "value": term.value, "xml:lang": term.language}
    if term.datatype.value == _STRING:
        return {"type": "literal", "value": term.value}
    return {"type": "literal", "value": term.value, "datatype": term.datatype.value}


def write_xml(columns: Sequence[str], rows: Iterable[Row], out: BinaryIO) -> None:
    """SPARQL results in XML, without the control characters that XML forbids."""
    with etree.xmlfile(out, encoding="utf-8", buffered=False) as file:
        file.write_declaration()
        with file.element(f"{{{RESULTS}}}sparql", nsmap={None: RESULTS}):
            head = etree.Element(f"{{{RESULTS}}}head", nsmap={None: RESULTS})
            for column in columns:
                etree.SubElement(head, f"{{{RESULTS}}}variable", name=column)
            file.write(head)
            with file.element(f"{{{RESULTS}}}results"):
                for row in rows:
                    file.write(_xml_row(columns, row))


def _xml_row(columns: Sequence[str], row: Row) -> etree._Element:
    result = etree.Element(f"{{{RESULTS}}}result", nsmap={None: RESULTS})
    for column, cell in zip(columns, row, strict=True):
        if cell is not None:
            _xml_term(etree.SubElement(result, f"{{{RESULTS}}}binding", name=column), cell)
    return result


def _xml_term(parent: etree._Element, term: Term) -> None:
    if isinstance(term, Triple):
        triple = etree.SubElement(parent, f"{{{RESULTS}}}triple")
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        for name, part in parts.items():
            _xml_term(etree.SubElement(triple, f"{{{RESULTS}}}{name}"), part)
        return
    if isinstance(term, NamedNode | BlankNode):
        tag = "uri" if isinstance(term, NamedNode) else "bnode"
        etree.SubElement(parent, f"{{{RESULTS}}}{tag}").text = xml_text(term.value)
        return
    literal = etree.SubElement(parent, f"{{{RESULTS}}}literal")
    literal.text = xml_text(term.value)
    if term.language:
        literal.set(_XML_LANG, term.language)
    elif term.datatype.value != _STRING:
        literal.set("datatype", term.datatype.value)


def write_csv(columns: Sequence[str], rows: Iterable[Row], out: BinaryIO) -> None:
    """SPARQL results in CSV: bare values, a carriage return and a newline a row."""
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_csv_cell(cell) for cell in row])
    text.detach()


def _csv_cell(cell: Term | None) -> str:
    if cell is None:
        return ""
    return str(cell) if isinstance(cell, BlankNode | Triple) else cell.value


def write_tsv(columns: Sequence[str], rows: Iterable[Row], out: BinaryIO) -> None:
    """SPARQL results in TSV: terms as Turtle writes them, a newline a row."""
    out.write("\t".join(f"?{column}" for column in columns).encode() + b"\n")
    for row in rows:
        cells = ("" if cell is None else str(cell).replace("\t", "\\t") for cell in row)
        out.write("\t".join(cells).encode() + b"\n")


WriteRows = Callable[[Sequence[str], Iterable[Row], BinaryIO], None]
ROW_WRITERS: Mapping[str, WriteRows] = MappingProxyType(
    {"json": write_json, "xml": write_xml, "csv": write_csv, "tsv": write_tsv}
)
"""What writes each of the forms of rows."""
