"""The declared tables: terms that the ontology has, keys that lead somewhere, one file each."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import parse

from hemicycle.assets import asset
from hemicycle.errors import ExportError
from hemicycle.mint import Mint
from hemicycle.namespaces import PREFIXES
from hemicycle.tables import Table, find_table, load_table, load_tables
from hemicycle.tables.declaration import DEFINITIONS, ORDER
from hemicycle.tables.paths import Keep, parse_path, term_iri

TABLES = {table.name: table for table in load_tables()}


def own_terms(table: Table) -> Iterator[str]:
    yield term_iri(table.rows).value
    paths = [*table.where, *(path for column in table.columns for path in column.paths)]
    for step in (step for path in paths for step in parse_path(path, Mint()).steps):
        yield step.predicate.value
        if isinstance(step, Keep):
            yield step.value.value


def test_every_file_is_a_table_of_its_name() -> None:
    files = [file.stem for file in asset(DEFINITIONS).glob("*.toml")]
    assert sorted(files) == sorted(ORDER) == sorted(TABLES)
    assert [table.name for table in load_tables()] == list(ORDER)


@pytest.mark.parametrize("name", ORDER)
def test_every_term_of_ours_is_in_the_ontology(name: str) -> None:
    known = {str(quad.subject) for quad in parse(path=asset("ontology/hemicycle.ttl"))}
    ours = {f"<{iri}>" for iri in own_terms(TABLES[name]) if iri.startswith(PREFIXES["hc"])}
    assert ours
    assert ours - known == set()


@pytest.mark.parametrize("name", ORDER)
def test_columns_have_one_name_each_and_keys_lead_to_columns(name: str) -> None:
    table = TABLES[name]
    assert len(set(table.header)) == len(table.header)
    for column in table.columns:
        if column.refers_to is not None:
            other, _, key = column.refers_to.partition(".")
            assert key in TABLES[other].header
            assert not column.several


def test_an_unknown_table_is_named() -> None:
    with pytest.raises(ExportError) as caught:
        find_table("votes")
    assert str(caught.value).startswith("no table is called 'votes'; there is questions, answers, ")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "missing required field `name`"),
        ("name = ", "Invalid value"),
        ('name = "x"\nsort = 1', "contains unknown field `sort`"),
    ],
)
def test_what_declares_no_table_is_named(text: str, words: str, tmp_path: Path) -> None:
    file = tmp_path / "x.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ExportError) as caught:
        load_table(file)
    assert str(caught.value).startswith(f"{file}: declares no table: ")
    assert words in str(caught.value)
