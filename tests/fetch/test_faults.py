"""A site on a bad day: each answer ends in the right outcome, with a clear line, and counts add up."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import msgspec
import pytest

from hemicycle.fetch import Clock, FetchReport, Manners, Outcome, read_origin
from hemicycle.fetching import fetch
from hemicycle.progress import Silent
from hemicycle.wanted import FetchRequest

Q = "5-8910"
TRIES = 2
SHORT = {"read": 0.3, "whole": 0.6}
"""Limits for answers that never end; others have time, on a machine that has none."""


class Senate(Protocol):
    """The site that conftest.py has."""

    url: str
    asked: list[str]
    pages: dict[str, bytes]
    answers: dict[str, list[str]]
    robots: bytes | None

    put: Callable[..., str]
    address: Callable[..., str]


class Run:
    """One fetch with a clock that only notes how long it would have waited."""

    def __init__(self, senate: Senate, out: Path, **manners: float) -> None:
        self.senate, self.out = senate, out
        self.said: list[str] = []
        self.waits: list[float] = []
        kept = Manners(tries=TRIES, size=1024 * 1024, delay=0.0)
        self.manners = msgspec.structs.replace(kept, **manners)

    def __call__(self, *questions: str, warc: Path | None = None) -> FetchReport:
        """Fetch the questions, or the one that most tests are about."""
        request = FetchRequest(
            questions=questions or (Q,), languages=("fr",), origin=read_origin(self.senate.url)
        )
        clock = Clock(sleep=self.waits.append)
        return fetch(
            request, self.out, self.manners, Silent(), self.said.append, warc=warc, clock=clock
        )

    def kept(self) -> dict[str, bytes]:
        """The pages of the folder by their names."""
        return {
            path.name: path.read_bytes() for path in self.out.rglob("*") if path.suffix == ".html"
        }

    def index(self) -> list[str]:
        """The files that the index names."""
        lines = (self.out / "index.jsonl").read_text().splitlines()
        return [json.loads(line)["file"] for line in lines]


@pytest.mark.parametrize(
    ("answer", "outcome", "words", "times"),
    [
        ("status 404", "missing", "answers 404 Not Found", 1),
        ("status 410", "missing", "answers 410 Gone", 1),
        ("status 403", "refused", "answers 403 Forbidden", 1),
        ("status 304", "refused", "answers 304 Not Modified", 1),
        ("status 500", "failed", "answers 500 Internal Server Error, 2 times", TRIES),
        ("status 503", "failed", "answers 503 Service Unavailable, 2 times", TRIES),
        ("error-page", "no question", "is none of the Senate's pages of a written question", 1),
        ("slow", "failed", "no whole answer within 0.6 s, 2 times", TRIES),
        ("slow-head", "failed", "no whole answer within 0.6 s, 2 times", TRIES),
        ("silent", "failed", "nothing came for 0.3 s, 2 times", TRIES),
        ("closed", "failed", "the connection was refused or broke off, 2 times", TRIES),
        ("junk", "failed", "the connection was refused or broke off, 2 times", TRIES),
        ("too-short", "failed", "the connection was refused or broke off, 2 times", TRIES),
        (
            "too-long",
            "no question",
            "is HTML that never closes, so perhaps cut short (--unclosed keeps it)",
            1,
        ),
        ("torn-pack", "failed", "its packing ends too soon, 2 times", TRIES),
        ("torn-chunks", "failed", "the connection was refused or broke off, 2 times", TRIES),
        ("bomb", "refused", "is larger than 1 MB, so not a page", 1),
        ("many-packs", "refused", "is larger than 1 MB, so not a page", 1),
        ("brotli", "refused", "comes packed as 'br', which was not asked for", 1),
        ("endless", "refused", "is larger than 1 MB, so not a page", 1),
        ("endless http://example.org/", "refused", "is larger than 1 MB, so not a page", 1),
        ("to http://example.org/", "refused", "leads to another host, http://example.org", 1),
        (
            "to //127.0.0.2:1/www/",
            "refused",
            "leads to another host, http://127.0.0.2:1",
            1,
        ),
        ("to file:///etc/passwd", "refused", "leads to file:, not to a page on the web", 1),
        ("to ftp://127.0.0.1/x", "refused", "leads to ftp:, not to a page on the web", 1),
        ("to http://[::1", "refused", "leads to 'http://[::1', which is no address", 1),
        ("to http://me@127.0.0.1:9/", "refused", "leads to 'me@127.0.0.1:9', which is no host", 1),
    ],
)
def test_bad_answers(
    answer: str, outcome: Outcome, words: str, times: int, senate: Senate, tmp_path: Path
) -> None:
    path, other = senate.put(Q), senate.put("5-8911")
    senate.answers[path] = [answer] * TRIES
    run = Run(senate, tmp_path / "out", **(SHORT if answer.startswith(("slow", "silent")) else {}))
    report = run(Q, "5-8911")
    assert run.said == [f"{senate.url}{path}: {outcome}: {words}"]
    assert report.outcomes == {"new": 1, outcome: 1}
    assert (report.addresses, report.stopped, report.is_good) == (2, None, False)
    assert senate.asked == ["/robots.txt", *[path] * times, other]
    assert run.kept() == {"5-8911.web.fr.html": senate.pages[other]}
    assert run.index() == ["5/5-8911.web.fr.html"]


@pytest.mark.parametrize("answer", ["well", "packed", "chunked", "wrong-charset", "dated x"])
def test_good_answers_are_kept_as_they_came(answer: str, senate: Senate, tmp_path: Path) -> None:
    path = senate.put(Q)
    senate.answers[path] = [answer]
    run = Run(senate, tmp_path / "out")
    report = run()
    assert (report.outcomes, report.statuses, run.said) == ({"new": 1}, {200: 1, 404: 1}, [])
    assert run.kept() == {"5-8910.web.fr.html": senate.pages[path]}


@pytest.mark.parametrize("bad", ["status 500", "closed", "too-short", "torn-pack", "slow"])
def test_a_passing_fault_costs_another_try(bad: str, senate: Senate, tmp_path: Path) -> None:
    path = senate.put(Q)
    senate.answers[path] = [bad, bad]
    run = Run(senate, tmp_path / "out", tries=3, **(SHORT if bad == "slow" else {}))
    assert run().outcomes == {"new": 1}
    assert senate.asked == ["/robots.txt", path, path, path]
    assert [round(wait) for wait in run.waits] == [2, 4]
    assert run.said == []


def test_retry_after_is_obeyed_and_too_much_of_it_ends_the_run(
    senate: Senate, tmp_path: Path
) -> None:
    path = senate.put(Q)
    senate.answers[path] = ["status 503 17", "status 429 Mon, 01 Jan 2001 00:00:00 GMT"]
    run = Run(senate, tmp_path / "out", tries=3)
    assert run().statuses == {200: 1, 404: 1, 429: 1, 503: 1}
    assert [round(wait) for wait in run.waits] == [17]
    senate.answers[senate.put("5-8911")] = ["status 503 86400"]
    report = run("5-8911", "5-8912")
    assert report.stopped == (
        "the server asks to come back in 86400 s; "
        "start again then: the same command goes on from here"
    )
    assert report.outcomes == {}


def test_redirects_within_the_host_are_followed_and_not_for_ever(
    senate: Senate, tmp_path: Path
) -> None:
    path, other = senate.put(Q), senate.put("5-8911")
    senate.answers[path] = [f"to {other.replace('8911', '8910')}"]
    run = Run(senate, tmp_path / "out")
    assert run().outcomes == {"new": 1}
    senate.answers[other] = [f"to {other}"] * 10
    assert run("5-8911").outcomes == {"refused": 1}
    assert run.said == [f"{senate.url}{other}: refused: leads on and on, more than 5 times"]
    assert senate.asked.count(other) == 6


def test_the_page_of_another_question_is_not_kept(senate: Senate, tmp_path: Path) -> None:
    senate.pages[senate.address(Q)] = senate.pages[senate.put("5-8911")]
    run = Run(senate, tmp_path / "out")
    assert run().outcomes == {"no question": 1}
    assert run.said[0].endswith("no question: is the page of 5-8911")


def test_an_empty_form_is_not_kept(senate: Senate, tmp_path: Path) -> None:
    empty = "<html><body><p>Question écrite n° 5-8910</p><p>Chronologie</p></body></html>"
    senate.pages[senate.address(Q)] = empty.encode()
    run = Run(senate, tmp_path / "out")
    assert run().outcomes == {"no question": 1}
    assert run.said[0].endswith("no question: is a form that no question fills")


def test_failures_in_a_row_end_the_run(senate: Senate, tmp_path: Path) -> None:
    questions = [f"5-{number}" for number in range(1, 9)]
    for question in questions:
        senate.answers[senate.put(question)] = ["status 500"] * TRIES
    senate.answers[senate.put("5-3")] = []
    run = Run(senate, tmp_path / "out")
    report = run(*questions)
    assert report.outcomes == {"new": 1, "failed": 7}
    assert report.stopped is not None
    assert report.stopped.startswith("5 addresses in a row had no good answer")


@pytest.mark.parametrize(
    ("robots", "answer", "words"),
    [
        (b"User-agent: *\nDisallow: /\n", "well", "forbids /www/?MIval=Vragen/Schriftel"),
        (b"User-agent: hemicycle\nDisallow: /*?MIval=*LANG=fr$", "well", "forbids /www/"),
        (None, "status 503", "cannot be had: answers 503 Service Unavailable, 2 times; without it"),
        (None, "closed", "cannot be had: the connection was refused or broke off, 2 times; "),
        (None, "status 501", "cannot be had: answers 501; without it nothing may be asked"),
        (None, "to http://x.be/robots.txt", "cannot be had: leads to another host, http://x.be"),
    ],
)
def test_robots_that_forbid_end_the_run(
    robots: bytes | None, answer: str, words: str, senate: Senate, tmp_path: Path
) -> None:
    senate.put(Q)
    senate.robots = robots
    senate.answers["/robots.txt"] = [answer] * TRIES
    run = Run(senate, tmp_path / "out")
    report = run()
    assert report.stopped is not None
    assert f"{senate.url}/robots.txt {words}" in report.stopped
    assert set(senate.asked) == {"/robots.txt"}
    assert (report.outcomes, run.kept()) == ({}, {})


def test_robots_that_allow_and_ask_for_time(senate: Senate, tmp_path: Path) -> None:
    senate.put(Q)
    senate.robots = b"User-agent: *\nDisallow: /\n\nUser-agent: Hemicycle\nCrawl-delay: 3\nAllow: /"
    run = Run(senate, tmp_path / "out")
    assert run(Q, "5-8911").outcomes == {"new": 1, "missing": 1}
    assert [round(wait) for wait in run.waits] == [3, 3]


def test_one_request_a_second(senate: Senate, tmp_path: Path) -> None:
    senate.put(Q)
    run = Run(senate, tmp_path / "out", delay=1.0)
    run(Q, "5-8911")
    assert [round(wait) for wait in run.waits] == [1, 1]


def test_the_system_refuses_and_the_run_says_so(
    senate: Senate, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    senate.put(Q)
    run = Run(senate, tmp_path / "out")

    def refuse(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "rename", refuse)
    report = run()
    assert report.stopped == f"{tmp_path / 'out'}: cannot be written (No space left on device)"
    assert run.index() == []
    monkeypatch.undo()
    assert run().outcomes == {"new": 1}
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "5",
        "asked.jsonl",
        "index.jsonl",
    ]
