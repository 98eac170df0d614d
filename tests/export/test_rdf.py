"""Every RDF notation reads back as just what the store holds."""

from collections.abc import Callable, Iterable

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse
from rdflib import Graph
from rdflib.compare import isomorphic

from hemicycle.errors import ExportError
from hemicycle.export import FORMATS, Request, export
from hemicycle.namespaces import PREFIXES

TRIPLES = {
    "ttl": (RdfFormat.TURTLE, "turtle"),
    "nt": (RdfFormat.N_TRIPLES, "nt"),
    "rdfxml": (RdfFormat.RDF_XML, "xml"),
}
QUADS = {"nq": RdfFormat.N_QUADS, "trig": RdfFormat.TRIG}
A, B = NamedNode("http://example.org/a"), NamedNode("http://example.org/b")


@pytest.mark.parametrize("name", TRIPLES)
def test_triples_read_back_as_the_merge(
    name: str, merge: frozenset[Triple], request_for: Callable[[str], Request]
) -> None:
    request = request_for(f"graph{FORMATS[name].suffix}")
    export(name, request)
    read = [quad.triple for quad in parse(path=request.out, format=TRIPLES[name][0])]
    assert set(read) == merge
    assert len(read) == len(merge)


@pytest.mark.parametrize("name", TRIPLES)
def test_rdflib_reads_the_same_graph(
    name: str, merge: frozenset[Triple], request_for: Callable[[str], Request]
) -> None:
    request = request_for("graph")
    export(name, request)
    lines = "".join(f"{triple} .\n" for triple in merge)
    wanted = Graph().parse(data=lines, format="nt")
    assert isomorphic(Graph().parse(request.out, format=TRIPLES[name][1]), wanted)


@pytest.mark.parametrize("name", QUADS)
def test_quads_read_back_as_every_named_graph(
    name: str, quads: frozenset[Quad], request_for: Callable[[str], Request]
) -> None:
    request = request_for("graphs")
    export(name, request)
    read = list(parse(path=request.out, format=QUADS[name]))
    assert set(read) == quads
    assert len(read) == len(quads)


def test_turtle_uses_our_prefixes_and_a_block_a_subject(
    request_for: Callable[[str], Request],
) -> None:
    request = request_for("graph.ttl")
    export("ttl", request)
    lines = request.out.read_text("utf-8").splitlines()
    heads = [line for line in lines if not line.startswith(("@prefix", "\t", " "))]
    declared = {line.split()[1] for line in lines if line.startswith("@prefix")}
    assert declared == {f"{prefix}:" for prefix in PREFIXES}
    assert len({head.split()[0] for head in heads}) == len(heads)


WORDS = "a\x0b\x00b\r\nc\rd\ufffe e\u202e 😀 ]]> <&>\"'\t"
HOSTILE = Triple(A, B, Literal(WORDS))


@pytest.mark.parametrize("name", ["ttl", "nt"])
def test_any_character_survives(
    name: str, request_of: Callable[[Iterable[Triple], str], Request]
) -> None:
    request = request_of([HOSTILE], "graph")
    export(name, request)
    assert [one.triple for one in parse(path=request.out, format=TRIPLES[name][0])] == [HOSTILE]


@pytest.mark.parametrize("kind", ["plain", "language", "typed"])
def test_rdfxml_leaves_out_what_xml_cannot_hold(
    kind: str, request_of: Callable[[Iterable[Triple], str], Request]
) -> None:
    def literal(text: str) -> Literal:
        if kind == "language":
            return Literal(text, language="fr")
        return Literal(text, datatype=B) if kind == "typed" else Literal(text)

    request = request_of([Triple(A, B, literal(WORDS))], "graph")
    export("rdfxml", request)
    wanted = literal("ab\nc\nd e\u202e 😀 ]]> <&>\"'\t")
    read = Graph().parse(request.out, format="xml")
    assert [one.triple for one in parse(path=request.out, format=RdfFormat.RDF_XML)] == [
        Triple(A, B, wanted)
    ]
    assert [str(value) for value in read.objects()] == [wanted.value]


@pytest.mark.parametrize("iri", ["http://example.org/12", "http://example.org/", "urn:x:a/b c"])
def test_rdfxml_refuses_a_property_without_name(
    iri: str, request_of: Callable[[Iterable[Triple], str], Request]
) -> None:
    request = request_of([Triple(A, NamedNode(iri.replace(" ", "/9")), Literal("x"))], "graph")
    with pytest.raises(ExportError, match=r"RDF/XML has no name for the property .*; export ttl"):
        export("rdfxml", request)
    assert not request.out.exists()
