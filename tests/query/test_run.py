"""Queries run on the merge with bound values; what a store for reading does not do is refused."""

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store, Triple

from hemicycle.errors import QueryError, ReadError
from hemicycle.mint import Mint
from hemicycle.query import Rows, Triples, Truth, cut_note, find_query, parse_query, run_query

BASE = Mint().base
ASKED = NamedNode(f"{BASE}ns#askedOn")
DATE = NamedNode("http://www.w3.org/2001/XMLSchema#date")


def question(number: str) -> NamedNode:
    return Mint().thing(f"question/{number}")


def answers(query: str, store: Store, bindings: dict[str, str] | None = None) -> list[list[str]]:
    result = run_query(store, query, Mint(), bindings)
    assert isinstance(result, Rows)
    return [[getattr(cell, "value", "") for cell in row] for row in result.rows]


def test_select_gives_columns_and_terms(family_store: Store) -> None:
    query = (
        "SELECT ?on ?session { <id/question/5-8906> hc:askedOn ?on OPTIONAL { [] hc:x ?session } }"
    )
    assert run_query(family_store, query, Mint()) == Rows(
        ("on", "session"), ((Literal("2013-04-30", datatype=DATE), None),)
    )


@pytest.mark.parametrize(("rows", "said"), [(1, False), (2, True)])
def test_it_is_said_where_a_query_stops(rows: int, said: bool, family_store: Store) -> None:
    query = parse_query("two", f"# most: 2\nSELECT ?s {{ ?s a hc:WrittenQuestion }} LIMIT {rows}")
    note = cut_note(query, run_query(family_store, query, Mint()))
    assert note == ("two stopped at 2 rows, the most it gives: there may be more" if said else None)


def test_ask_gives_a_truth(family_store: Store) -> None:
    assert run_query(family_store, "ASK { ?s a hc:Answer }", Mint()) == Truth(True)
    assert run_query(family_store, "ASK { ?s a hc:Government, hc:Answer }", Mint()) == Truth(False)


def test_construct_gives_each_triple_once_and_sorted(family_store: Store) -> None:
    query = "CONSTRUCT { ?q hc:askedOn ?on } { ?q hc:askedOn ?on ; hc:event ?event }"
    on = Literal("2013-04-30", datatype=DATE)
    assert run_query(family_store, query, Mint()) == Triples(
        tuple(Triple(question(number), ASKED, on) for number in ("5-8906", "5-8910", "5-8912"))
    )


def test_a_triple_of_two_graphs_counts_once(family_store: Store) -> None:
    query = "SELECT (COUNT(*) AS ?n) { <id/question/5-8912> hc:alsoAskedAs ?other }"
    assert answers(query, family_store) == [["1"]]


def test_findings_and_provenance_are_reached_by_graph_alone(family_store: Store) -> None:
    query = "SELECT ?s { { ?s a hc:Finding } UNION { ?s a hc:PageText } }"
    assert answers(query, family_store) == []
    inside = "SELECT (COUNT(*) AS ?n) { GRAPH <graph/provenance> { ?s a hc:PageText } }"
    assert answers(inside, family_store) == [["3"]]


def test_relative_iris_are_below_the_base_given() -> None:
    store = Store()
    there = Mint("https://example.org/")
    store.add(Quad(there.thing("question/1"), ASKED, Literal("x")))
    query = "SELECT ?o { <id/question/1> hc:askedOn ?o }"
    assert run_query(store, query, there) == Rows(("o",), ((Literal("x"),),))
    assert run_query(store, query, Mint()) == Rows(("o",), ())


PARAMETERS = """# parameter: thing | iri | a thing |
# parameter: words | string | some words |
# parameter: number | integer | a number |
# parameter: day | date | a day |
# parameter: tag | lang | a language | fr
SELECT ?thing ?words ?number ?day ?tag { VALUES ?n { 1 } }
"""


