"""A rule that is asked for some values of its key finds what it finds of them among all."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, Quad, RdfFormat, Store, parse

from hemicycle.errors import QueryError
from hemicycle.infer import Rule, all_rules, key_values, keyed_triples, read_rule
from hemicycle.infer.run import rule_triples
from hemicycle.mint import Mint

CASES = sorted(Path(__file__).parent.glob("*/*/data.trig"))
KEYED = {rule.name: rule for rule in all_rules("archive") if rule.key is not None}
HEAD = "# title: a\n# description: b\n# scope: archive\n"


def quads_of(path: Path) -> list[Quad]:
    quads = parse(path.read_bytes(), format=RdfFormat.TRIG)
    return [Quad(quad.subject, quad.predicate, quad.object) for quad in quads]


def store_of(quads: list[Quad]) -> Store:
    store = Store()
    store.extend(quads)
    return store


def assert_cut(rule: Rule, store: Store) -> None:
    """The pieces of all values are what the rule constructs, and have nothing in common."""
    assert rule.key is not None
    merge = [quad.triple for quad in store.quads_for_pattern(None, None, None, DefaultGraph())]
    values = key_values(rule.key, merge)
    pieces = [keyed_triples(rule, [value], store, Mint()) for value in values]
    whole = set(rule_triples(rule, store, Mint()))
    assert set().union(*pieces) == whole
    assert sum(map(len, pieces)) == len(whole)
    assert keyed_triples(rule, values, store, Mint()) == whole


def test_these_rules_have_a_key() -> None:
    assert sorted(KEYED) == ["13-party-memberships", "same-text"]


@pytest.mark.parametrize("rule", KEYED.values(), ids=KEYED)
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parents[1].name)
def test_values_give_what_the_whole_gives(path: Path, rule: Rule) -> None:
    assert_cut(rule, store_of(quads_of(path)))


@pytest.mark.parametrize("rule", KEYED.values(), ids=KEYED)
@given(data=st.data())
def test_whatever_is_missing(rule: Rule, data: st.DataObject) -> None:
    folder = Path(__file__).parent / rule.name
    quads = [quad for path in sorted(folder.glob("*/data.trig")) for quad in quads_of(path)]
    there = data.draw(st.lists(st.sampled_from(quads), unique=True))
    assert_cut(rule, store_of(there))


def test_a_rule_without_key_has_no_pieces() -> None:
    rule = next(rule for rule in all_rules() if rule.key is None)
    with pytest.raises(ValueError, match=f"{rule.name} has no key"):
        keyed_triples(rule, [], Store(), Mint())


@pytest.mark.parametrize("line", ["# key: ?text", "# key: ?text nobody:text"])
def test_a_key_names_its_property(line: str, tmp_path: Path) -> None:
    file = tmp_path / "odd.rq"
    file.write_text(f"{HEAD}{line}\n", encoding="utf-8")
    with pytest.raises(QueryError, match="has a key without property") as raised:
        read_rule(file, "findings")
    assert raised.value.line == 4
