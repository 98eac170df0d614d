"""Values in a query's text mean what values beside a query mean, and nothing else."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, QuerySolutions, RdfFormat, Store, Triple, Variable, parse

from hemicycle.errors import QueryError
from hemicycle.mint import Mint
from hemicycle.namespaces import PREFIXES
from hemicycle.opened import OpenBuild, open_build
from hemicycle.query import NamedQuery, Term, named_queries, run_query
from hemicycle.rdf_bytes import rdf_bytes
from hemicycle.remote.lexer import tokens
from hemicycle.remote.sparql_text import insert_data, prologue, term_text
from hemicycle.remote.substitute import substituted

BUILD = Path(__file__).parents[2] / "graphs"
VALUES = {
    "iri": ["family/5-8900", "service/spf-emploi", "question/5-8906"],
    "string": ["Coninck", "Tael", 'a" } UNION { ?s ?p ?o'],
    "integer": ["2013", "1"],
    "date": ["2014-01-01"],
    "lang": ["nl"],
}
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("\\\"'uU0027{}\n\r"))


class InText:
    """A store that is told values in the query's text alone."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def query(
        self,
        query: str,
        *,
        base_iri: str | None = None,
        prefixes: dict[str, str] | None = None,
        substitutions: dict[Variable, Term] | None = None,
    ) -> QuerySolutions:
        """What the text finds, with the values in it."""
        values = {name.value: term for name, term in (substitutions or {}).items()}
        found = self._store.query(
            prologue(base_iri or "", prefixes or {}) + substituted(query, values)
        )
        assert isinstance(found, QuerySolutions)
        return found


@pytest.fixture(scope="module")
def build() -> OpenBuild:
    return open_build(BUILD)


@pytest.mark.parametrize("named", named_queries(), ids=lambda named: named.name)
def test_named_queries_find_the_same(named: NamedQuery, build: OpenBuild) -> None:
    given_values = [
        {parameter.name: value}
        for parameter in named.parameters
        for value in VALUES[parameter.kind]
    ]
    needed = {p.name: VALUES[p.kind][0] for p in named.parameters if p.default is None}
    for values in ({}, *given_values):
        bindings = {**needed, **values}
        expected = run_query(build.store, named, build.mint, bindings)
        assert run_query(InText(build.store), named, build.mint, bindings) == expected


PEOPLE = """
    <x:a> <x:name> "Ada" ; <x:age> 36 ; <x:knows> <x:b> .
    <x:b> <x:name> "Bo" ; <x:age> 17 ; <x:knows> <x:a>, <x:c> .
    <x:c> <x:name> "Ce" ; <x:age> 50 .
"""
CASES = [
    "SELECT ?n WHERE { ?s <x:name> ?n }",
    "select*{ ?s <x:name> ?n }",
    "SELECT ?n ?s { { SELECT ?n ?s { ?s <x:name> ?n } ORDER BY DESC(?n) LIMIT 1 } }",
    "SELECT ?n { { SELECT ?s (SAMPLE(?o) AS ?any) { ?s ?p ?o } GROUP BY ?s } ?s <x:name> ?n }",
    "SELECT ?n (COUNT(*) AS ?c) (GROUP_CONCAT(?o; separator='{') AS ?g) { ?s <x:name> ?n ; ?p ?o } GROUP BY ?n",
    "SELECT ?n ?x { VALUES ?x { UNDEF 1 } VALUES ?n { UNDEF } ?s <x:name> ?m FILTER(?m = ?n) }",
    "SELECT ?n { { VALUES ?n { UNDEF } ?s <x:name> ?m FILTER(?m = ?n) } UNION { ?s <x:name> ?n } }",
    "SELECT ?n ?s { ?s <x:name> ?n FILTER EXISTS { ?s <x:knows> ?o { SELECT ?o { ?o <x:age> ?a } } } }",
    '# SELECT ?n { \nSELECT ?n { ?s <x:name> ?n # } {\n FILTER(?n != \'{\' && ?n != """}""" && ?n<"~") }',
    "SELECT ?n ?a { ?s <x:age> ?a OPTIONAL { ?s <x:knows> ?o OPTIONAL { ?o <x:name> ?m FILTER(?m = ?n) } } FILTER(BOUND(?m)) }",
    "SELECT ?n ?r { { ?s <x:name> ?m BIND(IF(?m = ?n, 1, 0) AS ?r) } UNION { ?s <x:name> ?r FILTER(?n > ?r) } }",
    "SELECT ?n (SUM(?a) AS ?c) { { SELECT ?n ?a { ?s <x:age> ?a ; <x:name> ?n } GROUP BY ?n ?a } } GROUP BY ?n ORDER BY ?n",
    "PREFIX select: <x:> SELECT ?n { ?s select:name ?n . OPTIONAL { ?s <x:age> ?where } }",
]


