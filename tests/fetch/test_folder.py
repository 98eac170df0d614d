"""What a run asks for, what it leaves in the folder, and what the next run does with that."""

import json
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Protocol

import msgspec
import pytest
from warcio.archiveiterator import ArchiveIterator

from hemicycle.fetch import (
    LANGUAGES,
    Clock,
    FetchError,
    FetchReport,
    Folder,
    Manners,
    read_origin,
)
from hemicycle.fetching import fetch
from hemicycle.opened import open_build
from hemicycle.page import Page
from hemicycle.pipeline import Settings, build
from hemicycle.progress import Progress, Silent
from hemicycle.query import Rows, run_query
from hemicycle.read import read_paths
from hemicycle.wanted import FetchRequest, known_by_reference

ROOT = Path(__file__).parent.parent.parent
Q = "5-8910"


class Senate(Protocol):
    """The site that conftest.py has."""

    url: str
    asked: list[str]
    headers: list[dict[str, str]]
    pages: dict[str, bytes]
    answers: dict[str, list[str]]

    put: Callable[..., str]
    address: Callable[..., str]


def hours() -> Iterator[datetime]:
    moment = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
    while True:
        yield moment
        moment += timedelta(hours=1)


class Run:
    """Runs into one folder; by the clock each request is an hour after the one before."""

    def __init__(self, senate: Senate, out: Path) -> None:
        self.senate, self.out = senate, out
        self.said: list[str] = []
        moments = hours()
        self.clock = Clock(now=lambda: next(moments))
        self.manners = Manners(delay=0.0, contact="me@example.org")
        self.request = FetchRequest(
            questions=(Q,), languages=("fr",), origin=read_origin(senate.url)
        )

    def __call__(
        self,
        *questions: str,
        warc: Path | None = None,
        progress: Progress | None = None,
        **changes: object,
    ) -> FetchReport:
        """Fetch the questions, or the one that most tests are about."""
        asked = {"questions": questions or (Q,), **changes}
        request = msgspec.structs.replace(self.request, **asked)
        return fetch(
            request,
            self.out,
            self.manners,
            progress or Silent(),
            self.said.append,
            warc=warc,
            clock=self.clock,
        )

    def lines(self, name: str) -> list[dict[str, object]]:
        """What a file of JSON lines says."""
        return [json.loads(line) for line in (self.out / name).read_text().splitlines()]

    def files(self) -> dict[str, bytes]:
        """The pages of the folder."""
        return {
            path.relative_to(self.out).as_posix(): path.read_bytes()
            for path in self.out.rglob("*.html")
        }


@pytest.fixture
def run(senate: Senate, tmp_path: Path) -> Run:
    return Run(senate, tmp_path / "out")


def test_addresses_by_layout_and_language(senate: Senate, run: Run) -> None:
    run(languages=LANGUAGES)
    run(languages=LANGUAGES, layout="unilingual-print")
    run(languages=LANGUAGES, layout="bilingual-print")
    form = "/www/?MIval=Vragen/{}&LEG=5&NR=8910&LANG={}"
    assert [path for path in senate.asked if path != "/robots.txt"] == [
        form.format("SchriftelijkeVraag", "fr"),
        form.format("SchriftelijkeVraag", "nl"),
        form.format("SVPrint", "fr"),
        form.format("SVPrint", "nl"),
        form.format("SVPrintNLFR", "fr"),
    ]


def test_who_asks(senate: Senate, run: Run) -> None:
    senate.put(Q)
    run()
    agents = {headers["User-Agent"] for headers in senate.headers}
    assert len(agents) == 1
    agent = agents.pop()
    assert agent.startswith("Hemicycle/")
    assert agent.endswith("(archive of written questions; contact: me@example.org)")


