"""A result prints as a table, CSV, TSV, JSON, or triples in a notation."""

import csv
import io
import json

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse

from hemicycle.errors import QueryError
from hemicycle.mint import Mint
from hemicycle.query import Rows, Triples, Truth, render, write_rows

HC = "https://w3id.org/hemicycle/"
INTEGER = NamedNode("http://www.w3.org/2001/XMLSchema#integer")
ROWS = Rows(
    ("thing", "text", "n"),
    (
        (NamedNode(f"{HC}id/question/5-1"), Literal('a, "b"\tc', language="fr"), Literal(7)),
        (BlankNode("x"), Literal("[bold]x[/bold]"), None),
        (NamedNode(f"{HC}ns#Answer"), Literal("a\x1b[31m\nb\u202e"), None),
    ),
)


def test_a_table_shortens_and_disarms() -> None:
    assert render(ROWS, "table", Mint(), width=60) == (
        " thing          text             n\n"
        " ─────────────────────────────────\n"
        ' question/5-1   a, "b" c         7\n'
        " x              [bold]x[/bold]\n"
        " hc:Answer      a�[31m b�\n"
    )


def test_a_table_keeps_to_its_width() -> None:
    wide = Rows(("text",), ((Literal("mot " * 30),),))
    lines = render(wide, "table", Mint(), width=40).splitlines()
    assert max(map(len, lines)) <= 40
    assert " ".join(" ".join(lines[2:]).split()) == " ".join(["mot"] * 30)


def test_csv() -> None:
    assert render(ROWS, "csv", Mint()) == (
        "thing,text,n\n"
        f'{HC}id/question/5-1,"a, ""b""\tc",7\n'
        "x,[bold]x[/bold],\n"
        f'{HC}ns#Answer,"a\x1b[31m\nb\u202e",\n'
    )


def test_tsv() -> None:
    assert render(ROWS, "tsv", Mint()) == (
        "?thing\t?text\t?n\n"
        f'<{HC}id/question/5-1>\t"a, \\"b\\"\\tc"@fr\t"7"^^<{INTEGER.value}>\n'
        '_:x\t"[bold]x[/bold]"\t\n'
        f'<{HC}ns#Answer>\t"a\\u001B[31m\\nb\u202e"\t\n'
    )


def test_json() -> None:
    assert json.loads(render(ROWS, "json", Mint())) == {
        "head": {"vars": ["thing", "text", "n"]},
        "results": {
            "bindings": [
                {
                    "thing": {"type": "uri", "value": f"{HC}id/question/5-1"},
                    "text": {"type": "literal", "value": 'a, "b"\tc', "xml:lang": "fr"},
                    "n": {"type": "literal", "value": "7", "datatype": INTEGER.value},
                },
                {
                    "thing": {"type": "bnode", "value": "x"},
                    "text": {"type": "literal", "value": "[bold]x[/bold]"},
                },
                {
                    "thing": {"type": "uri", "value": f"{HC}ns#Answer"},
                    "text": {"type": "literal", "value": "a\x1b[31m\nb\u202e"},
                },
            ]
        },
    }


@pytest.mark.parametrize(
    ("form", "text"),
    [("table", "true\n"), ("csv", "true\n"), ("json", '{"head": {}, "boolean": true}\n')],
)
def test_truth(form: str, text: str) -> None:
    assert render(Truth(True), form, Mint()) == text


@pytest.mark.parametrize(
    ("form", "notation"),
    [
        ("table", RdfFormat.TURTLE),
        ("turtle", RdfFormat.TURTLE),
        ("ttl", RdfFormat.TURTLE),
        ("nt", RdfFormat.N_TRIPLES),
        ("jsonld", RdfFormat.JSON_LD),
    ],
)
def test_triples(form: str, notation: RdfFormat) -> None:
    triple = Triple(NamedNode(f"{HC}id/a"), NamedNode(f"{HC}ns#b"), Literal("é\n", language="fr"))
    text = render(Triples((triple,)), form, Mint())
    assert [quad.triple for quad in parse(input=text.encode(), format=notation)] == [triple]


@pytest.mark.parametrize(
    ("result", "form"),
    [(ROWS, "turtle"), (ROWS, "pdf"), (Truth(False), "nt"), (Triples(()), "csv")],
)
def test_a_form_that_does_not_fit_is_refused(result: Rows | Truth | Triples, form: str) -> None:
    with pytest.raises(QueryError, match=f"'{form}' is no form of .*; choose one of"):
        render(result, form, Mint())


@pytest.mark.parametrize(
    "rows",
    [
        [["a\rb", "c"], ["d\r\n", "\n"]],
        [['"', ","], ["", "\x00\x0b\u2028"]],
        [["é😀", "=1+1"], ["'", "\\"]],
    ],
)
def test_any_text_survives_csv(rows: list[list[str]]) -> None:
    out = io.StringIO(newline="")
    write_rows(["x", "y"], rows, out)
    assert list(csv.reader(io.StringIO(out.getvalue(), newline=""))) == [["x", "y"], *rows]


def test_an_empty_cell_alone_is_a_row() -> None:
    out = io.StringIO(newline="")
    write_rows(["x"], [[""]], out)
    assert out.getvalue() == 'x\n""\n'
