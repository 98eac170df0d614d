"""What is published changes while it is served, goes away and comes back, or takes too long."""

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import httpx
from pyoxigraph import Literal, NamedNode, Quad

from hemicycle.mint import Mint
from hemicycle.opened import open_build
from hemicycle.publish import publish
from hemicycle.remote import Endpoint, addresses
from hemicycle.serve.settings import Settings
from hemicycle.store import write_store

NEW = NamedNode("https://w3id.org/hemicycle/id/question/9-1")


def wait_until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 300
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.2)


def test_what_is_published_anew_is_taken_up(
    oxigraphs: Callable[[], Any],
    copy_build: Callable[[Path], Path],
    start: Callable[[Settings], AbstractContextManager[Any]],
    tmp_path: Path,
) -> None:
    oxigraph, out = oxigraphs(), copy_build(tmp_path / "out")
    endpoint, mint = Endpoint(addresses(oxigraph.address)), Mint()
    publish(open_build(out), endpoint)
    settings = Settings(folder=tmp_path, endpoint=oxigraph.address, port=0, query_workers=1)
    with start(settings) as running:
        client: httpx.Client = running.client
        assert client.get("/id/question/9-1").status_code == 404
        page = client.get("/fr/question/5-8906")
        assert page.status_code == 200
        catalogue, merge = mint.graph("published"), mint.graph("all")
        endpoint.update([f"DELETE WHERE {{ GRAPH {catalogue} {{ {merge} ?p ?o }} }}"])
        wait_until(lambda: client.get("/health").status_code == 503)
        assert "is published anew" in client.get("/health").json()["problem"]
        assert client.get("/fr/question/5-8906").content == page.content  # it was made before
        for path in ("/id/question/5-8910", "/nl/question/5-8906"):
            assert client.get(path).status_code == 503
        assert client.get("/sparql", params={"query": "ASK {}"}).status_code == 503
        more = Quad(NEW, NamedNode("https://schema.org/text"), Literal("neuf"), mint.graph("local"))
        named = [quad for quad in open_build(out).store if isinstance(quad.graph_name, NamedNode)]
        (tmp_path / "more").mkdir()
        write_store(tmp_path / "more" / "store", [*named, more], mint)
        (tmp_path / "more" / "manifest.json").write_bytes((out / "manifest.json").read_bytes())
        publish(open_build(tmp_path / "more"), endpoint)
        wait_until(lambda: client.get("/id/question/9-1").status_code == 303)
        health = client.get("/health")
        assert (health.status_code, health.json()["problem"]) == (200, None)
        wait_until(lambda: client.get("/sparql", params={"query": "ASK {}"}).status_code == 200)


def test_a_store_that_goes_away_and_comes_back(
    oxigraphs: Callable[[], Any],
    build_folder: Path,
    start: Callable[[Settings], AbstractContextManager[Any]],
    tmp_path: Path,
) -> None:
    oxigraph = oxigraphs()
    publish(open_build(build_folder), Endpoint(addresses(oxigraph.address)))
    settings = Settings(folder=tmp_path, endpoint=oxigraph.address, port=0, query_workers=1)
    with start(settings) as running:
        client: httpx.Client = running.client
        asked = {"query": "SELECT (COUNT(*) AS ?n) { ?a hc:answers ?q }"}
        before = client.get("/sparql", params=asked)
        page = client.get("/fr/")
        assert (before.status_code, page.status_code) == (200, 200)
        oxigraph.stop()
        assert client.get("/fr/").content == page.content
        failed = client.get("/sparql", params=asked)
        assert failed.status_code in (502, 503)
        assert oxigraph.place not in failed.text
        missing = client.get("/doc/question/5-8906.ttl")
        assert (missing.status_code, missing.headers["retry-after"]) == (503, "10")
        assert oxigraph.place not in missing.text
        wait_until(lambda: client.get("/health").status_code == 503)
        assert oxigraph.place not in client.get("/health").text
        oxigraph.start()
        wait_until(lambda: client.get("/health").status_code == 200)
        assert client.get("/doc/question/5-8906.ttl").status_code == 200
        wait_until(lambda: client.get("/sparql", params=asked).content == before.content)


def test_a_query_that_takes_for_ever_is_ended(
    oxigraphs: Callable[[], Any],
    build_folder: Path,
    start: Callable[[Settings], AbstractContextManager[Any]],
    tmp_path: Path,
) -> None:
    """The store goes on with it: its own limits see to that."""
    oxigraph = oxigraphs()
    publish(open_build(build_folder), Endpoint(addresses(oxigraph.address)))
    settings = Settings(
        folder=tmp_path, endpoint=oxigraph.address, port=0, query_workers=1, time_limit=3
    )
    hostile = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a = ?i) }"
    with start(settings) as running:
        answer = running.client.get("/sparql", params={"query": hostile})
        assert answer.status_code == 504
        assert "it was not done in 3 seconds" in answer.text
        wait_until(lambda: running.client.get("/sparql?query=ASK+%7B%7D").status_code == 200)
        assert running.client.get("/fr/question/5-8906").status_code == 200
    oxigraph.stop()
