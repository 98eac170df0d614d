"""Queries are found by name, file or text, and their heads are read."""

from pathlib import Path

import pytest

from hemicycle.errors import QueryError, ReadError
from hemicycle.query import NamedQuery, Parameter, find_query, parse_query

HEAD = """# title: Rows
# title-fr: Lignes
# description: All of them
# note: nothing that is read
# parameter: lang | lang | a language | fr
# parameter: thing | iri | a thing
# columns: a quote
# quote: source start end
# most: 20
SELECT * { ?s ?p ?o }
# title: not of the head
"""


def test_a_head_is_read_whole() -> None:
    assert parse_query("rows", HEAD) == NamedQuery(
        name="rows",
        title={"en": "Rows", "fr": "Lignes"},
        description={"en": "All of them"},
        parameters=(
            Parameter("lang", "lang", "a language", "fr"),
            Parameter("thing", "iri", "a thing", None),
        ),
        columns=("a", "quote"),
        quote=("source", "start", "end"),
        most=20,
        text=HEAD,
    )


def test_a_query_without_head_is_its_text() -> None:
    found = find_query("SELECT * { ?s ?p ?o }")
    assert found == NamedQuery(
        name="query",
        title={},
        description={},
        parameters=(),
        columns=(),
        quote=None,
        text="SELECT * { ?s ?p ?o }",
    )


def test_a_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "my rows.rq"
    file.write_text(HEAD, encoding="utf-8")
    assert find_query(str(file)) == parse_query("my rows", HEAD)


def test_a_name_is_found() -> None:
    assert find_query("families").title["fr"] == "Familles de questions"


def test_an_unknown_name_lists_the_near_ones() -> None:
    with pytest.raises(QueryError) as caught:
        find_query("day-to-answr")
    assert str(caught.value) == (
        "no query is called 'day-to-answr'; there is days-to-answer, party-changes, never-answered"
    )


def test_a_name_like_none_lists_all() -> None:
    with pytest.raises(QueryError) as caught:
        find_query("zzz")
    assert str(caught.value).startswith(
        "no query is called 'zzz'; there is accounts-by-service, accounts-denied, accounts-mentioned-by"
    )


@pytest.mark.parametrize("content", [None, b"\xff\xfe"])
def test_a_file_that_cannot_be_read_is_named(content: bytes | None, tmp_path: Path) -> None:
    file = tmp_path / "rows.rq"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(ReadError, match=r"rows\.rq: cannot be read"):
        find_query(str(file))


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("# parameter: lang", "its parameter 'lang' is not described"),
        ("# parameter: x | colour | a colour", "its parameter 'x | colour | a colour' is not"),
        ("# quote: start end", "its quote is not described"),
        ("# most: all", "its most, 'all', is no number"),
    ],
)
def test_a_head_that_is_wrong_is_said_to_be(line: str, problem: str, tmp_path: Path) -> None:
    file = tmp_path / "rows.rq"
    file.write_text(f"{line}\nSELECT * {{ ?s ?p ?o }}", encoding="utf-8")
    with pytest.raises(QueryError) as caught:
        find_query(str(file))
    assert str(caught.value).startswith(f"{file}: {problem}")
