"""A server over the two documents, on a port of its own, with a stand-in for the site."""

import shutil
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
from hemicycle.opened import OpenBuild
from hemicycle.serve.app import make_app
from hemicycle.serve.run import address_of, listening, server
from hemicycle.serve.settings import Settings
from hemicycle.store import write_store

GRAPHS = Path(__file__).parent.parent.parent / "graphs"


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
            with httpx.Client(base_url=address, timeout=60) as client:
                answers = app.state.hemicycle.answers
                yield Running(client, address, log, sites, settings, answers)
        finally:
            running.should_exit = True
            thread.join(timeout=30)


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


@pytest.fixture
def client(running: Running) -> httpx.Client:
    """A client of the shared server."""
    return running.client
