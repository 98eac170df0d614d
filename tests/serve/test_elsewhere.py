"""A build that was published elsewhere is served as from its folder, byte for byte."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from hemicycle.opened import OpenBuild, open_build
from hemicycle.records import Record
from hemicycle.search import INDEX_FILE, Filters, find_words, write_index
from hemicycle.serve.elsewhere import open_elsewhere, published_build, write_catalogue
from hemicycle.serve.elsewhere import write_index as write_published
from hemicycle.site import LANGUAGES, Site
from hemicycle.summary import question_statuses

EACH = 6
"""Of each kind of page so many are compared, the first and the last ones."""

FURTHER = (
    *("sparql-editor", "search?q=twitter+facebook", 'search?q="réseaux+sociaux"&lang=fr'),
    *("questions.csv", "question/5-8906?links=hc:alsoAskedAs", "entity/status/answered"),
    *("entity/event-kind/reminder", "entity/stance/claimed", "graph"),
)


@pytest.fixture(scope="module")
def own(build_folder: Path) -> OpenBuild:
    build = open_build(build_folder)
    index = build_folder / INDEX_FILE
    if not index.exists():
        statuses = question_statuses(build.store, build.mint)
        lines = (build_folder / "records.jsonl").read_bytes().splitlines()
        records = [msgspec.json.decode(line, type=Record) for line in lines]
        write_index(records, statuses, index)
    return build


@pytest.fixture(scope="module")
def there(published: str, tmp_path_factory: pytest.TempPathFactory) -> OpenBuild:
    build = open_elsewhere(published, tmp_path_factory.mktemp("kept")).build
    write_published(build)
    write_catalogue(build)
    return build


def paths(site: Site) -> Iterator[str]:
    """Some paths of every kind of page, in turn in each language."""
    kinds: dict[str, list[str]] = {}
    for path in site.addresses():
        language, rest = path[1:3], path[4:]
        if language == "fr":
            kinds.setdefault(rest.partition("/")[0] if "/" in rest else "", []).append(rest)
    chosen = [path for all_of in kinds.values() for path in (*all_of[:EACH], *all_of[-EACH:])]
    for number, path in enumerate([*dict.fromkeys(chosen), *FURTHER]):
        yield f"/{LANGUAGES[number % 3]}/{path}"


def test_pages_are_the_same(own: OpenBuild, there: OpenBuild) -> None:
    local, remote = Site.open(own), Site.open(there)
    compared = 0
    for path in paths(local):
        if path.endswith("/data"):
            continue  # the page of the files, of which there are none elsewhere
        place, _, given = path.partition("?")
        parameters = dict(one.split("=", 1) for one in given.replace("+", " ").split("&") if one)
        expected, found = local.page(place, parameters), remote.page(place, parameters)
        assert (found is None) == (expected is None), path
        if expected is not None and found is not None:
            assert found.html == expected.html, path
            compared += 1
    assert compared > 100
    assert tuple(remote.addresses()) == tuple(local.addresses())


def test_the_page_of_the_data_says_that_there_are_no_files(published: str, own: OpenBuild) -> None:
    with published_build(published) as build:
        folder = build.folder
        found = Site.open(build).page("/en/data", {})
    expected = Site.open(own).page("/en/data", {})
    assert found is not None
    assert expected is not None
    figures = re.compile(r"<p>[^<]*statements[^<]*</p>").search(expected.html)
    assert figures is not None
    assert figures[0] in found.html
    assert ("nothing to download" in found.html, "/dumps/" in expected.html) == (True, True)
    assert not folder.exists()


def test_the_index_finds_the_same(own: OpenBuild, there: OpenBuild) -> None:
    for words in ("twitter", "facebook sociaux", '"médias sociaux"', "fod*", "dienst"):
        expected = find_words(own.folder / INDEX_FILE, words, Filters())
        assert find_words(there.folder / INDEX_FILE, words, Filters()) == expected
        assert expected or words == "dienst"


def test_the_index_of_before_goes(published: str, tmp_path: Path) -> None:
    for name in ("0123456789abcdef", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "search.sqlite").write_bytes(b"")
    build = open_elsewhere(published, tmp_path).build
    write_published(build)
    assert {path.name for path in tmp_path.iterdir()} == {build.folder.name, "other"}
    before = (build.folder / INDEX_FILE).stat()
    write_published(build)
    assert (build.folder / INDEX_FILE).stat().st_mtime_ns == before.st_mtime_ns


@pytest.mark.parametrize(
    "path",
    [
        *(f"/doc/question/5-8906.{form}" for form in ("ttl", "jsonld", "nt", "rdf")),
        *("/doc/service/spf-sante.ttl", "/doc/status/answered.nt", "/graph/data"),
        *("/graph/data.gexf?projection=family-stars", "/graph/data?projection=full&lang=nl"),
    ],
)
def test_data_are_the_same(path: str, running: Any, running_elsewhere: Any) -> None:
    expected, found = running.client.get(path), running_elsewhere.client.get(path)
    assert (found.status_code, found.headers.get("etag")) == (200, expected.headers["etag"])
    assert found.content == expected.content


QUERIES = (
    "SELECT ?q ?d { ?a hc:answers ?q ; hc:receivedOn ?d } ORDER BY ?q ?d",
    "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g",
    "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
    "SELECT (COUNT(*) AS ?n) FROM <graph/local> { ?s ?p ?o }",
    "SELECT (COUNT(*) AS ?n) FROM <graph/local> FROM <graph/authority> { ?s ?p ?o }",
    "SELECT (COUNT(*) AS ?n) FROM NAMED <graph/local> { ?s ?p ?o }",
    "SELECT ?g (COUNT(*) AS ?n) FROM NAMED <graph/local> { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g",
    "SELECT (COUNT(*) AS ?n) FROM <urn:other> { ?s ?p ?o }",
    "SELECT (COUNT(*) AS ?n) { GRAPH <urn:other> { ?s ?p ?o } }",
    "PREFIX g: <https://w3id.org/hemicycle/graph/> "
    "SELECT (COUNT(*) AS ?n) { GRAPH g:findings { ?s ?p ?o } }",
    "BASE <https://w3id.org/> SELECT (COUNT(*) AS ?n) { GRAPH <hemicycle/graph/local> { ?s ?p ?o } }",
    "SELECT ?s { ?s a hc:Platform } ORDER BY ?s LIMIT 3 OFFSET 1 # the end",
    "SELECT ?s ?x { ?s a hc:Platform } ORDER BY ?s VALUES ?x { 1 2 }",
    "ASK { <id/question/5-8906> a hc:WrittenQuestion }",
    "CONSTRUCT { ?a hc:answers ?q } WHERE { ?a hc:answers ?q }",
    "DESCRIBE <id/answer/5-8906>",
    "SELECT ?x { VALUES ?x { 'a\\tb' 'é𝄞'@fr 1.50 true <urn:x> } }",
    "SELECT (1 AS ?a) (2 AS ?b) {}",
    "SELECT",
    "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
    "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
)
ACCEPTED = ("application/sparql-results+json, text/turtle", "text/csv, application/n-triples")


@pytest.mark.parametrize("query", QUERIES)
def test_queries_are_answered_the_same(query: str, running: Any, running_elsewhere: Any) -> None:
    for accept in ACCEPTED:
        expected, found = (
            server.client.get("/sparql", params={"query": query}, headers={"Accept": accept})
            for server in (running, running_elsewhere)
        )
        assert (found.status_code, found.content) == (expected.status_code, expected.content)
        assert found.headers["content-type"] == expected.headers["content-type"]


def test_a_long_answer_is_cut_the_same(running: Any, running_elsewhere: Any) -> None:
    asked = {"query": "SELECT ?s ?p ?o { ?s ?p ?o }"}
    expected, found = (
        server.client.get("/sparql", params=asked) for server in (running, running_elsewhere)
    )
    for header in ("X-Hemicycle-Rows", "X-Hemicycle-Truncated", "Warning"):
        assert found.headers[header] == expected.headers[header]
    assert "Link" not in found.headers  # there is no file with the whole


def test_there_are_no_files_and_that_is_said(running_elsewhere: Any) -> None:
    answer = running_elsewhere.client.get("/dumps/hemicycle.nq")
    assert (answer.status_code, "hemicycle export FORMAT" in answer.text) == (404, True)
