"""What a hostile query may cost: its time, its memory, its rows; and nothing of the others'."""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import httpx
import pytest
from lxml import etree
from pyoxigraph import RdfFormat, parse

from hemicycle.serve.settings import Settings

HOSTILE = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a = ?i) }"
GREEDY = "SELECT ?a ?d ?g { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?f"
QUICK = "SELECT ?s { ?s a hc:Platform }"
ALL = "SELECT ?s ?p ?o { ?s ?p ?o }"
TIME, ROWS = 4.0, 300
PATIENCE = 60.0
"""Seconds that a busy machine may take to do what takes a moment."""


@pytest.fixture(scope="module")
def strict(
    build_folder: Path, start: Callable[[Settings], AbstractContextManager[Any]]
) -> Iterator[Any]:
    settings = Settings(
        folder=build_folder, port=0, time_limit=TIME, row_limit=ROWS, memory_limit=100
    )
    with start(settings) as running:
        while ask(running, QUICK).status_code != 200:  # its workers may still be starting
            pass
        yield running


def ask(running: Any, query: str, accept: str = "*/*", client: str = "192.0.2.1") -> httpx.Response:
    headers = {"Accept": accept, "X-Forwarded-For": client}
    found: httpx.Response = running.client.get("/sparql", params={"query": query}, headers=headers)
    return found


def number(running: Any, name: str) -> float:
    lines = running.client.get("/metrics").text.splitlines()
    return float(next(line.split()[1] for line in lines if line.startswith(f"hemicycle_{name} ")))


def wait_until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_a_query_that_takes_for_ever_is_ended(strict: Any) -> None:
    killed, begun = number(strict, "queries_killed_total"), time.monotonic()
    answer = ask(strict, HOSTILE)
    assert time.monotonic() - begun >= TIME
    assert answer.status_code == 504
    assert answer.text == "the query was ended: it was not done in 4 seconds; ask for less\n"
    assert number(strict, "queries_killed_total") == killed + 1
    assert ask(strict, QUICK).status_code == 200


def test_a_query_that_takes_all_memory_is_ended(strict: Any) -> None:
    answer = ask(strict, GREEDY, "application/json")
    assert answer.status_code == 503
    assert answer.json()["megabytes"] == 100
    assert ask(strict, QUICK).status_code == 200


def test_a_query_that_is_nested_too_deeply_is_refused(strict: Any) -> None:
    query = f"SELECT ({'(' * 80_000}1{')' * 80_000} AS ?x) {{}}"
    answer = strict.client.post("/sparql", data={"query": query})
    assert (answer.status_code, answer.text) == (400, "the query is nested too deeply to be read\n")
    assert ask(strict, QUICK).status_code == 200


def test_an_answer_that_is_cut_is_whole_rows_and_says_so(strict: Any) -> None:
    rows = ask(strict, ALL)
    assert rows.status_code == 200
    assert (rows.headers["x-hemicycle-truncated"], rows.headers["x-hemicycle-rows"]) == (
        "rows",
        str(ROWS),
    )
    assert "not whole" in rows.headers["warning"]
    assert 'rel="alternate"' in rows.headers["link"]
    assert len(rows.json()["results"]["bindings"]) == ROWS
    xml = etree.fromstring(ask(strict, ALL, "application/sparql-results+xml").content)
    assert len(xml.findall("{*}results/{*}result")) == ROWS
    tsv = ask(strict, ALL, "text/tab-separated-values").text
    assert (tsv.count("\n"), tsv[-1]) == (ROWS + 1, "\n")
    turtle = ask(strict, f"CONSTRUCT WHERE {ALL.partition(' ?o ')[2]}", "text/turtle")
    assert len(list(parse(turtle.content, RdfFormat.TURTLE))) == ROWS
    assert turtle.headers["x-hemicycle-truncated"] == "rows"


@pytest.mark.parametrize("limit", [ROWS - 1, ROWS])
def test_an_answer_within_the_limit_is_not_cut(strict: Any, limit: int) -> None:
    for query, accept in (
        (ALL, "text/csv"),
        (f"CONSTRUCT WHERE {ALL.partition(' ?o ')[2]}", "text/turtle"),
    ):
        answer = ask(strict, f"{query} LIMIT {limit}", accept)
        assert "x-hemicycle-truncated" not in answer.headers
        assert answer.headers["x-hemicycle-rows"] == str(limit)


def test_others_are_answered_beside_hostile_queries(strict: Any) -> None:
    """Two of one address and one of another, while ten further clients ask quick ones."""
    wait_until(lambda: number(strict, "workers_idle") >= 2 * strict.settings.query_workers)
    statuses: list[int] = []

    def attack(client: str) -> None:
        statuses.append(ask(strict, HOSTILE, client=client).status_code)

    clients = ("192.0.2.7", "192.0.2.7", "192.0.2.8")
    attackers = [threading.Thread(target=attack, args=(client,)) for client in clients]
    for thread in attackers:
        thread.start()
    wait_until(lambda: number(strict, "queries_running") >= 1)
    beside = 0  # a single one may wait for a place, or for a worker to start
    for one in range(10):
        answer = ask(strict, QUICK, client=f"192.0.2.{20 + one}")
        assert answer.status_code == 200, answer.text
        beside += any(thread.is_alive() for thread in attackers)
    for thread in attackers:
        thread.join()
    assert beside >= 1
    assert set(statuses) <= {503, 504}
    assert 504 in statuses


def worker_ids(running: Any) -> set[int]:
    """The processes that work for the server of a folder."""
    found = set()
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = path.read_bytes().split(b"\0")
        except OSError:
            continue
        if (
            b"hemicycle.serve.worker" in words
            and os.fsencode(running.settings.folder) in words
            and b"100" in words
        ):
            found.add(int(path.parent.name))
    return found


def test_a_worker_that_is_killed_is_replaced(strict: Any) -> None:
    assert ask(strict, QUICK).status_code == 200
    before = worker_ids(strict)
    assert before
    for process in before:
        os.kill(process, signal.SIGKILL)
    wait_until(lambda: not worker_ids(strict) & before)
    # The server is told of their end a little later.
    wait_until(lambda: [ask(strict, QUICK).status_code for _ in range(4)] == [200] * 4)


def test_a_query_ends_when_its_client_leaves(
    build_folder: Path, start: Callable[[Settings], AbstractContextManager[Any]]
) -> None:
    with start(Settings(folder=build_folder, port=0, time_limit=600)) as patient:
        wait_until(lambda: number(patient, "workers_idle") >= 1)
        while ask(patient, QUICK).status_code != 200:  # who leaves while a worker starts kills none
            pass
        address = urlsplit(patient.address)
        with closing(HTTPConnection(address.hostname or "", address.port)) as connection:
            connection.request("GET", f"/sparql?{urlencode({'query': HOSTILE})}")
            wait_until(lambda: number(patient, "queries_running") == 1)
        wait_until(lambda: number(patient, "queries_killed_total") == 1)
        assert number(patient, "queries_running") == 0


def test_nothing_is_left_of_answers(strict: Any) -> None:
    ask(strict, ALL)
    ask(strict, GREEDY)
    ask(strict, "CONSTRUCT { <a:b> <http://x.example/1/> 1 } WHERE {}", "application/rdf+xml")
    assert strict.client.get("/health").status_code == 200  # the server has nothing left to do
    assert not list(strict.answers.iterdir())