@pytest.mark.parametrize(
    ("bindings", "row"),
    [
        ({}, (None, Literal(""), None, None, Literal("fr"))),
        (
            {"thing": "question/5-1", "words": "}", "number": "-07", "day": "2013-04-30"},
            (
                question("5-1"),
                Literal("}"),
                Literal(-7),
                Literal("2013-04-30", datatype=DATE),
                Literal("fr"),
            ),
        ),
        (
            {"thing": "<http://example.org/a>", "tag": "fr-BE"},
            (NamedNode("http://example.org/a"), Literal(""), None, None, Literal("fr-BE")),
        ),
        ({"thing": "hc:Answer"}, (NamedNode(f"{BASE}ns#Answer"), Literal(""), None, None, None)),
        ({"thing": "id/person/x"}, (Mint().thing("person/x"), Literal(""), None, None, None)),
    ],
)
def test_values_are_bound_by_kind(
    bindings: dict[str, str], row: tuple[object, ...], family_store: Store
) -> None:
    result = run_query(family_store, PARAMETERS, Mint(), bindings)
    assert isinstance(result, Rows)
    wanted = (*row[:4], Literal("fr")) if row[4] is None else row
    assert result.rows == (wanted,)


@pytest.mark.parametrize(
    ("bindings", "problem"),
    [
        ({"thing": "a b"}, "'a b' is no IRI"),
        ({"thing": "http://a b"}, "'http://a b' is no IRI"),
        ({"number": "many"}, "'many' is no integer"),
        ({"day": "30/4/2013"}, "'30/4/2013' is no date"),
        ({"tag": "français"}, "'français' is no language tag"),
        ({"colour": "red"}, "query query has no parameter 'colour'; it has day, number, tag"),
    ],
)
def test_a_value_of_another_kind_is_refused(
    bindings: dict[str, str], problem: str, family_store: Store
) -> None:
    with pytest.raises(QueryError) as caught:
        run_query(family_store, PARAMETERS, Mint(), bindings)
    assert str(caught.value).startswith(problem)


@pytest.mark.parametrize(
    ("head", "rows"), [("question/5-8906 | open", 2), ("", 2), ("question/5-8906", None)]
)
def test_an_empty_value_opens_what_may_be_open(
    head: str, rows: int | None, family_store: Store
) -> None:
    text = f"# parameter: q | iri | a question | {head}\nSELECT ?q {{ ?a hc:answers ?q }}"
    if rows is None:
        with pytest.raises(QueryError, match="needs a value for 'q'"):
            answers_of(text, family_store, {"q": ""})
    else:
        assert len(answers_of(text, family_store, {"q": ""})) == rows


def answers_of(text: str, store: Store, bindings: dict[str, str]) -> list[object]:
    found = run_query(store, parse_query("query", text), Mint(), bindings)
    assert isinstance(found, Rows)
    return [*found.rows]


def test_a_value_that_must_be_given_is_asked_for(family_store: Store) -> None:
    with pytest.raises(QueryError) as caught:
        run_query(family_store, find_query("sub-answers-side-by-side"), Mint())
    assert str(caught.value) == (
        "query sub-answers-side-by-side needs a value for 'family': the family: family/5-8900"
    )


def test_a_parameter_that_select_does_not_name_is_said_to_be(family_store: Store) -> None:
    query = "# parameter: x | string | words | a\nSELECT ?s { ?s hc:number ?n FILTER(?n = ?x) }"
    with pytest.raises(QueryError, match="name every parameter in SELECT"):
        run_query(family_store, query, Mint())


def test_values_cannot_change_the_query(family_store: Store) -> None:
    attack = '" } INSERT DATA { <a> <b> <c> } #'
    query = find_query("questions-by-keyword")
    before = len(family_store)
    result = run_query(family_store, query, Mint(), {"words": attack})
    assert isinstance(result, Rows)
    assert result.rows == ()
    assert len(family_store) == before