def test_what_the_index_says(senate: Senate, run: Run) -> None:
    path = senate.put(Q)
    senate.answers[path] = ['dated "one"']
    run(Q, "5-8911")
    [line] = run.lines("index.jsonl")
    headers = line.pop("headers")
    assert isinstance(headers, dict)
    assert headers.keys() == {"content-type", "date", "etag"}
    assert headers["etag"] == '"one"'
    assert line == {
        "file": "5/5-8910.web.fr.html",
        "url": senate.url + path,
        "retrieved_at": "2026-11-23T06:00:00Z",
        "status": 200,
        "sha256": sha256(senate.pages[path]).hexdigest(),
        "length": len(senate.pages[path]),
    }
    assert run.lines("asked.jsonl") == [
        {"round": "begins", "index_lines": 0},
        {
            "url": senate.url + senate.address("5-8911"),
            "asked_at": "2026-11-23T07:00:00Z",
            "outcome": "missing",
            "status": 404,
            "problem": "answers 404 Not Found",
        },
        {"round": "ends"},
    ]
    [page] = pages_of(run.out)
    source = page.source
    assert (source.url, source.retrieved_at) == (senate.url + path, "2026-11-23T06:00:00Z")


def test_a_family_is_followed_until_it_is_closed(senate: Senate, run: Run) -> None:
    senate.put("5-10", "fr", "Aussi posée à : question écrite 5-11")
    senate.put("5-11", "fr", "Réintroduite comme : question écrite 6-2")
    senate.put("6-2", "fr", "Réintroduction de : question écrite 5-11")
    senate.put("5-10", "nl", "Ook gesteld aan : schriftelijke vraag 5-12")
    senate.put("5-12", "nl", "Herkwalificatie van : vraag om uitleg 5-900")
    report = run("5-10", family=True, languages=LANGUAGES)
    assert report.outcomes == {"new": 5, "missing": 3}
    asked = [senate.address(q, lang) for q in ("5-10", "5-11", "5-12", "6-2") for lang in LANGUAGES]
    assert senate.asked == ["/robots.txt", *asked]
    senate.asked.clear()
    assert run("5-10", family=True, languages=LANGUAGES).outcomes == {
        "kept before": 5,
        "missing": 3,
    }
    missing = [path for path in asked if path not in senate.pages]
    assert sorted(senate.asked) == sorted(["/robots.txt", *missing])


def test_what_is_known_only_by_reference() -> None:
    """The build of the two real documents knows seventeen more of their family."""
    family = [f"5-{number}" for number in range(8900, 8919)]
    assert list(known_by_reference(ROOT / "graphs")) == [
        number for number in family if number not in ("5-8906", "5-8910")
    ]


def test_kept_pages_are_asked_for_again_only_when_told(senate: Senate, run: Run) -> None:
    path = senate.put(Q)
    senate.answers[path] = ["dated x", "dated x", "dated y"]
    assert run().outcomes == {"new": 1}
    senate.asked.clear()
    assert (run().outcomes, senate.asked) == ({"kept before": 1}, [])
    again = run(again=True)
    assert (again.outcomes, again.statuses) == ({"unchanged": 1}, {304: 1, 404: 1})
    assert senate.headers[-1]["If-None-Match"] == "x"
    again = run(again=True)
    assert (again.outcomes, again.statuses) == ({"unchanged": 1}, {200: 1, 404: 1})
    assert len(run.lines("index.jsonl")) == 1


def test_a_page_that_changed_stands_beside_the_old_one(
    senate: Senate, run: Run, tmp_path: Path
) -> None:
    path = senate.put(Q)
    old = senate.pages[path]
    run()
    new = senate.pages[senate.put(Q, "fr", "4/6/2013Rappel")]
    assert run(again=True).outcomes == {"changed": 1}
    both = {"5/5-8910.web.fr.html": old, "5/5-8910.web.fr.2.html": new}
    assert run.files() == both
    reminders = "SELECT ?date { ?event hc:eventKind <id/event-kind/reminder> ; dcterms:date ?date }"
    build([run.out], tmp_path / "build", Settings(workers=1), Silent())
    assert values(tmp_path / "build", reminders) == ["2013-06-04"]
    senate.pages[path] = old
    assert run(again=True).outcomes == {"changed": 1}
    assert run.files() == both
    times = {page.source.file: page.source.retrieved_at for page in pages_of(run.out)}
    assert times == {
        "5/5-8910.web.fr.html": "2026-11-23T10:00:00Z",
        "5/5-8910.web.fr.2.html": "2026-11-23T08:00:00Z",
    }


def values(folder: Path, query: str) -> list[str]:
    """The first column of what a query finds in a build."""
    built = open_build(folder)
    found = run_query(built.store, query, built.mint)
    assert isinstance(found, Rows)
    return [str(row[0]).split('"')[1] for row in found.rows]


