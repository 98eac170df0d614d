"""A long run that is killed and taken up again: the same bytes, and no page asked for twice."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

import pytest
from warcio.archiveiterator import ArchiveIterator

KILLS = int(os.environ.get("HEMICYCLE_KILLS", "2"))
"""`make soak` kills more often."""

PAGES = 2000
QUESTIONS = [f"5-{number}" for number in range(1000, 1000 + PAGES)]
POLL = 0.002


class Senate(Protocol):
    """The site that conftest.py has."""

    url: str
    asked: list[str]
    make: Callable[[str], bytes] | None
    address: Callable[[str], str]


def start(senate: Senate, out: Path) -> subprocess.Popen[bytes]:
    """A run over all pages, as a user calls it."""
    numbers = f"{QUESTIONS[0][2:]}-{QUESTIONS[-1][2:]}"
    command = [sys.executable, "-m", "hemicycle", "fetch", "--legislature", "5"]
    options = ["--numbers", numbers, "--languages", "fr", "--delay", "0"]
    places = ["--out", str(out), "--warc", f"{out}.warc.gz", "--host", senate.url]
    return subprocess.Popen(
        [*command, *options, *places], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def kill_somewhere(senate: Senate, out: Path, pages: int) -> None:
    """Kill the run once so many pages more were asked for, wherever it is by then."""
    running = start(senate, out)
    until = len(senate.asked) + pages
    while len(senate.asked) < until and running.poll() is None:
        time.sleep(POLL)
    running.send_signal(signal.SIGKILL)
    running.wait()


def files(out: Path) -> dict[str, bytes]:
    return {
        path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*.html"))
    }


def index(out: Path) -> list[dict[str, str]]:
    """What no two runs differ in, of each line of the index."""
    found = [json.loads(line) for line in (out / "index.jsonl").read_bytes().splitlines()]
    return [{key: line[key] for key in ("file", "url", "sha256")} for line in found]


def archived(out: Path) -> list[str]:
    """The addresses of the answers in the web archive, in order."""
    with Path(f"{out}.warc.gz").open("rb") as file:
        return [
            record.rec_headers.get_header("WARC-Target-URI")
            for record in ArchiveIterator(file)
            if record.rec_type == "response"
        ]


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder in memory, where there is one: thousands of lines that wait for a disk take long."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if memory.is_dir() else None) as path:
        yield Path(path)


def test_a_killed_run_ends_as_one_that_was_left_alone(
    senate: Senate, folder: Path, page: Callable[[str], bytes]
) -> None:
    senate.make = page
    out = folder / "pages"
    moments = random.Random(4711)
    for _ in range(KILLS):
        kill_somewhere(senate, out, moments.randrange(1, PAGES // KILLS))
    assert start(senate, out).wait() == 0
    asked = [path for path in senate.asked if path != "/robots.txt"]
    alone = folder / "alone"
    assert start(senate, alone).wait() == 0
    assert (files(out), index(out)) == (files(alone), index(alone))
    paths = [senate.address(question) for question in QUESTIONS]
    pages = {f"5/{question}.web.fr.html": page(question) for question in QUESTIONS}
    assert files(out) == pages
    assert index(out) == [
        {"file": file, "url": senate.url + path, "sha256": sha256(body).hexdigest()}
        for path, (file, body) in zip(paths, pages.items(), strict=True)
    ]
    assert sorted(path.name for path in out.iterdir()) == ["5", "asked.jsonl", "index.jsonl"]
    assert list(dict.fromkeys(asked)) == paths
    assert len(asked) <= len(paths) + KILLS
    kept = [url.removeprefix(senate.url) for url in archived(out) if not url.endswith("robots.txt")]
    assert list(dict.fromkeys(kept)) == paths
