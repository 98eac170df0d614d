"""Things, documents and terms: where an address leads, and what data it gives."""

import httpx
import pytest
from pyoxigraph import NamedNode, RdfFormat, Triple, parse

QUESTION = "question/5-8906"
BASE = "https://w3id.org/hemicycle/"
HTML = "text/html,application/xhtml+xml,*/*;q=0.8"


def triples(answer: httpx.Response, form: RdfFormat) -> set[Triple]:
    assert answer.status_code == 200
    return {quad.triple for quad in parse(answer.content, form)}


@pytest.mark.parametrize(
    "path", [QUESTION, "party/open-vld", "text/2b42bb41c6fafebe", "platform/twitter"]
)
@pytest.mark.parametrize("accept", ["*/*", HTML, "image/png"])
def test_a_thing_leads_to_the_document_about_it(
    client: httpx.Client, path: str, accept: str
) -> None:
    answer = client.get(f"/id/{path}", headers={"Accept": accept})
    assert (answer.status_code, answer.headers["location"]) == (303, f"/doc/{path}")


@pytest.mark.parametrize(
    "path",
    [
        "nothing",
        "question/",
        "question/5-89060",
        "",
        "question/5-8906/",
        "a b",
        "%ff",
        "<x>",
        "é",
        "%00",
    ],
)
@pytest.mark.parametrize("before", ["id", "doc"])
def test_what_is_not_known_is_not_found(client: httpx.Client, before: str, path: str) -> None:
    answer = client.get(f"/{before}/{path}", headers={"Accept": "text/turtle"})
    assert answer.status_code == 404
    page = client.get(f"/{before}/{path}", headers={"Accept": HTML, "Accept-Language": "nl"})
    assert (page.status_code, page.text) == (404, "<title>nl: no such page</title>")


@pytest.mark.parametrize(
    ("accept", "ending", "form"),
    [
        ("text/turtle", "ttl", RdfFormat.TURTLE),
        ("application/ld+json", "jsonld", RdfFormat.JSON_LD),
        ("application/n-triples", "nt", RdfFormat.N_TRIPLES),
        ("application/rdf+xml", "rdf", RdfFormat.RDF_XML),
    ],
)
def test_data_by_header_and_by_ending(
    client: httpx.Client, accept: str, ending: str, form: RdfFormat
) -> None:
    by_header = client.get(f"/doc/{QUESTION}", headers={"Accept": accept})
    by_ending = client.get(f"/doc/{QUESTION}.{ending}", headers={"Accept": "image/png"})
    assert by_header.content == by_ending.content
    assert by_ending.headers["content-type"].partition(";")[0] == accept
    assert (
        f'</doc/{QUESTION}.{ending}>; rel="alternate"; type="{accept}"' in by_ending.headers["link"]
    )
    plain = triples(client.get(f"/doc/{QUESTION}.nt"), RdfFormat.N_TRIPLES)
    assert triples(by_ending, form) == plain


def test_the_data_of_a_question_are_its_own_those_of_its_parts_and_what_names_it(
    client: httpx.Client,
) -> None:
    asked = """CONSTRUCT { ?s ?p ?o } WHERE {
      { VALUES ?s { THING } ?s ?p ?o }
      UNION { VALUES ?o { THING } ?s ?p ?o }
      UNION { THING hc:event|dcterms:hasPart ?s . ?s ?p ?o }
      UNION { ?s hc:answers THING ; ?p ?o }
      UNION { ?s ^hc:section/hc:answers THING ; ?p ?o }
      UNION { ?s ^dcterms:hasPart/^hc:section/hc:answers THING ; ?p ?o } }"""
    asked = asked.replace("THING", "<id/question/5-8906>")
    headers = {"Accept": "application/n-triples"}
    expected = client.get("/sparql", params={"query": asked}, headers=headers)
    found = client.get(f"/doc/{QUESTION}.nt")
    assert triples(found, RdfFormat.N_TRIPLES) == triples(expected, RdfFormat.N_TRIPLES)


