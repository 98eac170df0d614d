"""Which graphs a query sees in a store that has others beside those of the build."""

import pytest
from pyoxigraph import NamedNode

from hemicycle.mint import Mint
from hemicycle.namespaces import PREFIXES
from hemicycle.remote.dataset import Dataset, dataset_of
from hemicycle.remote.limited import with_limit
from hemicycle.remote.sparql_text import prologue

MINT = Mint()
BEFORE = prologue(MINT.base, PREFIXES)
ALL = ["authority", "local", "page/a"]


def seen(query: str, **values: NamedNode) -> tuple[list[str], list[str]]:
    """The names of the graphs, behind `graph/`."""
    graphs = [MINT.graph(name).value for name in (*ALL, "all")]
    found: Dataset = dataset_of(query, MINT, BEFORE, values, lambda: graphs)
    space = MINT.graph("").value
    default, named = (
        [graph.value.removeprefix(space) for graph in some] for some in (found.default, found.named)
    )
    return default, named


@pytest.mark.parametrize(
    ("query", "default", "named"),
    [
        ("SELECT * { ?s ?p ?o }", ["all"], []),
        ("SELECT * { GRAPH ?g { ?s ?p ?o } }", ["all"], ALL),
        ("SELECT * { graph $g { ?s ?p ?o } }", ["all"], ALL),
        ("SELECT * { GRAPH#x\n<graph/local> { ?s ?p ?o } }", ["all"], ["local"]),
        ("SELECT * { GRAPH <urn:other> { ?s ?p ?o } }", ["all"], ["nothing"]),
        ("SELECT * { GRAPH <urn:other> {} GRAPH <graph/local> {} }", ["all"], ["local"]),
        ("SELECT * FROM <graph/local> { ?s ?p ?o }", ["local"], ["nothing"]),
        ("SELECT * FROM <urn:other> { ?s ?p ?o }", ["nothing"], ["nothing"]),
        ("SELECT * FROM <urn:other> FROM <graph/page/a> { ?s ?p ?o }", ["page/a"], ["nothing"]),
        ("SELECT * FROM NAMED <graph/local> { GRAPH ?g {} }", ["nothing"], ["local"]),
        ("SELECT * FROM NAMED <urn:other> { GRAPH ?g {} }", ["nothing"], ["nothing"]),
        (
            "PREFIX g: <https://w3id.org/hemicycle/graph/page/> SELECT * { GRAPH g:a { ?s ?p ?o } }",
            ["all"],
            ["page/a"],
        ),
        ("BASE <https://w3id.org/> ASK { GRAPH <hemicycle/graph/local> {} }", ["all"], ["local"]),
        ("ASK { ?s ?p 'GRAPH ?g' } # GRAPH ?g", ["all"], []),
        ("DESCRIBE <id/question/5-8906> FROM <graph/local>", ["local"], ["nothing"]),
        ("SELECT * { { SELECT * { GRAPH ?g {} } } }", ["all"], ALL),
    ],
)
def test_a_query_sees_the_graphs_of_the_build(
    query: str, default: list[str], named: list[str]
) -> None:
    assert seen(query) == (default, named)


def test_a_graph_that_is_given_as_a_value() -> None:
    query = "SELECT * { GRAPH ?g { ?s ?p ?o } }"
    assert seen(query, g=MINT.graph("local")) == (["all"], ["local"])
    assert seen(query, g=NamedNode("urn:other")) == (["all"], ["nothing"])


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT * { ?s ?p ?o }", "SELECT * { ?s ?p ?o }\nLIMIT 5"),
        ("SELECT * { ?s ?p ?o } # LIMIT 3", "SELECT * { ?s ?p ?o } # LIMIT 3\nLIMIT 5"),
        ("SELECT * { ?s ?p ?o } LIMIT 3 OFFSET 9", "SELECT * { ?s ?p ?o } LIMIT 3 OFFSET 9"),
        ("SELECT * { ?s ?p ?o } limit 30", "SELECT * { ?s ?p ?o } limit 5"),
        (
            "SELECT ?limit { { SELECT * {} LIMIT 9 } }",
            "SELECT ?limit { { SELECT * {} LIMIT 9 } }\nLIMIT 5",
        ),
        (
            "SELECT (COUNT(?x) AS ?n) { VALUES ?x { 1 } } GROUP BY ?y HAVING (?n > 1) ORDER BY (?n)",
            "SELECT (COUNT(?x) AS ?n) { VALUES ?x { 1 } } GROUP BY ?y HAVING (?n > 1) ORDER BY (?n)\nLIMIT 5",
        ),
    ],
)
def test_a_limit_stands_where_it_may(query: str, expected: str) -> None:
    assert with_limit(query, 5) == expected
