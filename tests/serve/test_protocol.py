"""The rules of the SPARQL 1.1 Protocol, at the server that runs.

After https://www.w3.org/2009/sparql/docs/tests/data-sparql11/protocol/
"""

from urllib.parse import urlencode

import httpx
import pytest

ASK, SELECT = "ASK {}", "SELECT (1 AS ?value) {}"
FORM, QUERY = "application/x-www-form-urlencoded", "application/sparql-query"
JSON = {"Accept": "application/sparql-results+json"}
AUTHORITY = "https://w3id.org/hemicycle/graph/authority"
PROVENANCE = "https://w3id.org/hemicycle/graph/provenance"
MERGE = "https://w3id.org/hemicycle/graph/all"


def posted(client: httpx.Client, body: bytes | str, kind: str, query: str = "") -> httpx.Response:
    content = body.encode() if isinstance(body, str) else body
    return client.post(f"/sparql{query}", content=content, headers={**JSON, "Content-Type": kind})


def test_a_query_by_get_and_by_both_posts(client: httpx.Client) -> None:
    answers = [
        client.get("/sparql", params={"query": SELECT}, headers=JSON),
        posted(client, urlencode({"query": SELECT}), FORM),
        posted(client, urlencode({"query": SELECT}), f"{FORM}; charset=utf-8"),
        posted(client, SELECT, QUERY),
        posted(client, SELECT, f"{QUERY}; charset=utf-8"),
    ]
    assert [answer.status_code for answer in answers] == [200] * 5
    assert {answer.headers["content-type"] for answer in answers} == {JSON["Accept"]}
    bindings = [answer.json()["results"]["bindings"] for answer in answers]
    assert bindings[0][0]["value"]["value"] == "1"
    assert all(found == bindings[0] for found in bindings)


def test_head_is_get_without_its_body(client: httpx.Client) -> None:
    got = client.get("/sparql", params={"query": ASK})
    head = client.head("/sparql", params={"query": ASK})
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-type"] == got.headers["content-type"]


@pytest.mark.parametrize(
    ("body", "kind", "query", "status"),
    [
        (urlencode([("query", ASK), ("query", SELECT)]), FORM, "", 400),
        (urlencode({"query": ASK}), QUERY, "", 400),
        (ASK, FORM, "", 400),
        (ASK, "text/plain", "", 415),
        (ASK, "", "", 415),
        (urlencode({"query": ASK}), "text/turtle", "", 415),
        (b"ASK { ?s ?p '\xe9' }", QUERY, "", 400),
        (b"query=%E9", FORM, "", 400),
        ("ASK {", QUERY, "", 400),
        (ASK, QUERY, "?query=ASK+%7B%7D", 400),
        ("", FORM, "", 400),
        ("", QUERY, "", 400),
        (urlencode({"update": "CLEAR ALL"}), FORM, "", 403),
        ("CLEAR ALL", "application/sparql-update", "", 403),
        (urlencode({"query": "CLEAR ALL"}), FORM, "", 400),
        (ASK, QUERY, "?default-graph-uri=nowhere", 400),
        (ASK, QUERY, "?named-graph-uri=http%3A%2F%2Fa%20b", 400),
        ("a=1&" * 2000, FORM, "", 400),
        (b"#" * (2**20 + 1), QUERY, "", 413),
    ],
)
def test_what_the_protocol_does_not_allow(
    client: httpx.Client, body: bytes | str, kind: str, query: str, status: int
) -> None:
    answer = posted(client, body, kind, query)
    assert answer.status_code == status
    assert answer.json()["status"] == status


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("query=ASK+%7B%7D&query=ASK+%7B%7D", 400),
        ("update=CLEAR+ALL", 403),
        ("query=ASK+%7B%7D&update=CLEAR+ALL", 403),
        ("query=%FF", 400),
        ("query=ASK+%7B%7D&format=docx", 400),
        ("query=SELECT+*+%7B%7D&format=ttl", 406),
        ("query=", 400),
    ],
)
def test_what_a_get_may_not_ask(client: httpx.Client, query: str, status: int) -> None:
    assert client.get(f"/sparql?{query}").status_code == status


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_refused_with_those_that_there_are(
    client: httpx.Client, method: str
) -> None:
    answer = client.request(method, "/sparql", params={"query": ASK})
    assert answer.status_code == 405
    assert sorted(answer.headers["allow"].split(", ")) == ["GET", "HEAD", "OPTIONS", "POST"]


