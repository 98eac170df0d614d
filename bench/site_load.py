"""A server over a build: how soon it answers, how many pages a second, and beside a hostile query.

    python bench/site_load.py DIR [--pages 400] [--seconds 10] [--core 0] [--soak REQUESTS]

The server runs on one core alone, its clients on the others. Pages are mixed: questions, families
and all kinds of things, in three languages. First each is asked for once, which makes it; then
all again and again, out of the page cache. Twenty clients ask at once in the end, first alone, then
with one among them that sends a query that takes for ever. With `--soak` one client asks for pages
by chance, a query among every fifty, and the server's memory is printed after each tenth.
"""

import argparse
import os
import random
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.client import HTTPConnection
from itertools import cycle
from pathlib import Path
from statistics import median
from threading import Thread
from typing import NamedTuple
from urllib.parse import quote

LISTS = ("questions", "questions?page=7", "questions?page=50", "families", "senators", "ministers",
         "posts", "parties", "services", "accounts", "keywords", "governments")  # fmt: skip
LANGUAGES = ("fr", "nl", "en")
CLIENTS = 20
QUERY = "SELECT ?q ?d { ?a hc:answers ?q ; hc:receivedOn ?d } LIMIT 500"
HOSTILE = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STRLEN(STR(?c)) > STRLEN(STR(?f))) }"
_LINK = re.compile(r'href="(/(?:fr|nl|en)/[a-z]+/[^"#?]+)"')


class Serving(NamedTuple):
    """A server's port and process, and the seconds until it listened."""

    port: int
    process: int
    seconds: float


@contextmanager
def served(folder: Path, core: int) -> Iterator[Serving]:
    """A server on one core."""
    command = (sys.executable, "-m", "hemicycle", "serve", "--store", str(folder), "--port", "0")
    begun = time.perf_counter()
    with subprocess.Popen(
        command,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: os.sched_setaffinity(0, {core}),
    ) as server:
        assert server.stderr is not None
        found = None
        while found is None:
            found = re.search(r"http://127\.0\.0\.1:(\d+)/", server.stderr.readline())
        seconds = time.perf_counter() - begun
        Thread(target=lambda: list(server.stderr or ()), daemon=True).start()  # its log
        try:
            yield Serving(int(found[1]), server.pid, seconds)
        finally:
            server.terminate()


class Client:
    """One connection, and the seconds that each of its requests took."""

    def __init__(self, port: int) -> None:
        self._connection = HTTPConnection("127.0.0.1", port, timeout=120)
        self.seconds: list[float] = []

    def get(self, path: str) -> str:
        """The body at a path; whatever is no page ends the run."""
        begun = time.perf_counter()
        self._connection.request("GET", path)
        answer = self._connection.getresponse()
        body = answer.read()
        self.seconds.append(time.perf_counter() - begun)
        if answer.status not in (200, 503):
            raise SystemExit(f"{answer.status} {path}")
        return body.decode()


def mixed(client: Client, pages: int) -> list[str]:
    """So many paths of all kinds, by chance, always the same, that nobody has asked for yet."""
    chance = random.Random(1)
    found = {link for path in LISTS for link in _LINK.findall(client.get(f"/fr/{path}"))}
    paths = sorted(path.removeprefix("/fr") for path in found if path.startswith("/fr/"))
    chance.shuffle(paths)
    return [f"/{LANGUAGES[at % 3]}{path}" for at, path in enumerate(paths[:pages])]


def told(name: str, seconds: Sequence[float], whole: float) -> str:
    """A line of the table: requests a second, and milliseconds of one."""
    values = sorted(1000 * each for each in seconds)
    late = values[round(0.95 * (len(values) - 1))]
    rate = len(values) / whole
    return f"| {name} | {len(values)} | {rate:.0f} | {median(values):.1f} | {late:.1f} |\n"


def by_one(port: int, paths: Sequence[str]) -> tuple[list[float], float]:
    """Each path by one client, one after the other."""
    client, begun = Client(port), time.perf_counter()
    for path in paths:
        client.get(path)
    return client.seconds, time.perf_counter() - begun


def by_many(port: int, paths: Sequence[str], seconds: float) -> tuple[list[float], float]:
    """Twenty clients that ask for so long, each beginning elsewhere."""
    end = time.perf_counter() + seconds
    clients = [Client(port) for _ in range(CLIENTS)]

    def ask(client: Client, start: int) -> None:
        for path in cycle([*paths[start:], *paths[:start]]):
            if time.perf_counter() >= end:
                return
            client.get(path)

    starts = (number * 17 % len(paths) for number in range(CLIENTS))
    tasks = zip(clients, starts, strict=True)
    _at_once([partial(ask, client, start) for client, start in tasks])
    return [each for client in clients for each in client.seconds], seconds


def _at_once(tasks: Sequence[Callable[[], None]]) -> None:
    threads = [Thread(target=task) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def beside_hostile(port: int, paths: Sequence[str], seconds: float) -> tuple[list[float], float]:
    """The same with one more client, which sends a hostile query as soon as the last has ended."""
    end, hostile = time.perf_counter() + seconds, Client(port)

    def attack() -> None:
        while time.perf_counter() < end:
            hostile.get(f"/sparql?query={quote(HOSTILE)}")

    attacking = Thread(target=attack)
    attacking.start()
    time.sleep(1)
    found = by_many(port, paths, seconds - 1)
    attacking.join()
    return found


def soaked(serving: Serving, paths: Sequence[str], requests: int) -> Iterator[str]:
    """So many requests by chance; a line after each tenth of them, with the server's memory."""
    client, chance = Client(serving.port), random.Random(2)
    status = Path(f"/proc/{serving.process}/status")
    for number in range(1, requests + 1):
        client.get(f"/sparql?query={quote(QUERY)}" if number % 50 == 0 else chance.choice(paths))
        if number % (requests // 10) == 0:
            found = re.search(r"VmRSS:\s+(\d+)", status.read_text())
            assert found is not None
            yield f"{number} requests: {int(found[1]) // 1024} MB\n"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=400)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--core", type=int, default=0)
    parser.add_argument("--soak", type=int, default=0)
    asked = parser.parse_args()
    others = os.sched_getaffinity(0) - {asked.core}
    with served(asked.folder, asked.core) as serving:
        port = serving.port
        os.sched_setaffinity(0, others or {asked.core})
        client, begun = Client(port), time.perf_counter()
        client.get("/fr/about")
        first = time.perf_counter() - begun
        client.get("/fr/")
        home = time.perf_counter() - begun
        sys.stdout.write(f"listens after {serving.seconds:.2f} s; a page {first:.2f} s later, ")
        sys.stdout.write(f"the home page with its figures {home:.2f} s later\n\n")
        paths = mixed(client, asked.pages)
        if asked.soak:
            sys.stdout.writelines(soaked(serving, paths, asked.soak))
            return
        sys.stdout.write(
            "| | requests | a second | ms, median | 95 % |\n| --- | --- | --- | --- | --- |\n"
        )
        sys.stdout.write(told("each page for the first time", *by_one(port, paths)))
        sys.stdout.write(told("from the page cache", *by_one(port, paths * 3)))
        sys.stdout.write(told("twenty clients", *by_many(port, paths, asked.seconds)))
        sys.stdout.write(
            told("beside a hostile query", *beside_hostile(port, paths, asked.seconds))
        )


if __name__ == "__main__":
    main()
