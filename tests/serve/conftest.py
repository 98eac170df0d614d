"""Servers over the two documents, each on a port of its own, with a stand-in for the site.

Both serve the same build: one from its folder, one from an Oxigraph server it was published to.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from msgspec import Struct
from pyoxigraph import RdfFormat, parse

from hemicycle.errors import QueryError
from hemicycle.mint import Mint
from hemicycle.opened import OpenBuild, open_build
from hemicycle.publish import publish
from hemicycle.remote import Endpoint, addresses
from hemicycle.serve.app import make_app
from hemicycle.serve.run import address_of, listening, server
from hemicycle.serve.settings import Settings
from hemicycle.store import write_store

GRAPHS = Path(__file__).parent.parent.parent / "graphs"


REQUIRED = os.environ.get("HEMICYCLE_REQUIRED", "").split()


class StandInPage(Struct, frozen=True):
    """A page as the site gives it."""

    html: str
    media_type: str = "text/html; charset=utf-8"
    file_name: str | None = None


class StandInSite:
    """A site of a few pages, which counts how often it makes one."""

    def __init__(self, build: OpenBuild) -> None:
        self.build = build
        self.made: list[str] = []

    def page(self, path: str, parameters: Mapping[str, str]) -> StandInPage | None:
        """Some page of a few paths; one is refused."""
        self.made.append(path)
        language, _, rest = path.removeprefix("/").partition("/")
        if rest == "refused":
            raise QueryError("this page is refused")
        if rest == "questions.csv":
            return StandInPage("question\r\n5-8906\r\n", "text/csv; charset=utf-8", "questions.csv")
        if rest not in ("", "question/5-8906", "search"):
            return None
        return StandInPage(f"<title>{language} {rest} {sorted(parameters.items())}</title>" * 40)

    def not_found(self, language: str, path: str) -> StandInPage:
        """The page that says that there is none."""
        return StandInPage(f"<title>{language}: no such page</title>")

    def addresses(self) -> Iterator[str]:
        """Four paths."""
        yield from ("/fr/", "/fr/question/5-8906", "/nl/", "/nl/question/5-8906")

    def prepare(self) -> None:
        """Nothing has to be made before the first visitor."""


class Running(Struct, frozen=True):
    """A server that runs: its client, its address, its log and its sites, the last one last."""

    client: httpx.Client
    address: str
    log: list[str]
    sites: list[StandInSite]
    settings: Settings
    answers: Path


@contextmanager
def run_server(settings: Settings, static: Path) -> Iterator[Running]:
    """A server in a thread; it has ended when the block does."""
    log: list[str] = []
    sites: list[StandInSite] = []

    def open_site(build: OpenBuild, base_url: str) -> StandInSite:
        sites.append(StandInSite(build))
        return sites[-1]

    with listening(settings) as sock:
        address = address_of(sock)
        app = make_app(settings, open_site, static, base_url=address, say=log.append)
        running = server(app)
        thread = threading.Thread(target=running.run, kwargs={"sockets": [sock]})
        thread.start()
        try:
            while not running.started:
                assert thread.is_alive()
                time.sleep(0.01)
            with httpx.Client(base_url=address, timeout=300) as client:
                answers = app.state.hemicycle.answers
                yield Running(client, address, log, sites, settings, answers)
        finally:
            running.should_exit = True
            thread.join(timeout=300)


def _copy_build(target: Path) -> Path:
    shutil.copytree(GRAPHS, target, ignore=shutil.ignore_patterns("store", "search.sqlite"))
    quads = parse(path=GRAPHS / "hemicycle.nq", format=RdfFormat.N_QUADS)
    write_store(target / "store", quads, Mint())
    return target


@pytest.fixture(scope="session")
def copy_build() -> Callable[[Path], Path]:
    """A function that makes a build of the two documents in a new folder."""
    return _copy_build


@pytest.fixture(scope="session")
def build_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of the two documents, with its store."""
    return _copy_build(tmp_path_factory.mktemp("serve") / "out")


@pytest.fixture(scope="session")
def static_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Static files of the stand-in site."""
    folder = tmp_path_factory.mktemp("static")
    (folder / "site.css").write_text("main { color: black }\n")
    (folder / "pictures").mkdir()
    (folder / "pictures" / "a.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>\n")
    (folder.parent / "secret.txt").write_text("secret\n")
    return folder


@pytest.fixture(scope="session")
def start(static_files: Path) -> Callable[[Settings], object]:
    """A function that starts a server with settings of a test's own."""
    return lambda settings: run_server(settings, static_files)


