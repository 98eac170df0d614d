"""Rows: each case is a declaration, a graph and the table, the same of a store and of memory."""

import io
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store, Triple, parse

from hemicycle.mint import Mint
from hemicycle.namespaces import PREFIXES
from hemicycle.query import write_rows
from hemicycle.tables import (
    Facts,
    StoreFacts,
    Table,
    TripleFacts,
    cell_text,
    find_table,
    load_table,
    natural_key,
    table_rows,
)
from hemicycle.tables.facts import Node, RememberedFacts, Term


class Counting(TripleFacts):
    """Counts how often it is asked."""

    asked = 0

    def objects(self, subject: Node, predicate: NamedNode) -> Sequence[Term]:
        """What a subject has for a property."""
        self.asked += 1
        return super().objects(subject, predicate)


CASES = sorted((Path(__file__).parent / "cases").iterdir())


def triples_of(case: Path) -> list[Triple]:
    return [quad.triple for quad in parse(path=case / "data.ttl")]


def store_of(triples: list[Triple]) -> Store:
    store = Store()
    store.extend(Quad(one.subject, one.predicate, one.object) for one in triples)
    return store


def csv_of(table: Table, facts: Facts) -> str:
    out = io.StringIO(newline="")
    rows = table_rows(table, facts, Mint())
    write_rows(table.header, [[cell_text(cell) for cell in row.cells] for row in rows], out)
    return out.getvalue()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_gives_its_table(case: Path) -> None:
    table, triples = load_table(case / "table.toml"), triples_of(case)
    expected = (case / "expected.csv").read_text(encoding="utf-8")
    assert csv_of(table, TripleFacts(triples)) == expected
    assert csv_of(table, TripleFacts([*reversed(triples), *triples])) == expected
    assert csv_of(table, StoreFacts(store_of(triples))) == expected


def test_what_neighbours_ask_is_not_mixed_up_when_memory_is_full() -> None:
    """More rows than answers are kept: every row still has its own question's number."""
    names = ("Answer", "WrittenQuestion", "answers")
    terms = {name: NamedNode(f"{PREFIXES['hc']}{name}") for name in names}
    kind = NamedNode(f"{PREFIXES['rdf']}type")
    triples = []
    for number in range(3000):
        answer, question = (Mint().thing(f"{kind}/5-{number}") for kind in ("answer", "question"))
        triples += [
            Triple(answer, kind, terms["Answer"]),
            Triple(question, kind, terms["WrittenQuestion"]),
            Triple(answer, terms["answers"], question),
            Triple(question, NamedNode(f"{PREFIXES['dcterms']}identifier"), Literal(f"5-{number}")),
        ]
    rows = list(table_rows(find_table("answers"), TripleFacts(triples), Mint()))
    assert [row.cells[1] for row in rows] == [(f"5-{number}",) for number in range(3000)]


def test_short_answers_are_kept_and_long_texts_are_not() -> None:
    service, label = Mint().thing("service/x"), NamedNode(f"{PREFIXES['skos']}prefLabel")
    for length, times in ((10, 1), (100_000, 3)):
        facts = Counting([Triple(service, label, Literal("x" * length))])
        near = RememberedFacts(facts)
        for _ in range(3):
            assert near.objects(service, label) == [Literal("x" * length)]
        assert facts.asked == times


def test_natural_order() -> None:
    mixed = ["b", "a10", "a09", "a9", "", "10", "9", "a", "a9b", "1" * 5000]
    expected = ["", "9", "10", "1" * 5000, "a", "a09", "a9", "a9b", "a10", "b"]
    assert sorted(mixed, key=natural_key) == expected


@given(st.sets(st.text("a9-0\u0663", max_size=6)))
def test_natural_order_is_one_order(texts: set[str]) -> None:
    keys = [natural_key(text) for text in texts]
    assert len(set(keys)) == len(texts)


@given(st.lists(st.integers(0, 10**9), min_size=1))
def test_natural_order_is_that_of_numbers(numbers: list[int]) -> None:
    texts = sorted({f"5-{number}" for number in numbers}, key=natural_key)
    assert texts == [f"5-{number}" for number in sorted(set(numbers))]
