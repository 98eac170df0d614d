"""Servers on loopback, real ones and one that misbehaves, and builds of a few triples."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any, NamedTuple

import pytest
import requests
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, serialize

from hemicycle.manifest import Manifest, write_manifest
from hemicycle.mint import Mint
from hemicycle.opened import OpenBuild, open_build
from hemicycle.remote import Addresses, Endpoint, Patience, addresses

REQUIRED = os.environ.get("HEMICYCLE_REQUIRED", "").split()
HASTY = Patience(tries=4, first=0.01, longest=0.02, connect=5, read=60)
PATIENCE = 300.0
"""Seconds that what is started may take to be there, and held answers wait, on a busy machine."""

Graphs = Mapping[str, Sequence[str]]


def binary(name: str) -> str | None:
    """A program beside Python's own, or on the path."""
    beside = Path(sys.executable).with_name(name)
    return str(beside) if beside.exists() else shutil.which(name)


def needed(name: str, package: str) -> str:
    found = binary(name)
    if found is None:
        reason = f"{name} is not there: {package}"
        if package.split()[-1].partition("-")[0] in REQUIRED:
            pytest.fail(reason)
        pytest.skip(reason)
    return found


def free_port() -> int:
    with socket.socket() as own:
        own.bind(("127.0.0.1", 0))
        port: int = own.getsockname()[1]
        return port


def wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        assert process.poll() is None, "the server ended"
        try:
            requests.get(url, timeout=30)
        except requests.RequestException:
            time.sleep(0.05)
        else:
            return
    raise AssertionError(f"{url} does not answer within {PATIENCE} s")


def stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(60)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@pytest.fixture(scope="session")
def start_oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], str]]:
    """What starts an Oxigraph server with an empty store, and tells where queries go."""
    program = needed("oxigraph", "pip install oxigraph")
    running: list[subprocess.Popen[bytes]] = []

    def start() -> str:
        place = f"127.0.0.1:{free_port()}"
        folder = tmp_path_factory.mktemp("oxigraph")
        command = [program, "serve", "--location", str(folder / "store"), "--bind", place]
        with (folder / "log").open("wb") as log:
            running.append(subprocess.Popen(command, stdout=log, stderr=log))
        wait_for(f"http://{place}/", running[-1])
        return f"http://{place}/query"

    yield start
    for process in running:
        stop(process)


@pytest.fixture(scope="session")
def shared_oxigraph(start_oxigraph: Callable[[], str]) -> str:
    """Where one Oxigraph answers that several tests use, one after another."""
    return start_oxigraph()


@pytest.fixture
def oxigraph(shared_oxigraph: str) -> str:
    """Where an empty Oxigraph answers queries."""
    update = f"{shared_oxigraph.removesuffix('/query')}/update"
    headers = {"Content-Type": "application/sparql-update"}
    assert requests.post(update, data="DROP ALL", headers=headers, timeout=300).ok
    return shared_oxigraph


VIRTUOSO = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{isql}
NumberOfBuffers = 4000
MaxDirtyBuffers = 3000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
[SPARQL]
ResultSetMaxRows = 3000
MaxQueryExecutionTime = 20
"""


@pytest.fixture(scope="session")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where Virtuoso answers queries; whoever writes is `dba`, with the password `dba`."""
    program = needed("virtuoso-t", "apt-get install virtuoso-opensource-7-bin")
    folder = tmp_path_factory.mktemp("virtuoso")
    http = free_port()
    settings = VIRTUOSO.format(isql=free_port(), http=http)
    (folder / "virtuoso.ini").write_text(settings, encoding="utf-8")
    command = [program, "+foreground", "+configfile", "virtuoso.ini"]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
    try:
        wait_for(f"http://127.0.0.1:{http}/sparql", process)
        yield f"http://127.0.0.1:{http}/sparql"
    finally:
        stop(process)


class Answer(NamedTuple):
    """What the misbehaving server says; without a status it hangs up."""

    status: int | None = 200
    headers: Mapping[str, str] = {}
    body: bytes = b""
    length: int | None = None
    """What Content-Length says; None: the truth."""
    held: Event | None = None
    """What the end of the answer waits for."""


class Asked(NamedTuple):
    """What the misbehaving server was asked."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes


Behave = Callable[[Asked], Answer]


class Server:
    """Answers as it is told, and keeps what it was asked."""

    def __init__(self, behave: Behave) -> None:
        self.asked: list[Asked] = []
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def answer(self) -> None:
                """Any request."""
                size = int(self.headers.get("Content-Length") or 0)
                headers = {key.lower(): value for key, value in self.headers.items()}
                asked = Asked(self.command, self.path, headers, self.rfile.read(size))
                server.asked.append(asked)
                self._send(behave(asked))

            def _send(self, answer: Answer) -> None:
                self.close_connection = True
                if answer.status is None:
                    return
                self.send_response(answer.status)
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                length = len(answer.body) if answer.length is None else answer.length
                self.send_header("Content-Length", str(length))
                self.end_headers()
                self.wfile.write(answer.body)
                self.wfile.flush()
                if answer.held is not None:
                    answer.held.wait(PATIENCE)

            def log_message(self, format: str, *arguments: Any) -> None:
                """Nowhere."""

        for method in ("GET", "PUT", "POST", "DELETE"):
            setattr(Handler, f"do_{method}", Handler.answer)
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.place = f"http://127.0.0.1:{self._http.server_address[1]}"
        Thread(target=self._http.serve_forever, args=(0.05,), daemon=True).start()

    def stop(self) -> None:
        """Answer no more."""
        self._http.shutdown()
        self._http.server_close()


@pytest.fixture
def serving() -> Iterator[Callable[[Behave], Server]]:
    """What starts a server that answers as a function says."""
    running: list[Server] = []

    def start(behave: Behave) -> Server:
        running.append(Server(behave))
        return running[-1]

    yield start
    for server in running:
        server.stop()


@pytest.fixture
def answer() -> type[Answer]:
    return Answer


@pytest.fixture
def endpoint_at() -> Callable[..., Endpoint]:
    """An endpoint that loses patience soon, by an address or several."""

    def at(where: str | Addresses, **environment: str) -> Endpoint:
        found = addresses(where) if isinstance(where, str) else where
        return Endpoint(found, HASTY, environment)

    return at


@pytest.fixture
def make_build(tmp_path: Path) -> Callable[..., OpenBuild]:
    """A build of a few triples: the name of each graph with its texts, one triple each."""

    def make(graphs: Graphs, name: str = "build") -> OpenBuild:
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        write_manifest(folder, Manifest(form=1, base=Mint().base, software="test", files=()))
        with (folder / "hemicycle.nq").open("wb") as out:
            serialize(quads(graphs), out, RdfFormat.N_QUADS)
        return open_build(folder)

    return make


def quads(graphs: Graphs) -> Iterator[Quad]:
    mint = Mint()
    said = NamedNode("https://schema.org/text")
    for graph, texts in graphs.items():
        for text in texts:
            subject = mint.thing(f"question/{text.partition(' ')[0]}")
            yield Quad(subject, said, Literal(text, language="fr"), mint.graph(graph))