@pytest.fixture(scope="session")
def running(build_folder: Path, static_files: Path) -> Iterator[Running]:
    """The server that most tests share."""
    settings = Settings(
        folder=build_folder, port=0, row_limit=2000, time_limit=20, memory_limit=512
    )
    with run_server(settings, static_files) as found:
        yield found


class Oxigraph:
    """Oxigraph's own server over one folder, which may be stopped and started again."""

    def __init__(self, program: str, folder: Path) -> None:
        with socket.socket() as own:
            own.bind(("127.0.0.1", 0))
            self.place = f"127.0.0.1:{own.getsockname()[1]}"
        self._command = [program, "serve", "--location", str(folder / "s"), "--bind", self.place]
        self._log = folder / "log"
        self.start()

    @property
    def address(self) -> str:
        """Where it answers queries."""
        return f"http://{self.place}/query"

    def start(self) -> None:
        """Answer, from now on."""
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(self._command, stdout=log, stderr=log)
        end = time.monotonic() + 300
        while True:
            assert self._process.poll() is None
            assert time.monotonic() < end
            try:
                httpx.get(f"http://{self.place}/", timeout=30)
            except httpx.HTTPError:
                time.sleep(0.05)
            else:
                return

    def stop(self) -> None:
        """Answer no more, whatever it is doing."""
        self._process.kill()
        self._process.wait(timeout=300)


@pytest.fixture(scope="session")
def oxigraphs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Oxigraph]]:
    """A function that starts an Oxigraph server with an empty store."""
    beside = Path(sys.executable).with_name("oxigraph")
    program = str(beside) if beside.exists() else shutil.which("oxigraph")
    if program is None:
        assert "oxigraph" not in REQUIRED, "oxigraph is not there"
        pytest.skip("oxigraph is not there: pip install oxigraph")
    running: list[Oxigraph] = []

    def begin() -> Oxigraph:
        running.append(Oxigraph(str(program), tmp_path_factory.mktemp("oxigraph")))
        return running[-1]

    yield begin
    for each in running:
        each.stop()


@pytest.fixture(scope="session")
def published(oxigraphs: Callable[[], Oxigraph], build_folder: Path) -> str:
    """Where the build of the two documents was published, beside a graph of somebody else."""
    address = oxigraphs().address
    foreign = "INSERT DATA { GRAPH <urn:other> { <urn:secret> <urn:is> 'secret' } }"
    headers = {"Content-Type": "application/sparql-update"}
    update = f"{address.removesuffix('query')}update"
    assert httpx.post(update, content=foreign, headers=headers).is_success
    assert publish(open_build(build_folder), Endpoint(addresses(address))).is_clean
    return address


@pytest.fixture(scope="session")
def running_elsewhere(
    published: str, tmp_path_factory: pytest.TempPathFactory, static_files: Path
) -> Iterator[Running]:
    """A server of what was published."""
    settings = Settings(
        folder=tmp_path_factory.mktemp("no-build"),
        endpoint=published,
        port=0,
        row_limit=2000,
        time_limit=20,
        memory_limit=512,
    )
    with run_server(settings, static_files) as found:
        yield found


@pytest.fixture(params=["folder", "endpoint"])
def client(request: pytest.FixtureRequest) -> httpx.Client:
    """A client of either server: both do the same."""
    name = "running" if request.param == "folder" else "running_elsewhere"
    found: Running = request.getfixturevalue(name)
    return found.client


class Command:
    """`hemicycle serve` as a process of its own, as a user starts it; it writes to a log."""

    def __init__(self, log: Path, *options: str) -> None:
        command = [sys.executable, "-m", "hemicycle", "serve", "--port", "0", *options]
        self.log = log
        with log.open("wb") as out:
            self.process = subprocess.Popen([*command, "--query-workers", "1"], stderr=out)

    def address(self) -> str:
        """Where it listens, as it says itself."""
        end = time.monotonic() + 300
        while "\n" not in self.log.read_text():
            assert self.process.poll() is None
            assert time.monotonic() < end
            time.sleep(0.05)
        return self.lines()[0].rpartition(" at ")[2].removesuffix("/")

    def lines(self) -> list[str]:
        """What it has said."""
        return self.log.read_text().splitlines()

    def stop(self) -> int:
        """Tell it to stop; the code that it ends with."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=300)


@pytest.fixture
def serve_command(tmp_path: Path) -> Iterator[Callable[..., Command]]:
    """A function that starts `hemicycle serve` with some options."""
    started: list[Command] = []

    def start(*options: str) -> Command:
        started.append(Command(tmp_path / f"log-{len(started)}", *options))
        return started[-1]

    yield start
    for each in started:
        each.process.kill()
        each.process.wait(timeout=300)
