"""A linked record to quads: cases compared whole, and what holds for every record."""

from pathlib import Path

import msgspec
import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse
from rdflib.namespace import DCTERMS

from hemicycle.errors import BuildError
from hemicycle.links import Linked
from hemicycle.mint import Mint
from hemicycle.namespaces import HC
from hemicycle.records import Relation
from hemicycle.triples import page_quads, placed, source_triples
from hemicycle.triples.mention import ALL_COPIES, PART_KINDS

CASES = sorted(Path(__file__).parent.glob("*/linked.json"))


def read_linked(path: Path) -> Linked:
    return msgspec.json.decode(path.read_bytes(), type=Linked)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_case(path: Path) -> None:
    expected = set(parse(path=path.with_name("expected.nq"), format=RdfFormat.N_QUADS))
    assert set(page_quads(read_linked(path), Mint())) == expected


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_another_base_moves_things_and_graphs_but_not_terms(path: Path) -> None:
    base = "https://example.org/senate/"
    expected = (
        str(quad)
        .replace("https://w3id.org/hemicycle/id/", f"{base}id/")
        .replace("https://w3id.org/hemicycle/graph/", f"{base}graph/")
        for quad in page_quads(read_linked(path), Mint())
    )
    assert list(map(str, page_quads(read_linked(path), Mint(base)))) == list(expected)


@pytest.mark.parametrize(
    ("relation", "problem"),
    [
        (Relation("also-known", "written-question", "5-1"), "also-known"),
        (Relation("also-asked", "motion", "5-1"), "motion"),
    ],
)
def test_a_relation_of_no_known_kind_is_an_error(relation: Relation, problem: str) -> None:
    linked = read_linked(CASES[0])
    record = msgspec.structs.replace(linked.record, relations=(relation,))
    with pytest.raises(BuildError, match=problem):
        list(page_quads(msgspec.structs.replace(linked, record=record), Mint()))


def test_a_language_of_no_page_is_an_error() -> None:
    linked = read_linked(CASES[0])
    record = msgspec.structs.replace(linked.record, languages=("it",))
    with pytest.raises(BuildError, match="'it'"):
        list(page_quads(msgspec.structs.replace(linked, record=record), Mint()))


def test_another_file_with_the_same_bytes_is_one_more_source_of_the_page() -> None:
    linked = read_linked(CASES[0])
    record = linked.record
    copy = msgspec.structs.replace(record.source, file="b.txt", url="https://example.org/b")
    provenance = Mint().graph("provenance")
    own = {quad for quad in page_quads(linked, Mint()) if quad.graph_name == provenance}
    copied = set(placed(source_triples(record, copy, Mint()), provenance))
    text = Mint().thing(f"text/{record.source.key}")
    assert copied - own == {
        Quad(text, NamedNode(HC.fileName), Literal("b.txt"), provenance),
        Quad(text, NamedNode(DCTERMS.source), NamedNode("https://example.org/b"), provenance),
    }


def test_a_fact_printed_twice_in_the_same_words_has_one_mention_at_its_first_place() -> None:
    linked = read_linked(CASES[0])
    mention = next(one for one in linked.mentions if one.kind not in (*PART_KINDS, ALL_COPIES))
    again = msgspec.structs.replace(mention, start=mention.start + 500, end=mention.end + 500)
    otherwise = msgspec.structs.replace(again, exact=f"{mention.exact}!")
    both = msgspec.structs.replace(linked, mentions=(*linked.mentions, again))
    assert list(page_quads(both, Mint())) == list(page_quads(linked, Mint()))
    other = msgspec.structs.replace(linked, mentions=(*linked.mentions, otherwise))
    assert len(list(page_quads(other, Mint()))) > len(list(page_quads(linked, Mint())))
