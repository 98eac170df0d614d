"""Many requests in a row: none fails, and memory stays as it is.

HEMICYCLE_REQUESTS says how many; `make soak` asks for more than `make test` has time for.
"""

import os
import re
import subprocess
import sys
import time
from contextlib import closing
from http.client import HTTPConnection
from itertools import cycle, islice
from pathlib import Path
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


def test_memory_stays_as_it_is(build_folder: Path, tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "hemicycle",
        "serve",
        "--store",
        str(build_folder),
        "--port",
        "0",
    ]
    log = tmp_path / "log"
    with (
        log.open("wb") as out,
        subprocess.Popen([*command, "--query-workers", "1"], stderr=out) as server,
    ):
        try:
            while (found := re.search(r"http://127\.0\.0\.1:(\d+)/\n", log.read_text())) is None:
                assert server.poll() is None
                time.sleep(0.05)
            with closing(HTTPConnection("127.0.0.1", int(found[1]), timeout=120)) as connection:
                expected = {200, 303, 400, 404}
                assert ask(connection, 400) == expected
                before = memory(server.pid)
                assert ask(connection, REQUESTS) == expected
                assert memory(server.pid) - before < MOST_GROWTH
        finally:
            server.terminate()
    lines = log.read_text().splitlines()
    assert len(lines) == 1 + 400 + REQUESTS
