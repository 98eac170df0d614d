"""Authority files to quads of one graph, below any base; a broken file is named."""

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from hemicycle.errors import AuthorityError
from hemicycle.mint import Mint
from hemicycle.triples import authority_quads

TURTLE = """
@base <https://w3id.org/hemicycle/> .
@prefix hc: <https://w3id.org/hemicycle/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<id/service/spf-emploi> a hc:FederalService ; hc:serviceKind <id/service-kind/spf> ;
    skos:prefLabel "SPF Emploi"@fr ; skos:exactMatch <https://example.org/id/1> .
"""
EXPECTED = """
@base <{base}> .
@prefix hc: <https://w3id.org/hemicycle/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<graph/authority> {{
    <id/service/spf-emploi> a hc:FederalService ; hc:serviceKind <id/service-kind/spf> ;
        skos:prefLabel "SPF Emploi"@fr ; skos:exactMatch <https://example.org/id/1> .
}}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "services.ttl").write_text(TURTLE)
    return tmp_path / "services.ttl"


@pytest.mark.parametrize("base", ["https://w3id.org/hemicycle/", "https://example.net/senate/"])
def test_files_give_one_graph_below_the_mints_base(file: Path, base: str) -> None:
    expected = parse(EXPECTED.format(base=base), format=RdfFormat.TRIG)
    assert list(authority_quads([file], Mint(base))) == list(expected)


def test_what_two_files_say_comes_once(file: Path) -> None:
    once = list(authority_quads([file], Mint()))
    assert list(authority_quads([file, file], Mint())) == once


def test_iris_without_a_base_are_ours(file: Path) -> None:
    given = list(authority_quads([file], Mint()))
    file.write_text(TURTLE.replace("@base <https://w3id.org/hemicycle/> .", ""))
    assert list(authority_quads([file], Mint())) == given


@pytest.mark.parametrize(
    ("turtle", "line"),
    [
        ("<a> <b> 'c' .\n<a> <b> .\n", 2),
        ("<a> a nothing:Known .\n", 1),
        ("<a> <b> [] .\n", None),
        ("[] <b> <a> .\n", None),
    ],
)
def test_a_broken_file_is_named_with_its_line(file: Path, turtle: str, line: int | None) -> None:
    file.write_text(turtle)
    with pytest.raises(AuthorityError) as caught:
        list(authority_quads([file], Mint()))
    assert (caught.value.file, caught.value.line) == (str(file), line)


def test_a_file_of_another_encoding_is_named(file: Path) -> None:
    file.write_bytes("<a> <b> 'é' .".encode("cp1252"))
    with pytest.raises(AuthorityError) as caught:
        list(authority_quads([file], Mint()))
    assert caught.value.file == str(file)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(AuthorityError) as caught:
        list(authority_quads([tmp_path / "none.ttl"], Mint()))
    assert caught.value.file == str(tmp_path / "none.ttl")
