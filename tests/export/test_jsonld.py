"""JSON-LD reads back as just the merge, whatever the context and the values."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse

from hemicycle.assets import asset
from hemicycle.errors import ExportError
from hemicycle.export import Request, export
from hemicycle.export.context import read_context
from hemicycle.export.jsonld import CONTEXT, Writer, jsonld_document, statements

HERE = Path(__file__).parent
XSD = "http://www.w3.org/2001/XMLSchema#"
EX = "http://example.org/"
RICH = read_context(HERE / "contexts" / "rich.jsonld")
OURS = read_context(asset(CONTEXT))
RDFLIB_WARNS_OF_ITSELF = pytest.mark.filterwarnings(
    "ignore:ConjunctiveGraph is deprecated:DeprecationWarning"
)
CONTEXTS = {"rich": RICH, "ours": OURS}


def document(triples: list[Triple], context: str) -> bytes:
    out = io.BytesIO()
    ordered = sorted(triples, key=lambda one: (str(one.subject), str(one)))
    jsonld_document(statements(ordered), CONTEXTS[context], out)
    return out.getvalue()


def read_back(written: bytes) -> list[Triple]:
    return [quad.triple for quad in parse(input=written, format=RdfFormat.JSON_LD)]


def test_it_reads_back_as_the_merge(
    merge: frozenset[Triple], request_for: Callable[[str], Request]
) -> None:
    request = request_for("graph.jsonld")
    export("jsonld", request)
    read = read_back(request.out.read_bytes())
    assert set(read) == merge
    assert len(read) == len(merge)


@RDFLIB_WARNS_OF_ITSELF
def test_rdflib_reads_the_same(
    merge: frozenset[Triple], request_for: Callable[[str], Request]
) -> None:
    request = request_for("graph.jsonld")
    export("jsonld", request)
    wanted = rdflib.Graph().parse(data="".join(f"{one} .\n" for one in merge), format="nt")
    assert set(rdflib.Graph().parse(request.out, format="json-ld")) == set(wanted)


def test_it_carries_the_published_context_and_an_object_a_line(
    merge: frozenset[Triple], request_for: Callable[[str], Request]
) -> None:
    request = request_for("graph.jsonld")
    export("jsonld", request)
    whole = json.loads(request.out.read_bytes())
    lines = request.out.read_text("utf-8").splitlines()
    subjects = {str(triple.subject)[1:-1] for triple in merge}
    assert whole["@context"] == json.loads(asset(CONTEXT).read_bytes())["@context"]
    assert {thing["id"] for thing in whole["@graph"]} == subjects
    assert lines[1] == '"@graph": ['
    assert [json.loads(line.rstrip(",")) for line in lines[2:-1]] == whole["@graph"]


def test_one_question_as_a_reader_sees_it(
    merge: frozenset[Triple],
) -> None:
    part = "https://w3id.org/hemicycle/id/question-part/5-8910-1"
    triples = sorted((one for one in merge if str(one.subject) == f"<{part}>"), key=str)
    assert Writer(OURS).object(part, statements(triples)) == {
        "id": part,
        "type": "QuestionPart",
        "partLabel": "1)",
        "partNumber": 1,
        "text": [
            {"@value": "Gebruiken de FOD's sociale media?", "@language": "nl"},
            {"@value": "Les SPF recourent-ils aux médias sociaux ?", "@language": "fr"},
        ],
    }


def literal(text: str, kind: str) -> Literal:
    return Literal(text, datatype=NamedNode(XSD + kind))


@pytest.mark.parametrize(
    ("predicate", "values", "written"),
    [
        ("title", [Literal("a", language="fr")], {"title": {"fr": "a"}}),
        (
            "title",
            [Literal(text, language=tag) for text, tag in (("a", "fr"), ("b", "fr"), ("c", "nl"))],
            {"title": {"fr": ["a", "b"], "nl": "c"}},
        ),
        ("title", [Literal("a")], {"ex:title": {"@value": "a"}}),
        ("titles", [Literal("a", language="fr")], {"titles": ["a"]}),
        ("french", [Literal("a", language="fr")], {"french": "a"}),
        ("french", [Literal("a")], {"french": {"@value": "a"}}),
        ("french", [literal("7", "integer")], {"french": 7}),
        ("dutch", [Literal("a", language="nl")], {"dutch": "a"}),
        (
            "dutch",
            [Literal("a", language="fr")],
            {"dutch": {"@value": "a", "@language": "fr"}},
        ),
        ("code", [Literal("a")], {"code": "a"}),
        ("on", [literal("2013-04-30", "date")], {"on": "2013-04-30"}),
        ("on", [Literal("2013")], {"on": {"@value": "2013"}}),
        (
            "on",
            [literal("2013", "gYear")],
            {"on": {"@value": "2013", "@type": "xsd:gYear"}},
        ),
        ("number", [literal("007", "integer")], {"number": "007"}),
        ("count", [literal("-7", "integer")], {"count": -7}),
        (
            "count",
            [literal("007", "integer")],
            {"count": {"@value": "007", "@type": "xsd:integer"}},
        ),
        (
            "count",
            [literal("1234567890123456", "integer")],
            {"count": {"@value": "1234567890123456", "@type": "xsd:integer"}},
        ),
        ("count", [literal("true", "boolean")], {"count": True}),
        ("count", [literal("1", "boolean")], {"count": {"@value": "1", "@type": "xsd:boolean"}}),
        ("see", [NamedNode(f"{EX}b")], {"see": ["ex:b"]}),
        ("see", [NamedNode(f"{EX}deep/b")], {"see": ["deep:b"]}),
        ("see", [NamedNode(f"{EX}/b")], {"see": ["ex:/b"]}),
        ("see", [NamedNode(f"{EX}//b")], {"see": [f"{EX}//b"]}),
        ("see", [NamedNode(EX)], {"see": [EX]}),
        ("see", [NamedNode(f"{EX}odd")], {"see": [f"{EX}odd"]}),
        ("see", [NamedNode(f"{EX}bare/x")], {"see": ["ex:bare/x"]}),
        ("see", [BlankNode("x")], {"see": ["_:x"]}),
        ("see", [Literal("a")], {"see": [{"@value": "a"}]}),
        ("french", [NamedNode(f"{EX}b")], {"french": {"@id": "ex:b"}}),
        ("odd", [NamedNode(f"{EX}b")], {"ex:odd": "ex:b"}),
        (
            "name",
            [Literal("a", language="fr"), Literal("b")],
            {"name": {"fr": "a"}, "nameCode": "b"},
        ),
        (
            "unknown",
            [Literal("a", language="fr")],
            {"ex:unknown": {"@value": "a", "@language": "fr"}},
        ),
    ],
)
def test_each_value_is_written_the_shortest_way(
    predicate: str,
    values: list[NamedNode | Literal | BlankNode],
    written: dict[str, object],
) -> None:
    triples = [Triple(NamedNode(f"{EX}a"), NamedNode(EX + predicate), value) for value in values]
    assert Writer(RICH).object("ex:a", statements(triples)) == {"id": "ex:a", **written}
    assert sorted(map(str, read_back(document(triples, "rich")))) == sorted(map(str, triples))


def test_classes_are_terms_where_there_are() -> None:
    kind = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    values: list[NamedNode | Literal]
    values = [NamedNode(f"{EX}Thing"), NamedNode(f"{EX}Other"), Literal("x")]
    triples = [Triple(NamedNode(f"{EX}a"), kind, value) for value in values]
    assert Writer(RICH).object("ex:a", statements(triples)) == {
        "id": "ex:a",
        "type": ["Thing", "ex:Other"],
        kind.value: {"@value": "x"},
    }
    assert set(read_back(document(triples, "rich"))) == set(triples)


@pytest.mark.parametrize("iri", ["ex:b", "title:x", "deep:x"])
def test_an_iri_that_the_context_takes_for_another_is_refused(iri: str) -> None:
    triple = Triple(NamedNode(f"{EX}a"), NamedNode(f"{EX}see"), NamedNode(iri))
    with pytest.raises(ExportError, match=f"the context reads {iri} as another IRI; export ttl"):
        document([triple], "rich")


def test_a_triple_in_a_triple_is_refused() -> None:
    inner = Triple(NamedNode(f"{EX}a"), NamedNode(f"{EX}b"), Literal("c"))
    outer = Triple(NamedNode(f"{EX}a"), NamedNode(f"{EX}see"), inner)
    with pytest.raises(ExportError, match="cannot hold a triple in a triple"):
        document([outer], "rich")


def test_no_triples_are_an_empty_graph() -> None:
    assert json.loads(document([], "rich"))["@graph"] == []
    assert read_back(document([], "rich")) == []


NAMES = ["title", "titles", "french", "dutch", "code", "on", "number", "count", "see", "name", "x"]
PREDICATES = st.sampled_from(
    [f"{EX}{name}" for name in [*NAMES, "odd", "deep/x", "12", ""]]
    + sorted(OURS.terms)
    + ["http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "http://www.w3.org/2002/07/owl#sameAs"]
)
LOCAL = st.text(alphabet="abcÉé1-_./:#?", max_size=8)
IRIS = st.builds(
    lambda space, local: NamedNode(space + local),
    st.sampled_from([EX, f"{EX}deep/", "https://w3id.org/hemicycle/id/", f"{XSD}date"]),
    LOCAL.filter(lambda local: "#" not in local),
)
TYPES = ["integer", "boolean", "date", "decimal", "double", "gYear", "anyURI", "string"]
LITERALS = st.one_of(
    st.builds(Literal, st.text()),
    st.builds(
        lambda text, tag: Literal(text, language=tag),
        st.text(),
        st.sampled_from(["fr", "nl", "de", "en", "fr-be", "zh-hant-tw"]),
    ),
    st.builds(
        literal,
        st.one_of(
            st.text(max_size=5),
            st.integers().map(str),
            st.sampled_from(["007", "-0", "+1", "1e3", "true", "1", "0", "2013-04-30", "٣"]),
        ),
        st.sampled_from(TYPES),
    ),
)
TRIPLES = st.lists(
    st.builds(Triple, IRIS, PREDICATES.map(NamedNode), st.one_of(IRIS, LITERALS)), max_size=12
)


@settings(deadline=None)
@given(triples=TRIPLES, context=st.sampled_from(sorted(CONTEXTS)))
def test_any_triples_read_back(triples: list[Triple], context: str) -> None:
    assert set(read_back(document(triples, context))) == set(triples)


@RDFLIB_WARNS_OF_ITSELF
@settings(deadline=None, max_examples=60)
@given(triples=TRIPLES, context=st.sampled_from(sorted(CONTEXTS)))
def test_rdflib_reads_any_triples(triples: list[Triple], context: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rdflib, "NORMALIZE_LITERALS", False)
        written = document(triples, context).decode()
        lines = "".join(f"{one} .\n" for one in triples)
        wanted = rdflib.Graph().parse(data=lines, format="nt")
        read = rdflib.Graph().parse(data=written, format="json-ld")
        assert {str(one) for one in read} == {str(one) for one in wanted}