@pytest.mark.parametrize("text", CASES)
def test_it_finds_what_the_store_finds(text: str) -> None:
    store = Store()
    store.load(PEOPLE.encode(), RdfFormat.TURTLE)
    value = Literal("Bo")
    expected = store.query(text, substitutions={Variable("n"): value})
    found = store.query(substituted(text, {"n": value}))
    assert isinstance(expected, QuerySolutions)
    assert isinstance(found, QuerySolutions)
    rows = sorted(map(str, expected))
    assert rows
    assert sorted(map(str, found)) == rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ASK { ?s ?p ?x }", 'ASK { VALUES ?x { "a" } ?s ?p ?x }'),
        (
            "CONSTRUCT { ?x ?p ?s } WHERE { ?s ?p ?x }",
            'CONSTRUCT { ?x ?p ?s } WHERE { VALUES ?x { "a" } ?s ?p ?x }',
        ),
        ("DESCRIBE ?s WHERE { ?s ?p ?x }", 'DESCRIBE ?s WHERE { VALUES ?x { "a" } ?s ?p ?x }'),
        ("SELECT ?y { ?s ?p ?x }", "SELECT ?y { ?s ?p ?x }"),
        ("SELECT ?y { VALUES ?y { UNDEF } ?s ?p ?y }", "SELECT ?y {      ?s ?p ?y }"),
        ("SELECT ?y { VALUES ?y { UNDEF 1 } }", "SELECT ?y { VALUES ?y { UNDEF 1 } }"),
        ("SELECT ?x {VALUES ?x {UNDEF}}", 'SELECT ?x {VALUES ?x {"a"}}'),
    ],
)
def test_where_values_go(text: str, expected: str) -> None:
    assert substituted(text, {"x": Literal("a")}) == expected


def test_a_short_construct_takes_no_values() -> None:
    with pytest.raises(QueryError, match="takes no values"):
        substituted("CONSTRUCT WHERE { ?s ?p ?x }", {"x": Literal("a")})


@given(ANY_TEXT)
def test_a_text_stays_a_text(text: str) -> None:
    """Whatever it holds, it ends no string, opens no group and starts no comment."""
    query = substituted("SELECT ?x { ?s ?p ?o }", {"x": Literal(text)})
    store = Store()
    store.load(b"<x:s> <x:p> <x:o> .", RdfFormat.N_TRIPLES)
    found = store.query(query)
    assert isinstance(found, QuerySolutions)
    assert [row["x"] for row in found] == [Literal(text)]


def read_early(query: str) -> str:
    """A query as servers see it that read escapes by number before all else (SPARQL 1.1, 19.2)."""
    out, at = [], 0
    while at < len(query):
        digits = {"\\u": 4, "\\U": 8}.get(query[at : at + 2])
        if digits is None:
            out.append(query[at])
            at += 1
        else:
            out.append(chr(int(query[at + 2 : at + 2 + digits], 16)))
            at += 2 + digits
    return "".join(out)


@given(ANY_TEXT | st.sampled_from(["\\u0022 } DROP ALL", "\\\\u0022", "\\\\\\U00000022", "\\u"]))
def test_a_server_that_reads_escapes_early_sees_the_same(text: str) -> None:
    graph, node = NamedNode("x:g"), NamedNode("x:s")
    lines = rdf_bytes([Triple(node, node, Literal(text))], RdfFormat.N_TRIPLES)
    update = insert_data([(graph, lines)])
    for seen in (update, read_early(update)):
        store = Store()
        store.update(seen)
        assert [quad.object for quad in store] == [Literal(text)]
    assert next(iter(parse(lines, RdfFormat.N_TRIPLES))).object == Literal(text)


@given(st.text())
def test_tokens_joined_are_the_text(text: str) -> None:
    assert "".join(token.text for token in tokens(text)) == text


def test_hostile_text_takes_no_time() -> None:
    for sign in ('"', "'", '"""', "\\", "<", "?", '"\\', "''"):
        assert sum(len(token.text) for token in tokens(sign * 200_000)) == len(sign) * 200_000


def test_prologue_holds_for_every_prefix_of_ours() -> None:
    query = prologue(Mint().base, PREFIXES) + "SELECT ?x { VALUES ?x { <id/x> hc:x schema:y } }"
    found = Store().query(query)
    assert isinstance(found, QuerySolutions)
    assert [term_text(row["x"]) for row in found] == [
        "<https://w3id.org/hemicycle/id/x>",
        "<https://w3id.org/hemicycle/ns#x>",
        "<https://schema.org/y>",
    ]
