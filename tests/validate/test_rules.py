"""Rules across documents find what breaks them and nothing else; broken files are refused.

Cases: rules/{rule}/data.ttl, and what the rule finds in it, as expected.csv.
"""

import csv
import re
from pathlib import Path

import pyoxigraph
import pytest
from pyoxigraph import Store

from hemicycle.assets import asset
from hemicycle.errors import ShapeError
from hemicycle.namespaces import BASE, HC, PREFIXES
from hemicycle.validate import SHAPE, CrossRule, check_rules, load_rules
from hemicycle.validate.shapes import LANGUAGES

CASES = sorted((Path(__file__).parent / "rules").iterdir())
RULES = {rule.name: rule for rule in load_rules(asset("shapes/rules"))}
BUILD = Path(__file__).parents[2] / "graphs" / "hemicycle.ttl"


def load(path: Path) -> Store:
    store = Store()
    store.extend(pyoxigraph.parse(path=path))
    return store


def short(iri: object) -> str:
    text = "" if iri is None else str(iri)
    for prefix, namespace in PREFIXES.items():
        if text.startswith(namespace):
            return f"{prefix}:{text.removeprefix(namespace)}"
    return text.removeprefix(BASE)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case.name))
def test_case(case: Path) -> None:
    rule = RULES[case.name]
    report = check_rules([rule], load(case / "data.ttl"))
    found = [
        {"focus": short(r.focus), "path": short(r.path), "value": short(r.value)}
        for r in report.results
    ]
    with (case / "expected.csv").open(encoding="utf-8", newline="") as file:
        assert found == list(csv.DictReader(file))
    assert all(result.shape == f"{SHAPE}Rule-{case.name}" for result in report.results)
    assert all(result.severity == rule.severity for result in report.results)
    assert all(list(result.messages) == list(LANGUAGES) for result in report.results)
    assert report.unused == ()


def test_every_rule_has_a_case() -> None:
    assert [case.name for case in CASES] == list(RULES)


def test_the_build_keeps_every_rule() -> None:
    report = check_rules(RULES.values(), load(BUILD))
    assert report.results == ()
    assert len(report.focus_counts) == len(RULES)


HEAD = """# severity: Violation
# looks-at: instances hc:Answer
# message-en: x
# message-fr: x
# message-nl: x
"""
SELECT = "SELECT ?focus WHERE { ?focus ?path ?value }"


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        (HEAD.replace("Violation", "Fault") + SELECT, 1, "has severity Fault"),
        (HEAD.replace("instances", "all") + SELECT, 2, "looks at 'all hc:Answer'"),
        (HEAD.replace("hc:", "") + SELECT, 2, "looks at 'instances Answer'"),
        (HEAD.replace("# message-fr: x\n", "") + SELECT, 4, "does not say message-fr"),
        (HEAD.replace("-nl: x", "-nl: ") + SELECT, 5, "does not say message-nl"),
        ("", 1, "does not say severity"),
        (HEAD.replace("hc:Answer", "hc:Anwser") + SELECT, 2, "there is no term hc:Anwser"),
        (f"{HEAD}SELECT ?focus\nWHERE {{ ?focus hc:askdOn ?x }}", 7, "there is no term hc:askdOn"),
    ],
)
def test_a_broken_head_is_refused(tmp_path: Path, text: str, line: int, problem: str) -> None:
    file = tmp_path / "rule.rq"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ShapeError) as caught:
        load_rules(tmp_path)
    assert (caught.value.file, caught.value.line) == (str(file), line)
    assert caught.value.problem == problem
    assert caught.value.remedy


@pytest.mark.parametrize(
    "query", ["SELEKT", "ASK { ?focus ?path ?value }", "SELECT ?x { ?x a ?y }"]
)
def test_a_broken_query_is_refused(tmp_path: Path, query: str) -> None:
    file = tmp_path / "rule.rq"
    file.write_text(HEAD + query, encoding="utf-8")
    with pytest.raises(ShapeError) as caught:
        check_rules(load_rules(tmp_path), Store())
    assert caught.value.file == str(file)


def test_a_folder_without_rules_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ShapeError, match="holds no rules"):
        load_rules(tmp_path)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_a_rule_names_terms_that_there_are(rule: CrossRule) -> None:
    """SPARQL passes over a property that nothing has: a slip would find nothing, for ever."""
    names = re.findall(r"\bhc:(\w+)", rule.query)
    assert names
    assert [name for name in names if HC._NS[name] not in HC] == []
