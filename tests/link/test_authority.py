"""Authority files to look-up tables, and what is wrong with files that are none."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemicycle.assets import asset, authority_files
from hemicycle.errors import AuthorityError
from hemicycle.link import load_authority
from hemicycle.link.names import Branch, Name
from hemicycle.link.tenures import Tenure
from hemicycle.link.turtle import Entry, Label, read_entries

PREFIXES = """\
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
BASE = "@base <https://w3id.org/hemicycle/> .\n"


def turtle(folder: Path, text: str, base: str = BASE, name: str = "a.ttl") -> Path:
    file = folder / name
    file.write_text(base + PREFIXES + text, encoding="utf-8")
    return file


def test_labels_and_days(tmp_path: Path) -> None:
    file = turtle(
        tmp_path,
        """<id/service/x> skos:prefLabel "SPF X"@fr ; skos:altLabel "X"@nl, "X" ;
             schema:foundingDate "2002"^^xsd:gYear ;
             schema:dissolutionDate "2017-02"^^xsd:gYearMonth .
           <http://example.org/y> skos:prefLabel "Y" .
           <id/service/z> skos:prefLabel "Z" ; schema:dissolutionDate "2017-12-31"^^xsd:date .""",
    )
    assert read_entries([file]) == [
        Entry(
            "service/x",
            (Label(0, "fr", "SPF X"), Label(1, "", "X"), Label(1, "nl", "X")),
            date(2002, 1, 1),
            date(2017, 3, 1),
        ),
        Entry("service/z", (Label(0, "", "Z"),), None, date(2018, 1, 1)),
    ]


def test_files_of_another_base_give_the_same_paths(tmp_path: Path) -> None:
    own = turtle(
        tmp_path, '<id/service/x> skos:prefLabel "SPF X"@fr .', "@base <http://e.org/> .\n"
    )
    ours = turtle(tmp_path, '<id/service/y> skos:prefLabel "SPF Y"@fr .', name="b.ttl")
    both = [entry.path for entry in read_entries([own, ours], "http://e.org/")]
    assert both == ["service/x", "service/y"]
    assert [entry.path for entry in read_entries([own, ours])] == ["service/y"]


KNOWN = load_authority(authority_files(()))


def names_below(onward: dict[str, Branch]) -> list[Name]:
    """All names of a tree."""
    found = [name for branch in onward.values() for name in branch.names]
    return found + [name for each in onward.values() for name in names_below(each.onward)]


DATED: list[Name | Tenure] = [
    *names_below(KNOWN.names),
    *(one for held in KNOWN.tenures.of_post.values() for one in held),
]


@given(st.dates(date(1990, 1, 1), date(2030, 1, 1)) | st.sampled_from(KNOWN.turns))
def test_all_that_is_dated_holds_on_a_day_as_in_its_era(on: date) -> None:
    era = KNOWN.era(on)
    assert era is not None
    assert [one for one in DATED if one.holds(on)] == [one for one in DATED if one.holds(era)]


def test_several_files_speak_of_one_node(tmp_path: Path) -> None:
    first = turtle(tmp_path, '<id/party/x> skos:prefLabel "X" .')
    second = turtle(tmp_path, '<id/party/x> skos:altLabel "Iks" .', name="b.ttl")
    (entry,) = read_entries([second, first])
    assert entry.labels == (Label(0, "", "X"), Label(1, "", "Iks"))


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ('<id/service/x> skos:prefLabel "SPF X@fr .', 5, "is not Turtle"),
        ("<id/service/x> nope:label 1 .", 5, "is not Turtle"),
        (
            '<id/service/x> skos:prefLabel "X" ;\n schema:foundingDate "in 2002" .',
            6,
            "has a date that is none: 'in 2002'",
        ),
        (
            '<id/service/x> schema:dissolutionDate "9999-12-31" .',
            5,
            "has a date that is none: '9999-12-31'",
        ),
    ],
)
def test_file_that_cannot_be_used(tmp_path: Path, text: str, line: int, problem: str) -> None:
    file = turtle(tmp_path, text)
    with pytest.raises(AuthorityError) as caught:
        load_authority([file])
    assert (caught.value.file, caught.value.line) == (str(file), line)
    assert caught.value.problem.startswith(problem)
    assert caught.value.remedy


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(AuthorityError, match="cannot be read"):
        load_authority([tmp_path / "none.ttl"])


def test_files_without_any_service(tmp_path: Path) -> None:
    with pytest.raises(AuthorityError, match="names a service"):
        load_authority([turtle(tmp_path, '<id/party/x> skos:prefLabel "X" .')])


def test_label_of_two_nodes_names_none(tmp_path: Path) -> None:
    authority = load_authority(
        [
            turtle(
                tmp_path,
                """<id/service/x> skos:prefLabel "SPF X"@fr .
                   <id/concept/1> skos:prefLabel "Un"@fr ; skos:altLabel "uno"@fr, "deux"@fr .
                   <id/concept/2> skos:prefLabel "deux"@fr ; skos:altLabel "uno"@fr .""",
            )
        ]
    )
    assert authority.concepts == {("fr", "un"): "concept/1", ("fr", "deux"): "concept/2"}


def test_authority_files_of_the_project() -> None:
    authority = load_authority(sorted(asset("ontology/authority").glob("*.ttl")))
    assert authority.parties["open-vld"] == "party/open-vld"
    assert authority.posts["nl", "minister-van-werk"] == "post/minister-van-werk"
    assert authority.concepts["fr", "médias sociaux"] == "concept/c_324b44f1"
    assert "person/laurette-onkelinx" in authority.persons
    assert {name.path for name in authority.own_names["fodfinancien"]} == {"service/spf-finances"}
