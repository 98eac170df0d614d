"""Two servers on loopback, over the two documents and over generated pages, and a real browser.

Needs Debian's Chromium, Playwright, and the bundles that `make site` makes.
"""

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest
from msgspec import Struct
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright
from pyoxigraph import RdfFormat, parse

from hemicycle.assets import asset
from hemicycle.mint import Mint
from hemicycle.records import Record
from hemicycle.search import INDEX_FILE, write_index
from hemicycle.serve.app import make_app
from hemicycle.serve.run import STATIC, address_of, listening, open_site, server
from hemicycle.serve.settings import Settings
from hemicycle.site.bundles import has_bundle
from hemicycle.store import write_store

ROOT = Path(__file__).parents[2]
CHROMIUM = Path("/usr/bin/chromium")
AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"
GENERATED = 120
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
REQUIRED = "chromium" in os.environ.get("HEMICYCLE_REQUIRED", "").split()


class Visit(Struct):
    """A page of the browser, and what went wrong on it: what was logged, who else was asked."""

    page: Page
    address: str
    problems: list[str]

    def go(self, path: str) -> Page:
        """Open a path of the server."""
        self.page.goto(self.address + path)
        return self.page


Visiting = Callable[..., Visit]


def _missing() -> str:
    if not CHROMIUM.exists():
        return "no Chromium: apt-get install chromium"
    if not (has_bundle("editor.js") and has_bundle("explorer.js")):
        return "no bundles: make site"
    return "" if AXE.exists() else "no axe-core: npm ci --prefix web"


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright; skips where what the tests need is not there, fails where it must be."""
    missing = _missing()
    if missing and REQUIRED:
        pytest.fail(missing)
    if missing:
        pytest.skip(missing)
    with sync_playwright() as found:
        yield found


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    settings = Settings(folder=folder, port=0, time_limit=20)
    with listening(settings) as sock:
        address = address_of(sock)
        app = make_app(settings, open_site, asset(STATIC), base_url=address, say=lambda _: None)
        running = server(app)
        thread = threading.Thread(target=running.run, kwargs={"sockets": [sock]})
        thread.start()
        try:
            while not running.started:
                assert thread.is_alive()
                time.sleep(0.01)
            yield address
        finally:
            running.should_exit = True
            thread.join(timeout=300)


@pytest.fixture(scope="session")
def documents(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server over the two real documents."""
    folder = tmp_path_factory.mktemp("documents") / "out"
    left_out = shutil.ignore_patterns("store", INDEX_FILE)
    shutil.copytree(ROOT / "graphs", folder, ignore=left_out)
    quads = parse(path=folder / "hemicycle.nq", format=RdfFormat.N_QUADS)
    write_store(folder / "store", quads, Mint())
    lines = (folder / "records.jsonl").read_bytes().splitlines()
    records = [msgspec.json.decode(line, type=Record) for line in lines]
    write_index(records, {}, folder / INDEX_FILE)
    with _served(folder) as address:
        yield address


@pytest.fixture(scope="session")
def generated(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server over generated pages."""
    folder = tmp_path_factory.mktemp("generated")
    command = (sys.executable, str(ROOT / "bench" / "generate.py"), str(GENERATED))
    subprocess.run([*command, str(folder / "pages")], check=True, capture_output=True)
    hemicycle = (sys.executable, "-c", "from hemicycle.cli import main; main()")
    build = (*hemicycle, "build", str(folder / "pages"), "--out", str(folder / "out"))
    done = subprocess.run(build, capture_output=True, text=True)
    assert done.returncode in (0, 1), done.stderr  # 1: a shape is violated, and so it may be
    with _served(folder / "out") as address:
        yield address


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Chromium; what each test opens in it shares nothing with the others."""
    found = playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=FLAGS)
    yield found
    found.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visiting]:
    """A function that opens a browser at a server; what went wrong fails the test at its end."""
    visits: list[Visit] = []
    contexts: list[BrowserContext] = []

    def open_at(
        address: str, *, scheme: str = "light", width: int = 1280, script: bool = True
    ) -> Visit:
        context = browser.new_context(
            color_scheme="dark" if scheme == "dark" else "light",
            viewport={"width": width, "height": 900},
            java_script_enabled=script,
        )
        contexts.append(context)
        context.set_default_timeout(60_000)
        found = Visit(context.new_page(), address, [])
        visits.append(found)
        _listen(found)
        return found

    yield open_at
    problems = [problem for found in visits for problem in found.problems]
    for context in contexts:
        context.close()
    assert problems == []


def _listen(visit: Visit) -> None:
    """Write down every request to another host, every error, every breach of the policy.

    A breach is logged as an error; so is an answer that is none, without its address.
    """

    def requested(url: str) -> None:
        if not url.startswith((f"{visit.address}/", "data:", "blob:")):
            visit.problems.append(f"asked {url}")

    visit.page.on("request", lambda request: requested(request.url))

    def answered(status: int, url: str) -> None:
        if status >= 400:
            visit.problems.append(f"{status} {url.removeprefix(visit.address)}")

    def logged(kind: str, text: str) -> None:
        if kind == "error" and not text.startswith("Failed to load resource"):
            visit.problems.append(text)

    visit.page.on("response", lambda response: answered(response.status, response.url))
    visit.page.on("pageerror", lambda error: visit.problems.append(f"error: {error}"))
    visit.page.on("console", lambda line: logged(line.type, line.text))
