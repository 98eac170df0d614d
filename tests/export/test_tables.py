"""The tables are those of tests/export/tables, whole; any text survives them."""

import csv
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from hemicycle.export import Request, export
from hemicycle.mint import Mint
from hemicycle.namespaces import HC, PREFIXES
from hemicycle.tables import METADATA_FILE, load_tables

TABLES = Path(__file__).parent / "tables"
NAMES = sorted(file.name for file in TABLES.iterdir())
TYPE = NamedNode(f"{PREFIXES['rdf']}type")


@pytest.mark.parametrize("name", NAMES)
def test_a_table_is_as_expected(name: str, request_for: Callable[[str], Request]) -> None:
    request = request_for("tables")
    export("csv", request)
    assert (request.out / name).read_bytes() == (TABLES / name).read_bytes()


def test_every_declared_table_is_a_file(request_for: Callable[[str], Request]) -> None:
    request = request_for("tables")
    export("csv", request)
    written = sorted(file.name for file in request.out.iterdir())
    declared = [f"{table.name}.csv" for table in load_tables()]
    assert written == NAMES == sorted([*declared, METADATA_FILE])


@pytest.mark.parametrize(
    "text", ['"a", b', "a\nb\r\nc\rd", "\x00\x0b\u2028", "=1+1", " | ", "\u202eא😀", "x" * 10_000]
)
def test_any_text_survives(
    text: str, request_of: Callable[[Iterable[Triple], str], Request]
) -> None:
    service = Mint().thing("service/x")
    label = NamedNode(f"{PREFIXES['skos']}prefLabel")
    triples = [
        Triple(service, TYPE, NamedNode(str(HC.FederalService))),
        Triple(service, label, Literal(text, language="fr")),
    ]
    request = request_of(triples, "tables")
    export("csv", request)
    with (request.out / "services.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["iri"], row["label_fr"]) for row in rows] == [(service.value, text)]


def test_several_values_share_a_cell_in_natural_order(
    request_of: Callable[[Iterable[Triple], str], Request],
) -> None:
    family = Mint().thing("family/5-9")
    triples = [Triple(family, TYPE, NamedNode(str(HC.QuestionFamily)))]
    for number in ("5-100", "5-9", "5-20"):
        question = Mint().thing(f"question/{number}")
        identifier = NamedNode(f"{PREFIXES['dcterms']}identifier")
        triples.append(Triple(question, NamedNode(str(HC.memberOf)), family))
        triples.append(Triple(question, identifier, Literal(number)))
    request = request_of(triples, "tables")
    export("csv", request)
    with (request.out / "families.csv").open(encoding="utf-8", newline="") as file:
        assert [row["questions"] for row in csv.DictReader(file)] == ["5-9 | 5-20 | 5-100"]
