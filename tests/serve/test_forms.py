"""Every form of an answer, read back by another reader, and which one a client gets."""

import csv
import io
import json

import httpx
import pytest
from lxml import etree
from pyoxigraph import (
    Literal,
    NamedNode,
    Quad,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Store,
    Variable,
    parse,
    parse_query_results,
)

from hemicycle.serve.row_files import ROW_WRITERS, Limited

SELECT = r"""SELECT ?a ?b ?c ?d { VALUES (?a ?b ?c ?d) {
  (<http://a.example/é?x=1&y=2> "plain, \"quoted\"\t\r\n\u0007end" "tekst"@nl UNDEF)
  (UNDEF 7 "2013-04-30"^^xsd:date <http://b.example/>) } }"""
ROWS = [
    (NamedNode("http://a.example/é?x=1&y=2"), Literal('plain, "quoted"\t\r\n\x07end'), Literal("tekst", language="nl"), None),
    (None, Literal("7", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#integer")),
     Literal("2013-04-30", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#date")), NamedNode("http://b.example/")),
]  # fmt: skip
CONSTRUCT = "CONSTRUCT { ?s ?p ?o } WHERE { ?s a hc:Platform ; ?p ?o }"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


def ask(client: httpx.Client, query: str, accept: str | None, **more: str) -> httpx.Response:
    headers = {"Accept": accept} if accept is not None else {"Accept": ""}
    return client.get("/sparql", params={"query": query, **more}, headers=headers)


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("application/sparql-results+json", QueryResultsFormat.JSON),
        ("application/sparql-results+xml", QueryResultsFormat.XML),
        ("text/tab-separated-values", QueryResultsFormat.TSV),
    ],
)
def test_rows_are_read_back_as_they_are(
    client: httpx.Client, accept: str, form: QueryResultsFormat
) -> None:
    answer = ask(client, SELECT, accept)
    assert answer.headers["content-type"].partition(";")[0] == accept
    assert answer.headers["x-hemicycle-rows"] == "2"
    found = parse_query_results(answer.content, form)
    assert isinstance(found, QuerySolutions)
    assert found.variables == [Variable(name) for name in "abcd"]
    expected = ROWS
    if form == QueryResultsFormat.XML:  # which XML cannot hold
        expected = [(ROWS[0][0], Literal('plain, "quoted"\t\r\nend'), *ROWS[0][2:]), ROWS[1]]
    assert [tuple(row) for row in found] == expected


def test_csv_is_read_back_as_values(client: httpx.Client) -> None:
    answer = ask(client, SELECT, "text/csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.reader(io.StringIO(answer.content.decode(), newline="")))
    values = [["" if cell is None else cell.value for cell in row] for row in ROWS]
    assert rows == [["a", "b", "c", "d"], *values]
    assert answer.content.startswith(b"a,b,c,d\r\n")


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("application/sparql-results+json", {"head": {}, "boolean": True}),
        ("application/json", {"head": {}, "boolean": True}),
    ],
)
def test_yes_or_no_in_json(client: httpx.Client, accept: str, expected: object) -> None:
    assert json.loads(ask(client, "ASK {}", accept).content) == expected


def test_yes_or_no_in_other_forms(client: httpx.Client) -> None:
    xml = etree.fromstring(ask(client, "ASK { <a:b> ?p ?o }", "application/xml").content)
    assert xml.findtext("{*}boolean") == "false"
    assert ask(client, "ASK {}", "text/csv").text.strip() == "true"
    assert ask(client, "ASK {}", "text/tab-separated-values").text.strip() == "true"


FORMS = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/rdf+xml": RdfFormat.RDF_XML,
}


def read(answer: httpx.Response, accept: str) -> set[Quad]:
    """The triples of an answer in the form that was asked for; it has no blank nodes."""
    assert answer.headers["content-type"].partition(";")[0] == accept
    return set(parse(answer.content, FORMS[accept]))


@pytest.mark.parametrize("accept", FORMS)
@pytest.mark.parametrize("query", [CONSTRUCT, "DESCRIBE <id/platform/twitter>"])
def test_triples_are_read_back_as_they_are(client: httpx.Client, query: str, accept: str) -> None:
    plain = ask(client, query, "application/n-triples")
    expected = read(plain, "application/n-triples")
    assert len(expected) == int(plain.headers["x-hemicycle-rows"]) > 0
    assert read(ask(client, query, accept), accept) == expected


