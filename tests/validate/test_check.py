"""What validation finds in a graph: results, counts of focus nodes, and its own errors."""

from pathlib import Path

import pytest
from rdflib import RDF, SH, Graph, Literal, URIRef

from hemicycle.assets import asset
from hemicycle.errors import ShapeError
from hemicycle.namespaces import HC
from hemicycle.validate import SHAPE, FocusCount, Result, load_shapes, merged, validate

CASE = Path(__file__).parent / "report"
ID = "https://w3id.org/hemicycle/id/"
EXAMPLE = "4-answered-for-two-services.ttl"
SHAPES = load_shapes(CASE / "shapes")
SH_PREFIX = str(SH._NS)


def shapes(text: str) -> Graph:
    prefixes = f"@prefix sh: <{SH}> . @prefix shape: <{SHAPE}> . @prefix hc: <{HC._NS}> .\n"
    return Graph().parse(data=prefixes + text)


def an_event() -> Graph:
    return Graph().add((URIRef(f"{HC._NS}a"), RDF.type, HC.Event))


def test_report_of_a_graph() -> None:
    report = validate(Graph().parse(CASE / "data.ttl"), SHAPES)
    words = next(Graph().parse(CASE / "data.ttl").objects(None, HC.askedOn))
    assert report.results == (
        Result(
            focus=URIRef(f"{ID}event/5-8906-2013-12-18-reminder"),
            path=f"^<{HC.event}>",
            value=None,
            shape=f"{SHAPE}Event-question",
            component=f"{SH_PREFIX}MinCountConstraintComponent",
            severity="Violation",
            messages={
                "en": "Tie it to a question.",
                "fr": "Rattachez-le.",
                "nl": "Verbind ze.",
            },
        ),
        Result(
            focus=URIRef(f"{ID}question/5-8906"),
            path=str(HC.askedOn),
            value=words,
            shape=f"{SHAPE}Question-askedOn",
            component=f"{SH_PREFIX}DatatypeConstraintComponent",
            severity="Violation",
            messages={"en": "Give a day.", "fr": "Donnez un jour.", "nl": "Geef een dag."},
        ),
        Result(
            focus=URIRef(f"{ID}question/5-8910"),
            path="http://purl.org/dc/terms/title",
            value=None,
            shape=f"{SHAPE}Question-titled",
            component=f"{SH_PREFIX}MinCountConstraintComponent",
            severity="Warning",
            messages={
                "en": "It has no title.",
                "fr": "Elle n'a pas de titre.",
                "nl": "Ze heeft geen titel.",
            },
        ),
    )
    assert report.focus_counts == (
        FocusCount(f"{SHAPE}EventShape", 1),
        FocusCount(f"{SHAPE}PlatformShape", 0),
        FocusCount(f"{SHAPE}QuestionShape", 2),
    )
    assert report.unused == (f"{SHAPE}PlatformShape",)
    assert not report.conforms


def test_warnings_alone_conform() -> None:
    data = Graph().add((URIRef(f"{ID}question/5-8910"), RDF.type, HC.WrittenQuestion))
    report = validate(data, SHAPES)
    assert [result.severity for result in report.results] == ["Warning"]
    assert report.conforms


def test_unused_shapes_are_an_error_when_asked_for() -> None:
    data = Graph().parse(CASE / "data.ttl")
    with pytest.raises(ShapeError, match="PlatformShape"):
        validate(data, SHAPES, empty_is_error=True)
    data.add((URIRef(f"{ID}account/x"), HC.platform, URIRef(f"{ID}platform/twitter")))
    assert validate(data, SHAPES, empty_is_error=True).unused == ()


def test_neither_graph_is_changed() -> None:
    data, checks = Graph().parse(CASE / "data.ttl"), load_shapes(CASE / "shapes")
    before = set(data), set(checks)
    validate(data, checks)
    assert (set(data), set(checks)) == before


def test_a_node_counts_once_for_all_targets_of_a_shape() -> None:
    checks = shapes("""
        shape:X sh:targetClass hc:Question ; sh:targetSubjectsOf hc:number ;
            sh:targetObjectsOf hc:alsoAskedAs ; sh:targetNode hc:x .
    """)
    data = Graph().parse(
        data=f"""
        @prefix hc: <{HC._NS}> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        hc:WrittenQuestion rdfs:subClassOf hc:Question .
        hc:a a hc:WrittenQuestion ; hc:number 1, 2 ; hc:alsoAskedAs hc:a, hc:b .
        """
    )
    assert validate(data, checks).focus_counts == (FocusCount(f"{SHAPE}X", 3),)