def pages_of(folder: Path) -> list[Page]:
    """The pages that reading finds in a folder, and nothing else."""
    found = list(read_paths([folder]))
    pages = [page for page in found if isinstance(page, Page)]
    assert pages == found
    return pages


def test_a_run_cut_short_goes_on(senate: Senate, run: Run) -> None:
    """Missing pages are asked for once a run, however often it is taken up; failed ones again."""
    senate.put("5-1")
    senate.put("5-4")
    wall = ["status 503 86400"]
    senate.answers[senate.address("5-3")] = list(wall)
    first = run("5-1", "5-2", "5-3", "5-4")
    assert (first.outcomes, first.is_good) == ({"new": 1, "missing": 1}, False)
    senate.asked.clear()
    assert run("5-1", "5-2", "5-3", "5-4").outcomes == {"kept before": 1, "new": 1, "missing": 2}
    assert senate.asked == ["/robots.txt", senate.address("5-3"), senate.address("5-4")]
    senate.asked.clear()
    run("5-1", "5-2", "5-3", "5-4")
    assert senate.asked == ["/robots.txt", senate.address("5-2"), senate.address("5-3")]


def test_what_was_refused_is_asked_for_again(senate: Senate, run: Run) -> None:
    questions = [f"5-{number}" for number in range(1, 8)]
    for question in questions:
        senate.answers[senate.put(question)] = ["status 403"]
    assert run(*questions).outcomes == {"refused": 5}
    assert run(*questions).outcomes == {"new": 5, "refused": 2}
    assert run(*questions).outcomes == {"kept before": 5, "new": 2}


def test_a_kept_page_that_is_another_by_now(senate: Senate, run: Run) -> None:
    path = senate.put(Q, "fr", "Aussi posée à : question écrite 5-8911")
    run()
    kept = run.out / "5" / "5-8910.web.fr.html"
    kept.write_bytes(b" " * len(senate.pages[path]))
    problem = "is none of the Senate's pages of a written question"
    assert run(family=True).outcomes == {"kept before": 1}
    assert run.said == [f"{senate.url}{path}: what it names cannot be read: {problem}"]


def test_asking_again_cut_short_goes_on(senate: Senate, run: Run) -> None:
    for question in ("5-1", "5-2", "5-3"):
        senate.put(question)
    run("5-1", "5-2", "5-3")
    senate.put("5-1", "fr", "4/6/2013Rappel")
    senate.answers[senate.address("5-3")] = ["status 503 86400"]
    assert run("5-1", "5-2", "5-3", again=True).outcomes == {"changed": 1, "unchanged": 1}
    senate.asked.clear()
    assert run("5-1", "5-2", "5-3", again=True).outcomes == {"kept before": 2, "unchanged": 1}
    assert senate.asked == ["/robots.txt", senate.address("5-3")]


@pytest.mark.parametrize("cut", [1, 40, -2, -1])
def test_a_line_that_a_kill_tore(cut: int, senate: Senate, run: Run) -> None:
    senate.put(Q)
    senate.put("5-8911")
    run(Q, "5-8911")
    whole = run.files()
    index = run.out / "index.jsonl"
    first, second = index.read_bytes().splitlines(keepends=True)
    index.write_bytes(first + second[:cut])
    outcomes = run(Q, "5-8911").outcomes
    assert outcomes == ({"kept before": 2} if cut == -1 else {"kept before": 1, "new": 1})
    assert run.files() == whole
    assert [line["file"] for line in run.lines("index.jsonl")] == [
        "5/5-8910.web.fr.html",
        "5/5-8911.web.fr.html",
    ]


def test_a_page_that_is_gone_or_short_is_fetched_again(senate: Senate, run: Run) -> None:
    senate.put(Q)
    run()
    whole = run.files()
    (run.out / "5" / "5-8910.web.fr.html").unlink()
    assert run().outcomes == {"new": 1}
    assert run.files() == whole


def test_nothing_of_the_users_is_written_over(senate: Senate, run: Run) -> None:
    path = senate.put(Q)
    mine = run.out / "5" / "5-8910.web.fr.html"
    mine.parent.mkdir(parents=True)
    mine.write_bytes(b"mine")
    assert run().outcomes == {"new": 1}
    assert run.files() == {
        "5/5-8910.web.fr.html": b"mine",
        "5/5-8910.web.fr.2.html": senate.pages[path],
    }


