"""Many requests in a row: none fails, and memory stays as it is.

HEMICYCLE_REQUESTS says how many; `make soak` asks for more than `make test` has time for.
"""

import os
from collections.abc import Callable
from contextlib import closing
from http.client import HTTPConnection
from itertools import cycle, islice
from pathlib import Path
from typing import Any
from urllib.parse import quote

REQUESTS = int(os.environ.get("HEMICYCLE_REQUESTS", "2000"))
MOST_GROWTH = 12
"""MB that a server may take more at the end than after the first requests."""

QUERY = quote("SELECT ?q ?d { ?a hc:answers ?q ; hc:receivedOn ?d }")
PATHS = (
    *(f"/{language}/{page}" for language in ("fr", "nl", "en") for page in ("", "question/5-8906")),
    *(f"/doc/question/5-8906.{form}" for form in ("ttl", "jsonld", "nt", "rdf")),
    *("/fr/nothing", "/id/question/5-8910", "/ns", "/static/nothing", "/health", "/metrics"),
    *(
        "/dumps/tables/questions.csv",
        "/sitemap.xml",
        f"/sparql?query={QUERY}",
        "/sparql?query=SELECT",
    ),
)


def memory(process: int) -> float:
    """What a process holds, in MB."""
    status = Path(f"/proc/{process}/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if "VmRSS" in line) / 1024


def ask(connection: HTTPConnection, count: int) -> set[int]:
    """The statuses of so many requests."""
    found = set()
    for path in islice(cycle(PATHS), count):
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        found.add(answer.status)
    return found


def test_memory_stays_as_it_is(build_folder: Path, serve_command: Callable[..., Any]) -> None:
    server = serve_command("--store", str(build_folder))
    port = int(server.address().rpartition(":")[2])
    with closing(HTTPConnection("127.0.0.1", port, timeout=300)) as connection:
        expected = {200, 303, 400, 404}
        assert ask(connection, 400) == expected
        before = memory(server.process.pid)
        assert ask(connection, REQUESTS) == expected
        assert memory(server.process.pid) - before < MOST_GROWTH
    server.stop()
    assert len(server.lines()) == 1 + 400 + REQUESTS