def test_one_fault_seen_twice_is_one_result() -> None:
    checks = shapes("""
        shape:A sh:targetClass hc:Event ; sh:property shape:P .
        shape:B sh:targetNode hc:a ; sh:property shape:P .
        shape:P sh:path hc:eventKind ; sh:minCount 1 ; sh:message "Say it."@en .
    """)
    report = validate(an_event(), checks)
    assert [result.focus for result in report.results] == [URIRef(f"{HC._NS}a")]


def test_a_shape_without_message_has_that_of_its_component() -> None:
    checks = shapes("shape:A sh:targetClass hc:Event ; sh:nodeKind sh:Literal .")
    (result,) = validate(an_event(), checks).results
    assert list(result.messages) == [""]
    assert result.path is None


def test_an_iri_that_is_none_can_be_named() -> None:
    data = Graph().add((URIRef("http://a b"), RDF.type, HC.Event))
    (result,) = validate(data, shapes("shape:A sh:targetClass hc:Event ; sh:maxLength 1 .")).results
    assert result.focus == URIRef("http://a b")


@pytest.mark.parametrize(
    "text",
    [
        'shape:A sh:targetClass hc:Event ; sh:pattern "(" .',
        "shape:A sh:targetClass hc:Event ; sh:minCount 1 .",
        "shape:A sh:targetClass hc:Event ; sh:property shape:P . shape:P sh:path sh:x, sh:y .",
    ],
)
def test_shapes_that_cannot_be_used_are_refused(text: str) -> None:
    with pytest.raises(ShapeError) as caught:
        validate(an_event(), shapes(text))
    assert caught.value.remedy


def test_merged_reports_add_up() -> None:
    data = Graph().parse(CASE / "data.ttl")
    parts = [Graph(), Graph()]
    for index, focus in enumerate(sorted(set(data.subjects()), key=str)):
        for triple in data.triples((focus, None, None)):
            parts[index % 2].add(triple)
    assert merged(validate(part, SHAPES) for part in parts) == validate(data, SHAPES)


def test_literals_keep_their_form() -> None:
    data = an_event().add((URIRef(f"{HC._NS}a"), HC.number, Literal("08", datatype=None)))
    checks = shapes(
        "shape:A sh:targetSubjectsOf hc:number ; sh:property shape:P . "
        "shape:P sh:path hc:number ; sh:maxLength 1 ."
    )
    (result,) = validate(data, checks).results
    assert result.value == Literal("08")


def test_a_shape_that_found_nothing_is_an_error_unless_it_may() -> None:
    text = "shape:A sh:targetClass hc:Event . shape:B sh:targetClass hc:Question {} ."
    report = validate(an_event(), shapes(text.format("")))
    assert report.errors == report.unused == (f"{SHAPE}B",)
    report = validate(an_event(), shapes(text.format("; shape:mayFindNone true")))
    assert (report.errors, report.unused) == ((), (f"{SHAPE}B",))
    assert merged([report, report]).errors == ()


def test_a_shape_may_find_nothing_only_where_the_graph_lacks_what_it_is_for() -> None:
    text = """
        shape:A sh:targetClass hc:Event .
        shape:B sh:targetClass hc:Answer ; shape:mayFindNoneWithout hc:answers , hc:receivedOn .
    """
    lacking = an_event()
    assert validate(lacking, shapes(text)).errors == ()
    having = an_event().add((URIRef(f"{HC._NS}b"), HC.answers, URIRef(f"{HC._NS}c")))
    report = validate(having, shapes(text))
    assert report.errors == report.unused == (f"{SHAPE}B",)
    whole = merged([validate(lacking, shapes(text)), report])
    assert whole.errors == (f"{SHAPE}B",)


def test_every_class_that_goes_unnamed_is_an_error_of_the_report() -> None:
    """A build's graph without the types of one class: the shape of that class looked at none."""
    checks = load_shapes(asset("shapes"))
    data = Graph().parse(asset("ontology/examples") / "written-question" / EXAMPLE)
    report = validate(data, checks)
    missed = {f"{SHAPE}{name}" for name in ("AnswerShape", "AnswerSectionShape", "EventShape")}
    assert not missed & {*report.unused}
    for kind in (HC.Answer, HC.AnswerSection, HC.Event):
        data.remove((None, RDF.type, kind))
    assert missed <= {*validate(data, checks).errors}


def test_a_foreign_graph_is_an_error_of_every_shape() -> None:
    foreign = Graph().add(
        (URIRef("http://example.org/a"), RDF.type, URIRef("http://example.org/B"))
    )
    report = validate(foreign, load_shapes(asset("shapes")))
    assert report.conforms
    assert report.is_foreign
    assert report.errors == report.unused
    assert len(report.errors) == len(report.focus_counts)