@pytest.mark.parametrize(
    ("query", "message"),
    [
        (
            "SELECT * {\n ?s ?p \n}",
            "line 3: the query does not parse at column 2: expected OPTIONAL",
        ),
        (
            "SELECT * { ?s nope:x ?o }",
            "line 1: the query does not parse at column 21: a prefix is not declared",
        ),
        (
            "SELECT ?service { ?service }",
            "line 1: the query does not parse at column 28: expected one of",
        ),
        (
            "PREFIX x: <http://x/>\ninsert data { <a> x:b <c> }",
            "INSERT is refused: what was built is never changed in place; "
            "change the pages or the authority files, and build again",
        ),
        ("DROP ALL", "DROP is refused"),
        ("LOAD <http://127.0.0.1/x>", "LOAD is refused"),
    ],
)
def test_what_does_not_parse_is_shown_where(query: str, message: str, family_store: Store) -> None:
    with pytest.raises(QueryError) as caught:
        run_query(family_store, query, Mint())
    assert str(caught.value).startswith(message)


CALLS = [
    "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
    "SELECT * { service silent <http://127.0.0.1:1/> { ?s ?p ?o } }",
    "SELECT * { SERVICESILENT<http://127.0.0.1:1/>{ ?s ?p ?o } }",
    "PREFIX : <http://127.0.0.1:1/> SELECT * { SERVICE:x { ?s ?p ?o } }",
    "SELECT * { ?s ?p 1SERVICE SILENT <http://127.0.0.1:1/> { ?s ?p ?o } }",
    "SELECT * { ?s ?p 'SERVICE'.SERVICE SILENT <http://127.0.0.1:1/> { ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o FILTER(?o<'a>b')SERVICE SILENT<http://127.0.0.1:1/'>{ ?s ?p ?o } }",
    "SELECT * { BIND(<http://127.0.0.1:1/> AS ?g) SERVICE SILENT ?g { ?s ?p ?o } }",
]


@pytest.mark.parametrize("query", CALLS)
def test_no_query_calls_another_server(query: str, family_store: Store) -> None:
    with pytest.raises(QueryError, match=r"SERVICE is refused|does not parse"):
        run_query(family_store, query, Mint())


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?section hc:onBehalfOf ?service } ORDER BY ?service LIMIT 1",
        "SELECT $n { VALUES $n { <id/service/spf-emploi> } } # SERVICE <http://127.0.0.1:1/> { }",
        "PREFIX service: <https://w3id.org/hemicycle/id/service/> "
        "SELECT ?n { VALUES ?n { service:spf-emploi } FILTER('SERVICE' != \"service\") }",
    ],
)
def test_the_word_service_is_allowed_elsewhere(query: str, family_store: Store) -> None:
    assert answers(query, family_store) == [[f"{BASE}id/service/spf-emploi"]]


QUOTED = (
    "# columns: exact quote\n# quote: source start end\nSELECT ?exact ?source ?start ?end "
    "{ ?m hc:exact ?exact ; hc:source ?source ; hc:start ?start ; hc:end ?end "
    'FILTER(?exact = "@SPFSecu") }'
)


def test_quotes_are_cut_from_the_texts(family_store: Store, family_texts: Path) -> None:
    sentence = "Compte Twitter (@FODSZ / @SPFSecu) : le SPF utilise ce canal."
    found = run_query(family_store, parse_query("q", QUOTED), Mint(), texts=family_texts)
    assert found == Rows(("exact", "quote"), ((Literal("@SPFSecu"), Literal(sentence)),))


def test_quotes_stay_empty_without_texts(family_store: Store) -> None:
    found = run_query(family_store, parse_query("q", QUOTED), Mint())
    assert found == Rows(("exact", "quote"), ((Literal("@SPFSecu"), None),))


def test_a_text_that_is_missing_is_named(family_store: Store, tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"a890600000000001\.txt: cannot be read"):
        run_query(family_store, parse_query("q", QUOTED), Mint(), texts=tmp_path)


@pytest.mark.parametrize("line", ["# columns: nope", "# quote: source start nope"])
def test_a_column_that_is_not_there_is_named(line: str, family_store: Store) -> None:
    query = f"{line}\nSELECT ?source ?start {{ ?s hc:source ?source ; hc:start ?start }}"
    with pytest.raises(QueryError, match="query query has no column 'nope'; name it in SELECT"):
        run_query(family_store, query, Mint())