@pytest.mark.parametrize(
    ("query", "accept", "expected"),
    [
        (SELECT, None, "application/sparql-results+json"),
        (SELECT, "*/*", "application/sparql-results+json"),
        (SELECT, "application/*", "application/sparql-results+json"),
        (SELECT, "text/*", "text/csv; charset=utf-8"),
        (SELECT, BROWSER, "application/xml"),
        (
            SELECT,
            "text/csv;q=0.2, application/sparql-results+xml;q=0.3",
            "application/sparql-results+xml",
        ),
        (
            SELECT,
            "application/sparql-results+json;q=0, */*;q=0.1",
            "application/sparql-results+xml",
        ),
        (
            SELECT,
            "text/turtle, text/tab-separated-values;q=0.1",
            "text/tab-separated-values; charset=utf-8",
        ),
        (SELECT, "text/turtle", None),
        (SELECT, "image/png", None),
        (SELECT, "*/*;q=0", None),
        ("ASK {}", "text/turtle", None),
        (CONSTRUCT, None, "text/turtle; charset=utf-8"),
        (CONSTRUCT, "*/*", "text/turtle; charset=utf-8"),
        (CONSTRUCT, "application/json", "application/json"),
        (CONSTRUCT, "text/plain", "text/plain; charset=utf-8"),
        (CONSTRUCT, "text/csv", None),
        (CONSTRUCT, "text/turtle;q=0.1, application/rdf+xml;q=0.2", "application/rdf+xml"),
    ],
)
def test_the_form_a_client_gets(
    client: httpx.Client, query: str, accept: str | None, expected: str | None
) -> None:
    answer = ask(client, query, accept)
    assert answer.headers["vary"].split(", ")[0] == "Accept"
    if expected is None:
        assert answer.status_code == 406
        assert "there is " in answer.text
    else:
        assert (answer.status_code, answer.headers["content-type"]) == (200, expected)


@pytest.mark.parametrize(
    ("query", "form", "expected"),
    [
        (SELECT, "csv", "text/csv; charset=utf-8"),
        (SELECT, "xml", "application/sparql-results+xml"),
        (CONSTRUCT, "nt", "application/n-triples; charset=utf-8"),
        (CONSTRUCT, "rdf", "application/rdf+xml"),
        (CONSTRUCT, "turtle", "text/turtle; charset=utf-8"),
    ],
)
def test_a_form_by_name_goes_before_the_header(
    client: httpx.Client, query: str, form: str, expected: str
) -> None:
    answer = ask(client, query, "image/png", format=form)
    assert (answer.status_code, answer.headers["content-type"]) == (200, expected)


def test_what_a_form_cannot_hold_is_said(client: httpx.Client) -> None:
    query = "CONSTRUCT { <a:b> <http://x.example/1/> 1 } WHERE {}"
    assert ask(client, query, "text/turtle").status_code == 200
    answer = ask(client, query, "application/rdf+xml")
    assert answer.status_code == 406
    assert "http://x.example/1/" in answer.text


def test_a_long_answer_is_made_smaller_for_who_wants_that(client: httpx.Client) -> None:
    query = "SELECT * { ?s ?p ?o } LIMIT 1000"
    packed = client.get("/sparql", params={"query": query}, headers={"Accept-Encoding": "gzip"})
    plain = client.get("/sparql", params={"query": query}, headers={"Accept-Encoding": "gzip;q=0"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert packed.content == plain.content
    assert int(plain.headers["content-length"]) == len(plain.content)


@pytest.mark.parametrize("accept", FORMS)
def test_the_service_describes_itself(client: httpx.Client, accept: str) -> None:
    store = Store()
    store.extend(read(client.get("/sparql", headers={"Accept": accept}), accept))
    endpoint = str(client.base_url.join("/sparql"))
    asked = f"""PREFIX sd: <http://www.w3.org/ns/sparql-service-description#>
        ASK {{ <{endpoint}> a sd:Service ; sd:endpoint <{endpoint}> ;
          sd:supportedLanguage sd:SPARQL11Query ;
          sd:resultFormat <http://www.w3.org/ns/formats/SPARQL_Results_JSON> ;
          sd:defaultDataset/sd:namedGraph/sd:name <https://w3id.org/hemicycle/graph/provenance> }}"""
    assert store.query(asked)


def test_people_are_shown_the_editor(client: httpx.Client) -> None:
    answer = client.get("/sparql", headers={"Accept": BROWSER, "Accept-Language": "nl-BE"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/nl/sparql-editor")
    assert client.get("/sparql", headers={"Accept": "text/csv"}).status_code == 406


@pytest.mark.parametrize("form", ROW_WRITERS)
def test_rows_are_cut_by_their_bytes_too(form: str) -> None:
    out = io.BytesIO()
    rows = Limited(((Literal(str(one)), None) for one in range(1000)), 5000, out, 2000)
    ROW_WRITERS[form](["a", "b"], rows, out)
    assert (rows.cut, 2000 < len(out.getvalue()) < 2400) == ("bytes", True)
    kind = {
        "json": QueryResultsFormat.JSON,
        "xml": QueryResultsFormat.XML,
        "tsv": QueryResultsFormat.TSV,
    }
    if form in kind:
        found = parse_query_results(out.getvalue(), kind[form])
        assert isinstance(found, QuerySolutions)
        values = [row["a"] for row in found]
        assert values == [Literal(str(one)) for one in range(rows.count)]
    else:
        assert out.getvalue().count(b"\r\n") == rows.count + 1
