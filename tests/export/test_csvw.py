"""The CSVW metadata hold of the tables they travel with, by a reader that knows CSVW."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from csvw import CSVW
from pyoxigraph import RdfFormat, Triple, parse

from hemicycle.export import Request, export
from hemicycle.tables import METADATA_FILE


def is_valid(folder: Path) -> bool:
    return bool(CSVW(str(folder / METADATA_FILE), validate=True).is_valid)


@pytest.fixture
def folder(request_for: Callable[[str], Request]) -> Path:
    """A folder of tables."""
    request = request_for("tables")
    export("csv", request)
    return request.out


def test_the_tables_are_what_their_metadata_say(folder: Path) -> None:
    assert is_valid(folder)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("questions.csv", ",2013-04-30,", ",30/4/2013,"),
        ("questions.csv", "asked_on", "asked_at"),
        ("families.csv", ",4,", ",four,"),
        ("answers.csv", "/question/5-8906,", "/question/5-9999,"),
        ("events.csv", "5-8910-2013-04-30-question-sent", "5-8910-2013-07-15-answer"),
        ("sections.csv", "/answer/5-8910,", "/answer/5-8911,"),
    ],
)
@pytest.mark.filterwarnings("always")
def test_a_table_that_is_not_is_found_out(name: str, old: str, new: str, folder: Path) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")
    try:
        assert not is_valid(folder)
    except ValueError as error:  # of one row's cell, or of keys of two tables
        assert str(error)


def test_every_column_has_titles_and_its_header_is_one_of_them(folder: Path) -> None:
    whole = json.loads((folder / METADATA_FILE).read_text(encoding="utf-8"))
    for table in whole["tables"]:
        header = (folder / table["url"]).read_text(encoding="utf-8").splitlines()[0].split(",")
        columns = table["tableSchema"]["columns"]
        assert [column["titles"]["und"] for column in columns] == header
        assert all({*column["titles"]} == {"und", "en", "fr", "nl"} for column in columns)


def test_metadata_hold_of_odd_data_too(
    request_of: Callable[[Iterable[Triple], str], Request],
) -> None:
    """A question without number, one asked on two days, a text that holds the separator."""
    data = """
    @base <https://w3id.org/hemicycle/id/> .
    @prefix hc: <https://w3id.org/hemicycle/ns#> .
    @prefix schema: <https://schema.org/> .
    @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
    <question/page-0123456789abcdef> a hc:WrittenQuestion ; hc:event <event/1> ;
        schema:text "a | b\\r\\n\\"c\\""@fr, "d"@fr ; hc:printedKeyword "x | y"@fr ;
        hc:askedOn "2013-04-30"^^xsd:date, "2013-05-01"^^xsd:date, "May"^^xsd:date .
    <event/1> a hc:Event .
    <answer/page-0123456789abcdef> a hc:Answer ; hc:answers <question/page-0123456789abcdef> .
    <family/5-1> a hc:QuestionFamily ; hc:memberCount "many" .
    """
    triples = [quad.triple for quad in parse(data, format=RdfFormat.TURTLE)]
    request = request_of(triples, "tables")
    export("csv", request)
    assert len((request.out / "answers.csv").read_text("utf-8").splitlines()) == 2
    assert is_valid(request.out)
