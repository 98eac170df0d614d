"""A selection chooses the questions that the graph says it of, and never becomes a query."""

import pytest
from pyoxigraph import Store

from hemicycle.errors import ExportError
from hemicycle.mint import Mint
from hemicycle.namespaces import BASE
from hemicycle.networks import build_network, read_selection

ID = f"{BASE}id/"


@pytest.mark.parametrize(
    ("where", "since", "until", "numbers"),
    [
        (["legislature=6"], None, None, {"6-10", "6-11"}),
        (["legislature=legislature/6,5"], "2014-01-01", None, {"6-10", "6-11"}),
        ([], "2013-04-30", "2013-04-30", {"5-8906", "5-8910", "5-8912"}),
        ([], None, "2012-12-31", {"5-9000"}),
        (
            ["senator=martine-taelman", "minister=monica-de-coninck"],
            None,
            None,
            {"5-8910", "5-9000"},
        ),
        ([f"party={ID}party/spa"], None, None, {"6-10"}),
        (["status=requalified"], None, None, {"6-11"}),
        (["family=5-8900"], None, None, {"5-8900", "5-8906", "5-8910", "5-8912"}),
        (["post=minister-van-werk"], None, None, {"5-8910", "5-9000", "6-10"}),
        (["concept=nl-x"], None, None, {"6-10"}),
    ],
)
def test_a_selection_chooses_questions(
    where: list[str], since: str | None, until: str | None, numbers: set[str], store: Store
) -> None:
    selection = read_selection(where, since, until)
    network = build_network(store, Mint(), "full", selection=selection)
    about = {"about", "asked-by", "addressed-to", "member-of"}
    found = {edge.source for edge in network.edges if edge.kind in about}
    assert {network.short(iri).removeprefix("question/") for iri in found} == numbers
    assert network.chosen == selection.words()


@pytest.mark.parametrize(
    ("where", "since", "message"),
    [
        (["year=5"], None, "'year=5' chooses no questions; write KEY=VALUE"),
        (["legislature"], None, "'legislature' chooses no questions"),
        (["legislature=,"], None, "'legislature=,' chooses no questions"),
        ([], "soon", "'soon' is no day; write one like 2012-01-01"),
    ],
)
def test_what_chooses_nothing_is_named(where: list[str], since: str | None, message: str) -> None:
    with pytest.raises(ExportError, match=message):
        read_selection(where, since)


@pytest.mark.parametrize("value", ["99", "5> ?s ?p ?o", "' OR 1=1", "\x00"])
def test_a_selection_without_questions_is_said(value: str, store: Store) -> None:
    selection = read_selection([f"legislature={value}"])
    with pytest.raises(ExportError, match="no question is chosen by legislature="):
        build_network(store, Mint(), selection=selection)
