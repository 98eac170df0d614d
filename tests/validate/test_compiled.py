"""Compiled shapes find what pySHACL finds: the same report, to the last focus node."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple
from rdflib import RDF, RDFS, SH, XSD, BNode, Graph
from rdflib import Literal as Worth

from hemicycle.assets import asset
from hemicycle.errors import ShapeError
from hemicycle.graphs import as_graph, as_term
from hemicycle.namespaces import HC, PREFIXES
from hemicycle.validate import SHAPE, Report, load_shapes, validate
from hemicycle.validate.compiled import (
    Checked,
    Compiled,
    Statement,
    Term,
    check,
    checked_report,
    compile_shapes,
    statements,
)

CASES = sorted((Path(__file__).parent.parent / "shapes").glob("*/*.ttl"))
BUILD = Path(__file__).parents[2] / "graphs" / "hemicycle.nq"
SHAPES = load_shapes(asset("shapes"))
COMPILED = compile_shapes(SHAPES)
ID = "https://w3id.org/hemicycle/id/"
EX = "https://example.org/"
PREFIX_LINES = "\n".join(
    f"@prefix {prefix}: <{namespace}> ."
    for prefix, namespace in (
        *((prefix, PREFIXES[prefix]) for prefix in ("rdfs", "hc", "xsd")),
        ("sh", str(SH._NS)),
        ("shape", SHAPE),
        ("ex", EX),
    )
)


def read(path: Path) -> list[Statement]:
    return list(statements(pyoxigraph.parse(path=path)))


def turtle(text: str) -> list[Statement]:
    data = f"{PREFIX_LINES}\n{text}".encode()
    return list(statements(pyoxigraph.parse(data, format=RdfFormat.TURTLE)))


def judged(found: Sequence[Statement], shapes: Graph) -> Report:
    return validate(as_graph(Triple(*statement) for statement in found), shapes)


def compiled(found: Sequence[Statement], checks: Compiled) -> Report:
    return checked_report(checks, [check(checks, found)])


def test_all_cases_at_once() -> None:
    found = [statement for path in CASES for statement in read(path)]
    expected = judged(found, SHAPES)
    assert len({result.shape for result in expected.results}) > 100
    assert compiled(found, COMPILED) == expected


def test_the_build() -> None:
    found = list(dict.fromkeys(read(BUILD)))
    report = compiled(found, COMPILED)
    assert report == judged(found, SHAPES)
    assert report.conforms


# A graph in which every shape has a focus node, and what may go wrong in it.

SOUND = list(
    dict.fromkeys(
        statement
        for path in CASES
        if path.name.startswith("valid-")
        for statement in read(path)
        if not isinstance(statement[0], BlankNode)
    )
)
SUBJECTS = list(dict.fromkeys(subject for subject, _, _ in SOUND))
PREDICATES = list(dict.fromkeys(predicate for _, predicate, _ in SOUND))
CLASSES = [o for _, p, o in SOUND if p.value == str(RDF.type) and isinstance(o, NamedNode)]
SPELLINGS = [
    *("", " ", "x", "0", "-1", "+7", "007", "12 ", "1e3", "٣", "²", "1.0", "true", "9" * 20),
    *("2013-04-30", "2013-02-29", "2012-02-29", "2013-13-01", "2013-04-30Z", "-0044-03-15"),
    *("12013-04-30", "2013-04-30T10:00:00", "2013-04", "2013", "5-8906", "a" * 300, "@x"),
]
DATATYPES = [NamedNode(XSD[name]) for name in ("string", "integer", "date", "gYear", "dateTime")]
DATATYPES += [NamedNode(XSD[name]) for name in ("decimal", "boolean", "nonNegativeInteger")]

iris: st.SearchStrategy[Term] = st.sampled_from(
    [
        *(
            NamedNode(f"{ID}{path}")
            for path in ("question/5-8906", "status/x", "person/A", "x%20y")
        ),
        NamedNode(EX),
    ]
)
literals: st.SearchStrategy[Term] = st.one_of(
    st.builds(
        lambda text, datatype: Literal(text, datatype=datatype),
        st.sampled_from(SPELLINGS),
        st.sampled_from(DATATYPES),
    ),
    st.builds(
        lambda text, code: Literal(text, language=code),
        st.sampled_from(SPELLINGS),
        st.sampled_from(["fr", "nl", "de", "en", "es", "FR", "nl-be"]),
    ),
)
terms: st.SearchStrategy[Term] = st.one_of(
    iris, literals, st.sampled_from([BlankNode("b"), *SUBJECTS]), st.sampled_from(CLASSES)
)
places = st.integers(0, len(SOUND) - 1)


@st.composite
def slips(draw: st.DrawFn, statement: Statement) -> list[Statement]:
    """What may stand in the place of a statement."""
    subject, predicate, stated = statement
    match draw(st.sampled_from(["drop", "double", "object", "predicate", "subject", "move"])):
        case "double":
            return [statement, (subject, predicate, draw(terms))]
        case "object":
            return [(subject, predicate, draw(terms))]
        case "predicate":
            return [(subject, draw(st.sampled_from(PREDICATES)), stated)]
        case "subject":
            named = draw(st.sampled_from([*SUBJECTS, BlankNode("b"), NamedNode(EX)]))
            return [(named, predicate, stated)]
        case "move":
            return [statement, (draw(st.sampled_from(SUBJECTS)), predicate, stated)]
    return []


@st.composite
def faults(draw: st.DrawFn) -> dict[int, list[Statement]]:
    """What stands in the place of some statements of the sound graph, and beside its first."""
    chosen = draw(st.sets(places, min_size=1, max_size=8))
    changed = {place: draw(slips(SOUND[place])) for place in sorted(chosen)}
    if draw(st.booleans()):
        below, above = draw(st.sampled_from(CLASSES)), draw(st.sampled_from(CLASSES))
        changed.setdefault(0, [SOUND[0]]).append((below, NamedNode(RDFS.subClassOf), above))
    return changed


def faulty(changed: Mapping[int, list[Statement]]) -> list[Statement]:
    places = enumerate(SOUND)
    return [said for place, sound in places for said in changed.get(place, [sound])]


COMPARED = {
    str(term)
    for parameter in (SH.lessThan, SH.lessThanOrEquals)
    for shape, other in SHAPES.subject_objects(parameter)
    for term in (other, SHAPES.value(shape, SH.path))
}
"""The properties whose values shapes compare."""


def has_order(statement: Statement) -> bool:
    """Whether pySHACL can judge a statement: it falls over, or errs, where a value has no order."""
    _, predicate, value = statement
    if predicate.value not in COMPARED:
        return True
    term = as_term(value)
    return not isinstance(term, BNode) and not (isinstance(term, Worth) and term.ill_typed)


def test_the_sound_graph_uses_every_shape() -> None:
    assert compiled(SOUND, COMPILED).unused == ()


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(faults())
def test_planted_faults(changed: dict[int, list[Statement]]) -> None:
    found = [statement for statement in faulty(changed) if has_order(statement)]
    assert compiled(found, COMPILED) == judged(found, SHAPES)


TWO_BEYOND = [
    (NamedNode(HC.Mention), NamedNode(RDFS.subClassOf), NamedNode(HC.QuestionChain))
]  # a closed shape meets two properties of one value


@settings(deadline=None)
@example({0: TWO_BEYOND})
@given(faults())
def test_order_and_repetition_make_no_difference(changed: dict[int, list[Statement]]) -> None:
    found = faulty(changed)
    assert compiled([*found[::-1], *found], COMPILED) == compiled(found, COMPILED)


@pytest.mark.parametrize("first", ['"mai 2013"^^xsd:date', "[]", '"2014-02-30"^^xsd:date'])
@pytest.mark.parametrize("last", ['"x"^^xsd:date', "[]", '"2014-01-30"^^xsd:date'])
def test_what_has_no_order_precedes_nothing(first: str, last: str) -> None:
    family = f"<{ID}family/5-8900>"
    said = f"{family} a hc:QuestionFamily ; hc:firstAnswerOn {first} ; hc:lastAnswerOn {last} ."
    results = compiled(turtle(said), COMPILED).results
    found = [one.component for one in results if one.path == str(HC.firstAnswerOn)]
    assert str(SH.LessThanOrEqualsConstraintComponent) in found


def test_pyshacl_says_that_it_cannot_compare() -> None:
    data = turtle(
        f"<{ID}family/5-8900> a hc:QuestionFamily ; hc:firstAnswerOn 'x'^^xsd:date ; "
        "hc:lastAnswerOn '2014-01-30'^^xsd:date ."
    )
    with pytest.raises((ShapeError, DeprecationWarning)):
        judged(data, SHAPES)


# Each component that our shapes do not use, or use in one way only.

CORE = {
    "and": "sh:and ( [ sh:class ex:A ] [ sh:nodeKind sh:IRI ] )",
    "class twice": "sh:class ex:A, ex:B",
    "closed": "sh:closed true ; sh:ignoredProperties ( rdfs:subClassOf <{RDF}type> )",
    "hasValue": "sh:hasValue ex:b",
    "node": "sh:node [ sh:property [ sh:path ex:n ; sh:minCount 1 ] ]",
    "node kind": "sh:nodeKind sh:BlankNodeOrLiteral",
    "not": "sh:not [ sh:class ex:B ]",
    "or": "sh:or ( [ sh:class ex:B ] [ sh:path ex:n ; sh:minInclusive 5 ] )",
    "xone": "sh:xone ( [ sh:class ex:A ] [ sh:class ex:B ] )",
}
ON_A_PATH = {
    "any language": 'sh:languageIn ( "*" )',
    "datatype": "sh:datatype xsd:decimal",
    "equals": "sh:equals ex:m",
    "greater": "sh:minExclusive 3",
    "has value": "sh:hasValue 3",
    "in": "sh:in ( 3 ex:b )",
    "language and variety": 'sh:languageIn ( "FR" )',
    "least": "sh:minInclusive 2.5",
    "less": "sh:maxExclusive 7",
    "less than": "sh:lessThan ex:m",
    "long": "sh:minLength 2",
    "moment": 'sh:maxInclusive "2013-05-01T00:00:00"^^xsd:dateTime',
    "most": "sh:maxInclusive 7",
    "none or more": "sh:minCount 0 ; sh:minLength 0",
    "one language": "sh:uniqueLang true",
    "one of two": "sh:minCount 2 ; sh:maxCount 2",
    "patterns": 'sh:pattern "e", "x.*/b"',
    "short": "sh:maxLength 1",
    "text": "sh:minInclusive 'm'",
    "time": 'sh:minExclusive "10:00:00"^^xsd:time',
}
NEVER_BROKEN = {"sh:minCount 0 ; sh:minLength 0", "sh:uniqueLang true"}
TOLD = """
    ex:a a ex:A ; ex:n 3, 7, 12.5, "x", "nn"@fr, "mm"@fr-be, ex:b ; ex:m 3, 8, "x", ex:b .
    ex:b a ex:B ; ex:n "2013-05-01T10:00:00"^^xsd:dateTime, "2013-05-01T10:00:00Z"^^xsd:dateTime ,
        "10:00:00"^^xsd:time, "11:00:00Z"^^xsd:time, "2012-01-01"^^xsd:date, "6"^^xsd:byte .
    ex:c a ex:C ; ex:n 5 ; ex:m 5.0 . ex:C rdfs:subClassOf ex:D . ex:D rdfs:subClassOf ex:A, ex:C .
    ex:d a ex:A, ex:B . ex:e ex:m "q"@nl, "r"@nl . ex:f ex:n "one"^^xsd:integer, true, "x"@fr .