def test_a_page_of_another_host_may_ask(client: httpx.Client) -> None:
    asked = {"Origin": "https://example.org", "Access-Control-Request-Method": "POST"}
    before = client.options("/sparql", headers=asked)
    assert before.status_code == 204
    assert "POST" in before.headers["access-control-allow-methods"]
    assert "Content-Type" in before.headers["access-control-allow-headers"]
    for answer in (
        before,
        client.get("/sparql", params={"query": ASK}),
        client.get("/sparql?query=x"),
    ):
        assert answer.headers["access-control-allow-origin"] == "*"
        assert "X-Hemicycle-Truncated" in answer.headers["access-control-expose-headers"]


def graphs(client: httpx.Client, query: str, *fields: tuple[str, str], post: bool) -> set[str]:
    """The values of ?g that a query finds in the data set that the fields name."""
    asked = [("query", query), *fields]
    if post:
        answer = posted(client, urlencode(asked), FORM)
    else:
        answer = client.get(f"/sparql?{urlencode(asked)}", headers=JSON)
    assert answer.status_code == 200
    return {row["g"]["value"] for row in answer.json()["results"]["bindings"]}


NAMED = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"
IN_DEFAULT = "PREFIX prov: <http://www.w3.org/ns/prov#> SELECT DISTINCT ?g { ?s a ?g FILTER(?g IN (hc:PageText, hc:Platform, hc:Answer)) }"
TEXT, PLATFORM, ANSWER = (
    f"https://w3id.org/hemicycle/ns#{name}" for name in ("PageText", "Platform", "Answer")
)


@pytest.mark.parametrize("post", [False, True])
@pytest.mark.parametrize(
    ("query", "fields", "expected"),
    [
        (IN_DEFAULT, [], {PLATFORM, ANSWER}),
        (IN_DEFAULT, [("default-graph-uri", MERGE)], {PLATFORM, ANSWER}),
        (IN_DEFAULT, [("default-graph-uri", AUTHORITY)], {PLATFORM}),
        (
            IN_DEFAULT,
            [("default-graph-uri", AUTHORITY), ("default-graph-uri", PROVENANCE)],
            {PLATFORM, TEXT},
        ),
        (IN_DEFAULT, [("default-graph-uri", "http://nowhere.example/")], set()),
        (IN_DEFAULT, [("named-graph-uri", AUTHORITY)], set()),
        (NAMED, [("named-graph-uri", AUTHORITY)], {AUTHORITY}),
        (
            NAMED,
            [("named-graph-uri", AUTHORITY), ("named-graph-uri", PROVENANCE)],
            {AUTHORITY, PROVENANCE},
        ),
        (NAMED, [("default-graph-uri", AUTHORITY)], set()),
        (NAMED, [("default-graph-uri", AUTHORITY), ("named-graph-uri", PROVENANCE)], {PROVENANCE}),
        # what the request names goes before what the query names
        (
            NAMED.replace("{", f"FROM NAMED <{AUTHORITY}> {{", 1),
            [("named-graph-uri", PROVENANCE)],
            {PROVENANCE},
        ),
        (NAMED.replace("{", f"FROM NAMED <{AUTHORITY}> {{", 1), [], {AUTHORITY}),
    ],
)
def test_the_data_set_that_a_request_names(
    client: httpx.Client, post: bool, query: str, fields: list[tuple[str, str]], expected: set[str]
) -> None:
    assert graphs(client, query, *fields, post=post) == expected


def test_graphs_in_the_address_of_a_direct_post(client: httpx.Client) -> None:
    answer = posted(client, IN_DEFAULT, QUERY, f"?{urlencode({'default-graph-uri': AUTHORITY})}")
    assert [row["g"]["value"] for row in answer.json()["results"]["bindings"]] == [PLATFORM]


def test_a_slip_is_told_with_line_and_column(client: httpx.Client) -> None:
    query = "SELECT ?s\nWHERE { ?s ?p }"
    text = posted(client, query, QUERY)
    assert (text.status_code, text.headers["content-type"]) == (400, "application/problem+json")
    assert (text.json()["line"], text.json()["column"]) == (2, 16)
    plain = client.get("/sparql", params={"query": query}, headers={"Accept": "*/*"})
    assert plain.headers["content-type"] == "text/plain; charset=utf-8"
    assert plain.text.startswith("line 2: the query does not parse at column 16: expected")
    assert len(plain.text) < 400


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "SERVICE"),
        ("SELECT * { SERVICE SILENT <http://127.0.0.1:1/> { ?s ?p ?o } }", "SERVICE"),
        ("LOAD <http://127.0.0.1:1/>", "LOAD"),
        ("INSERT DATA { <a:b> <a:b> <a:b> }", "INSERT"),
        ("DROP ALL", "DROP"),
    ],
)
def test_what_is_not_done_is_refused_by_name(client: httpx.Client, query: str, word: str) -> None:
    answer = posted(client, query, QUERY)
    assert answer.status_code == 400
    assert answer.json()["detail"].partition(f"{word} is refused")[1]
