"""A report in all its forms: the expected files of report/, and what holds for any report."""

import json
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from rdflib import SH, Graph, Literal, Node, URIRef

from hemicycle.validate import (
    FocusCount,
    Language,
    Place,
    Report,
    Result,
    as_html,
    as_json,
    as_text,
    as_turtle,
    in_files,
    load_shapes,
    located,
    merged,
    validate,
)
from hemicycle.validate.report import reported

CASE = Path(__file__).parent / "report"
SHAPES = load_shapes(CASE / "shapes")

iris = st.sampled_from(["https://w3id.org/hemicycle/id/question/5-8906", "https://schema.org/text"])
nodes = iris.map(URIRef)
strings = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=200)
literals = st.one_of(strings.map(Literal), strings.map(lambda text: Literal(text, lang="fr")))
results = st.builds(
    Result,
    focus=nodes,
    path=st.one_of(st.none(), iris, iris.map(lambda iri: f"^<{iri}>")),
    value=st.one_of(st.none(), nodes, literals),
    shape=iris,
    component=st.just(str(SH.MinCountConstraintComponent)),
    severity=st.sampled_from(["Violation", "Warning", "Info"]),
    messages=st.dictionaries(st.sampled_from(["en", "fr", "nl", ""]), strings, min_size=1),
)
lists = st.lists(results, max_size=5, unique_by=lambda result: result.identity)
counts = st.builds(FocusCount, iris, st.integers(0, 9))


def report_of_case() -> Report:
    """The report of a hand-made file, which is named without its folder."""
    report = validate(Graph().parse(CASE / "data.ttl"), SHAPES)
    find = in_files([CASE / "data.ttl"])

    def place(result: Result) -> Place | None:
        found = find(result)
        return None if found is None else Place("data.ttl", found.line)

    return located(report, place)


def expected(name: str) -> str:
    return (CASE / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("language", get_args(Language))
def test_text(language: Language) -> None:
    assert as_text(report_of_case(), language) == expected(f"expected.{language}.txt")


@pytest.mark.parametrize("language", get_args(Language))
def test_html(language: Language) -> None:
    assert as_html(report_of_case(), language) == expected(f"expected.{language}.html")


@given(lists, st.sampled_from(get_args(Language)))
def test_html_shows_each_result_and_loads_nothing(found: list[Result], language: Language) -> None:
    page = html.document_fromstring(as_html(reported(found, []), language))
    assert len(page.xpath("//article")) == len(found)
    assert page.xpath("//@src | //@href | //script | //link") == []


def test_json() -> None:
    assert as_json(report_of_case()) == expected("expected.json")


def test_turtle() -> None:
    assert as_turtle(report_of_case()) == expected("expected.ttl")


def test_conforming_report() -> None:
    text = as_text(validate(Graph(), Graph()), "fr")
    assert text.splitlines()[:2] == [
        "Le graphe est conforme aux formes.",
        "Violations : 0. Avertissements : 0.",
    ]


def test_results_are_named_below_the_base() -> None:
    base = "https://data.example/"
    report = validate(Graph().parse(CASE / "data.ttl"), SHAPES, base=base)
    named = {str(node) for node in report.graph.objects(None, SH.result)}
    assert {name.rpartition("/")[0] for name in named} == {f"{base}id/validation-result"}


@given(lists, st.lists(counts, max_size=4))
def test_order_makes_no_difference(found: list[Result], looked_at: list[FocusCount]) -> None:
    report = reported(found, looked_at)
    other = reported(found[::-1], looked_at[::-1])
    assert report == other
    assert as_turtle(report) == as_turtle(other)
    assert as_json(report) == as_json(other)


@given(lists, st.lists(counts, max_size=4))
def test_a_report_merged_with_nothing_or_itself(
    found: list[Result], looked_at: list[FocusCount]
) -> None:
    report = reported(found, looked_at)
    assert merged([report]) == merged([report, reported([], [])]) == report
    assert merged([report, report]).results == report.results


@given(lists)
def test_turtle_is_the_graph(found: list[Result]) -> None:
    report = reported(found, [])
    assert set(Graph().parse(data=as_turtle(report))) == set(report.graph)


@given(lists)
def test_graph_says_what_the_results_say(found: list[Result]) -> None:
    report = reported(found, [])
    graph = report.graph
    nodes = list(graph.objects(None, SH.result))
    assert len(nodes) == len(report.results)
    said = {(values(graph, node, SH.focusNode), values(graph, node, SH.value)) for node in nodes}
    assert said == {
        ((result.focus,), () if result.value is None else (result.value,)) for result in found
    }


def values(graph: Graph, node: Node, said: URIRef) -> tuple[Node, ...]:
    return tuple(graph.objects(node, said))


@given(lists)
def test_json_has_every_result_whole(found: list[Result]) -> None:
    report = reported(found, [])
    read = json.loads(as_json(report))
    assert read["conforms"] is report.conforms
    assert [(r["focus"]["value"], r["path"], r["messages"]) for r in read["results"]] == [
        (str(result.focus), result.path, result.messages) for result in report.results
    ]


@given(lists, st.sampled_from(get_args(Language)))
def test_text_gives_each_result_its_message(found: list[Result], language: Language) -> None:
    report = reported(found, [])
    text = as_text(report, language)
    for result in report.results:
        message = result.messages.get(language, result.messages.get("en"))
        assert (message or "") in text
        assert f"] {result.focus}\n" in text
