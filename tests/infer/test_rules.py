"""Each rule on small data, compared whole; and what holds of rules altogether."""

from pathlib import Path

import pytest
from pyoxigraph import Quad, RdfFormat, Store, parse

from hemicycle.errors import QueryError
from hemicycle.infer import Rule, apply_rule, finding_rules, infer, read_rule, rules
from hemicycle.mint import Mint
from hemicycle.namespaces import BASE

CASES = sorted(Path(__file__).parent.glob("*/*/data.trig"))
OTHER_BASE = "https://example.org/senate/"


def all_rules() -> dict[str, Rule]:
    return {rule.name: rule for rule in (*rules(), *finding_rules())}


def load(path: Path, base: str) -> Store:
    """A store of the quads in a file, with their merge as its default graph."""
    text = path.read_text(encoding="utf-8").replace(f"BASE <{BASE}>", f"BASE <{base}>")
    quads = list(parse(text, format=RdfFormat.TRIG))
    store = Store()
    store.extend(quads)
    store.extend(Quad(quad.subject, quad.predicate, quad.object) for quad in quads)
    return store


def expected_of(path: Path, base: str) -> set[Quad]:
    text = path.with_name("expected.nq").read_text(encoding="utf-8")
    for folder in ("id/", "graph/"):
        text = text.replace(f"<{BASE}{folder}", f"<{base}{folder}")
    return set(parse(text, format=RdfFormat.N_QUADS))


@pytest.mark.parametrize("base", [BASE, OTHER_BASE])
@pytest.mark.parametrize(
    "path", CASES, ids=lambda path: f"{path.parents[1].name}/{path.parent.name}"
)
def test_case(path: Path, base: str) -> None:
    rule = all_rules()[path.parents[1].name]
    store = load(path, base)
    before = set(store)
    run = apply_rule(rule, store, Mint(base))
    expected = expected_of(path, base)
    merged = {Quad(quad.subject, quad.predicate, quad.object) for quad in expected}
    assert set(store) - before == (expected | merged if rule.graph == "inferred" else expected)
    assert {str(triple) for triple in run.added} == {str(quad.triple) for quad in expected}
    assert len(run.added) == len(expected)
    assert apply_rule(rule, store, Mint(base)).added == ()


def test_every_rule_has_a_case() -> None:
    assert {path.parents[1].name for path in CASES} == set(all_rules())


@pytest.mark.parametrize("rule", all_rules().values(), ids=all_rules())
def test_every_rule_says_what_it_derives(rule: Rule) -> None:
    assert rule.title
    assert rule.description.endswith(".")
    assert len(rule.title) < 40


def test_rules_run_in_the_order_of_their_names_and_findings_last() -> None:
    names = [run.name for run in infer(Store(), Mint())]
    derived, found = [rule.name for rule in rules()], [rule.name for rule in finding_rules()]
    assert names == sorted(derived) + sorted(found)


def test_rules_see_what_earlier_ones_add_and_findings_stay_out_of_the_merge() -> None:
    path = Path(__file__).parent / "together" / "data.trig"
    store = load(path, BASE)
    before = set(store)
    added = sum(len(run.added) for run in infer(store, Mint()))
    expected = expected_of(path, BASE)
    inferred = {quad for quad in expected if quad.graph_name == Mint().graph("inferred")}
    merged = {Quad(quad.subject, quad.predicate, quad.object) for quad in inferred}
    assert set(store) - before == expected | merged
    assert added == len(expected)


@pytest.mark.parametrize(
    ("text", "line"),
    [("SELECT", 1), ("# title: t\nCONSTRUCT", 2), ("# title: t\n", 2), ("", 1)],
)
def test_a_rule_without_title_or_description_is_an_error(
    tmp_path: Path, text: str, line: int
) -> None:
    (tmp_path / "a.rq").write_text(text)
    with pytest.raises(QueryError) as caught:
        read_rule(tmp_path / "a.rq", "inferred")
    assert (caught.value.file, caught.value.line) == (str(tmp_path / "a.rq"), line)


@pytest.mark.parametrize(
    "query", ["CONSTRUCT { ?a ?b }", "ASK { ?a ?b ?c }", "SELECT ?a WHERE { ?a ?b ?c }"]
)
def test_what_constructs_nothing_is_an_error(tmp_path: Path, query: str) -> None:
    (tmp_path / "a.rq").write_text(f"# title: t\n# description: d.\n# scope: family\n{query}")
    rule = read_rule(tmp_path / "a.rq", "inferred")
    with pytest.raises(QueryError) as caught:
        apply_rule(rule, Store(), Mint())
    assert caught.value.file == str(tmp_path / "a.rq")