def test_an_index_written_by_hand(senate: Senate, run: Run) -> None:
    path = senate.put(Q)
    run.out.mkdir()
    (run.out / "mine.html").write_bytes(senate.pages[path])
    line = json.dumps({"file": "mine.html", "url": senate.url + path})
    (run.out / "index.jsonl").write_text(line)
    assert run().outcomes == {"kept before": 1}
    assert run(again=True).outcomes == {"unchanged": 1}
    (run.out / "index.jsonl").write_text(f"nonsense\n{line}\n")
    with pytest.raises(FetchError, match=r"index\.jsonl, line 1: is no line of ours"):
        run()


def test_a_run_interrupted_by_hand(senate: Senate, run: Run) -> None:
    class Interrupts(Silent):
        def advance(self, steps: int = 1) -> None:
            if len(senate.asked) > 2:
                raise KeyboardInterrupt

    senate.put("5-1")
    senate.put("5-2")
    report = run("5-1", "5-2", "5-3", progress=Interrupts())
    assert (report.outcomes, report.stopped) == ({"new": 2}, "interrupted")
    senate.asked.clear()
    assert run("5-1", "5-2", "5-3").outcomes == {"kept before": 2, "missing": 1}
    assert senate.asked == ["/robots.txt", senate.address("5-3")]


def test_two_runs_into_one_folder_at_once(senate: Senate, run: Run) -> None:
    folder = Folder(run.out)
    with pytest.raises(FetchError, match="another fetch is writing to it"):
        run()
    folder.close()
    assert run().outcomes == {"missing": 1}


def test_a_folder_that_cannot_be_one(senate: Senate, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(FetchError, match="cannot be written"):
        Run(senate, tmp_path / "file")()


def test_a_web_archive(senate: Senate, run: Run, tmp_path: Path) -> None:
    path = senate.put(Q)
    senate.answers[path] = ["packed"]
    senate.answers[senate.put("5-8911")] = ["chunked"]
    warc = tmp_path / "pages.warc.gz"
    run(Q, "5-8911", "5-8912", warc=warc)
    expected = [
        ("robots.txt", 404),
        (path, 200),
        (senate.address("5-8911"), 200),
        (senate.address("5-8912"), 404),
    ]
    assert [
        (url.removeprefix(senate.url).lstrip("/"), status) for url, status in _answers(warc)
    ] == [(url.lstrip("/"), status) for url, status in expected]
    assert _bodies(warc)[1:3] == [senate.pages[path], senate.pages[senate.address("5-8911")]]
    whole = warc.stat().st_size
    senate.put("5-8913")
    run("5-8913", warc=warc)
    os.truncate(warc, warc.stat().st_size - 9)  # as a kill within the last record would
    senate.put("5-8914")
    run("5-8914", warc=warc)
    urls = [url for url, _ in _answers(warc)]
    assert [url.partition("NR=")[2][:4] for url in urls if "NR=" in url][-2:] == ["8913", "8914"]
    assert warc.stat().st_size > whole


def _answers(warc: Path) -> list[tuple[str, int]]:
    found = []
    with warc.open("rb") as file:
        for record in ArchiveIterator(file, check_digests="raise"):
            record.content_stream().read()
            assert record.rec_headers.protocol == "WARC/1.1"
            if record.rec_type == "response":
                status = int(record.http_headers.get_statuscode())
                found.append((record.rec_headers.get_header("WARC-Target-URI"), status))
    return found


def _bodies(warc: Path) -> list[bytes]:
    with warc.open("rb") as file:
        return [
            record.content_stream().read()
            for record in ArchiveIterator(file)
            if record.rec_type == "response"
        ]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("pages.zip", b"", "does not end in .warc.gz"),
        ("a.warc.gz", b"Vraag", "is no packed WARC file, or a damaged one"),
    ],
)
def test_what_is_no_web_archive(
    name: str, data: bytes, words: str, run: Run, tmp_path: Path
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    with pytest.raises(FetchError, match=words):
        run(warc=file)
    assert file.read_bytes() == data