def test_what_the_merge_does_not_know_other_graphs_do(client: httpx.Client) -> None:
    found = triples(client.get("/doc/text/2b42bb41c6fafebe.nt"), RdfFormat.N_TRIPLES)
    node = NamedNode(f"{BASE}id/text/2b42bb41c6fafebe")
    classes = {
        triple.object
        for triple in found
        if triple.subject == node and "type" in triple.predicate.value
    }
    assert NamedNode(f"{BASE}ns#PageText") in classes


@pytest.mark.parametrize(
    ("path", "language", "address"),
    [
        (QUESTION, "fr-BE, nl;q=0.8", "/fr/question/5-8906"),
        (QUESTION, "de", "/en/question/5-8906"),
        ("answer-section/5-8906-1", "nl", "/nl/question/5-8906#answer-section-5-8906-1"),
    ],
)
def test_people_are_led_to_a_page(
    client: httpx.Client, path: str, language: str, address: str
) -> None:
    answer = client.get(f"/doc/{path}", headers={"Accept": HTML, "Accept-Language": language})
    assert (answer.status_code, answer.headers["location"]) == (302, address)
    assert answer.headers["vary"] == "Accept, Accept-Language"


@pytest.mark.parametrize(
    ("accept", "status", "kind"),
    [
        ("*/*", 200, "text/turtle"),
        ("text/csv", 406, "text/plain"),
        ("application/ld+json;q=0.5, text/turtle;q=0.4", 200, "application/ld+json"),
        ("text/turtle;q=0, application/*;q=0.1", 200, "application/ld+json"),
        ("text/html;q=0.1, text/turtle;q=0.2", 200, "text/turtle"),
    ],
)
def test_what_a_client_gets_of_a_document(
    client: httpx.Client, accept: str, status: int, kind: str
) -> None:
    answer = client.get(f"/doc/{QUESTION}", headers={"Accept": accept})
    assert (answer.status_code, answer.headers["content-type"].partition(";")[0]) == (status, kind)


@pytest.mark.parametrize(("ending", "same"), [("rdfxml", "rdf"), ("turtle", "ttl")])
def test_endings_have_synonyms(client: httpx.Client, ending: str, same: str) -> None:
    answer, other = client.get(f"/doc/{QUESTION}.{ending}"), client.get(f"/doc/{QUESTION}.{same}")
    assert (answer.status_code, answer.content) == (200, other.content)
    assert answer.headers["content-type"] == other.headers["content-type"]


def test_an_ending_leads_to_the_page(client: httpx.Client) -> None:
    headers = {"Accept": "text/turtle", "Accept-Language": "nl"}
    answer = client.get(f"/doc/{QUESTION}.html", headers=headers)
    assert (answer.status_code, answer.headers["location"]) == (302, f"/nl/{QUESTION}")
    assert client.get("/doc/question/5-1.html").status_code == 404


def test_percent_signs_are_read_once(client: httpx.Client) -> None:
    assert client.get("/doc/question%2F5-8906.ttl").status_code == 200
    assert client.get("/doc/question%252F5-8906.ttl").status_code == 404


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("*/*", "text/turtle"),
        ("application/ld+json", "application/ld+json"),
        (HTML, "text/html"),
        ("text/csv", "text/plain"),
    ],
)
def test_the_terms(client: httpx.Client, accept: str, kind: str) -> None:
    answer = client.get("/ns", headers={"Accept": accept})
    assert answer.headers["content-type"].partition(";")[0] == kind
    assert answer.status_code == (406 if accept == "text/csv" else 200)


def test_the_terms_by_ending(client: httpx.Client) -> None:
    turtle, linked = client.get("/ns.ttl"), client.get("/ns.jsonld")
    assert triples(turtle, RdfFormat.TURTLE) == triples(linked, RdfFormat.JSON_LD)
    page = client.get("/ns.html")
    assert (
        page.headers["content-security-policy"].count("'sha256-") == page.text.count("<style>") > 0
    )
    assert client.get("/hemicycle.ttl").content == turtle.content
    assert client.get("/ns.docx").status_code == 404
    assert client.get("/context.jsonld").json()["@context"]["id"] == "@id"