"""
TARGETED = "sh:targetClass ex:A ; sh:targetSubjectsOf ex:n, ex:m ; sh:targetObjectsOf ex:m"


def small(constraint: str, target: str = TARGETED) -> Graph:
    text = f"shape:X {target} ; sh:message 'x'@en ; {constraint} .".replace("{RDF}", str(RDF))
    return Graph().parse(data=f"{PREFIX_LINES}\n{text}")


def same(shapes: Graph) -> Report:
    found = turtle(TOLD)
    report = compiled(found, compile_shapes(shapes))
    assert report == judged(found, shapes)
    return report


@pytest.mark.parametrize("constraint", CORE.values(), ids=CORE)
def test_a_component_on_a_node(constraint: str) -> None:
    assert same(small(constraint)).results


@pytest.mark.parametrize("path", ["ex:n", "[ sh:inversePath ex:m ]"])
@pytest.mark.parametrize("constraint", ON_A_PATH.values(), ids=ON_A_PATH)
def test_a_component_on_a_path(constraint: str, path: str) -> None:
    below = f"sh:property shape:P . shape:P sh:path {path} ; sh:message 'y'@en ; sh:severity"
    report = same(small(f"{below} sh:Warning ; {constraint}"))
    assert report.results or path != "ex:n" or constraint in NEVER_BROKEN


def test_a_target_that_the_data_lack() -> None:
    report = same(small("sh:class ex:B", "sh:targetNode ex:a, ex:zzz"))
    assert [count.focus_nodes for count in report.focus_counts] == [2]


REFUSED = {
    "says sh:minCout": "sh:minCout 1",
    "says sh:qualifiedMinCount": "sh:qualifiedMinCount 1",
    "says sh:sparql": "sh:sparql [ sh:select 'SELECT * {}' ]",
    "says sh:nodeKind more than once": "sh:nodeKind sh:IRI, sh:Literal",
    "says sh:deactivated": "sh:deactivated true",
    "sh:nodeKind cannot be": "sh:nodeKind sh:Iri",
    "sh:pattern cannot be": "sh:pattern '('",
    "sh:in cannot be": "sh:in 1",
    "sh:minLength cannot be": "sh:minLength -1",
    "sh:uniqueLang cannot be": "sh:uniqueLang 'yes'",
    "sh:lessThan cannot be": "sh:lessThan 'n'",
    "is closed neither": "sh:closed 'yes'",
    "has no list of shapes": "sh:or ex:none",
    "not described": "sh:node shape:Missing",
    "refers to itself": "sh:not shape:X",
    "closed and referred to": "sh:node [ sh:closed true ]",
    "needs one path": "sh:property [ sh:message 'x' ]",
    "has no message": "sh:property [ sh:path ex:n ]",
    "path of more than one": "sh:property [ sh:path ( ex:n ex:m ) ; sh:message 'x' ]",
    "says sh:property": "sh:property [ sh:path ex:n ; sh:message 'x' ; sh:property [] ]",
    "property shape with targets": "sh:path ex:n",
    "is a class too": "a rdfs:Class",
}


@pytest.mark.parametrize(("problem", "text"), REFUSED.items(), ids=REFUSED)
def test_what_is_not_known_is_refused(problem: str, text: str) -> None:
    with pytest.raises(ShapeError, match=problem) as caught:
        compile_shapes(small(text))
    assert caught.value.remedy


# A corpus in batches: each page alone, the authority files and what pages share apart.

TYPE = NamedNode(RDF.type)


def types_of(found: Sequence[Statement]) -> dict[Term, list[Term]]:
    types: dict[Term, list[Term]] = {}
    for subject, predicate, stated in found:
        if predicate == TYPE:
            types.setdefault(subject, []).append(stated)
    return types


def test_batches_find_what_the_whole_finds() -> None:
    """A batch of one question with all that points at it, the classes of the rest told."""
    whole = [s for path in CASES if path.parent.name == "ReadQuestionShape" for s in read(path)]
    about: dict[Term, list[Statement]] = {}
    for statement in dict.fromkeys(whole):
        about.setdefault(statement[0], []).append(statement)
    events = {s[2]: s[0] for s in whole if s[1].value in (str(HC.event), str(HC.alsoAskedAs))}
    batches: dict[Term, list[Statement]] = {}
    for subject, said in about.items():
        batches.setdefault(events.get(subject, subject), []).extend(said)
    checked: list[Checked] = [check(COMPILED, said, types_of(whole)) for said in batches.values()]
    assert checked_report(COMPILED, checked).results == compiled(whole, COMPILED).results
    assert checked_report(COMPILED, checked).focus_counts == compiled(whole, COMPILED).focus_counts


def test_without_context_a_node_elsewhere_has_no_class() -> None:
    said = turtle("<https://w3id.org/hemicycle/id/answer-section/5-1-1> hc:onBehalfOf ex:s .")
    said += turtle(
        "<https://w3id.org/hemicycle/id/answer-section/5-1-1> a hc:AnswerSection ; "
        "hc:sectionNumber 1 . ex:answer hc:section "
        "<https://w3id.org/hemicycle/id/answer-section/5-1-1> ."
    )
    alone = check(COMPILED, said)
    assert [result.shape for result in alone.results] == [f"{SHAPE}AnswerSection-onBehalfOf"]
    service = NamedNode(HC.FederalService)
    assert check(COMPILED, said, {NamedNode(f"{EX}s"): [service]}).results == ()


def test_triple_terms_are_refused() -> None:
    term = Triple(NamedNode(EX), NamedNode(EX), NamedNode(EX))
    with pytest.raises(TypeError, match="no triple of RDF"):
        list(statements([Triple(NamedNode(EX), NamedNode(EX), term)]))
