"""What each command ends with where the store is not as it must be, and that nothing is told."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from msgspec.structs import replace

from hemicycle.cli import main
from hemicycle.opened import OpenBuild
from hemicycle.remote import Patience

DONE, INCOMPLETE, WRONG_CALL, NOT_DONE = 0, 1, 2, 3
TOKEN, KEY = "tok-en.123", "hidden-key"
NOTHING = b'{"head": {"vars": ["graph", "triples", "sha256"]}, "results": {"bindings": []}}'
HASTY = Patience(tries=2, first=0.01, longest=0.02)

READING = {
    "query": ("query", "families"),
    "findings": ("findings",),
    "export": ("export", "ttl", "--out", "OUT"),
    "site": ("export", "site", "--out", "OUT"),
    "serve": ("serve", "--port", "0"),
}
COMMANDS = {**READING, "publish": ("publish",), "dry": ("publish", "--dry-run")}

HTML = {"Content-Type": "text/html; charset=utf-8"}
ANSWERS: dict[str, tuple[tuple[Any, ...], str]] = {
    "who": ((401, {"WWW-Authenticate": "Bearer"}), "answers 401 to POST; it does not take them"),
    "forbidden": ((403,), "answers 403 to POST; it does not take them"),
    "nowhere": ((404,), "answers 404 to POST; give the address where it takes queries"),
    "broken": ((500, {}, b"oh"), "answers 500 (oh) to POST"),
    "busy": ((503, {"Retry-After": "0"}, b"busy"), "answers 503 (busy), 2 times"),
    "closed": ((503, {"Retry-After": "86400"}), "asks for 86400 seconds; publish again later"),
    "elsewhere": ((301, {"Location": "http://e.org/"}), "leads elsewhere: give the address it"),
    "hung up": ((None,), "the connection was refused or broke off, 2 times"),
    "half": ((200, {}, NOTHING[:30], len(NOTHING)), "the connection was refused or broke off"),
    "no JSON": ((200, {}, NOTHING[:-2]), "answers with a result that breaks off or is none"),
    "a page": ((200, HTML, b"<!DOCTYPE html><p>Hello"), "a page for people; give the address of"),
}
Run = Callable[..., int]


@pytest.fixture
def run(
    make_build: Callable[..., OpenBuild], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Run:
    """What ends a command on an address, as our console script runs it; a token is set."""
    folder = str(make_build({"page/a": ["5-1 texte"]}).folder)
    monkeypatch.setenv("HEMICYCLE_TOKEN", TOKEN)
    be_patient(monkeypatch, HASTY)

    def ended(name: str, url: str, *more: str) -> int:
        words = [str(tmp_path / "out") if word == "OUT" else word for word in COMMANDS[name]]
        where = ["--endpoint", url] if name in READING else [url, "--store", folder]
        monkeypatch.setattr(sys, "argv", ["hemicycle", *words, *where, *more])
        with pytest.raises(SystemExit) as caught:
            main()
        assert isinstance(caught.value.code, int)
        return caught.value.code

    return ended


def be_patient(monkeypatch: pytest.MonkeyPatch, patience: Patience) -> None:
    monkeypatch.setattr("hemicycle.remote.client.Patience", lambda: patience)
    monkeypatch.setattr("hemicycle.serve.elsewhere.HASTY", patience)


def assert_refused(capfd: pytest.CaptureFixture[str], words: str, out: Path) -> None:
    """One line says why, nothing secret is in it, and nothing was made."""
    printed, said = capfd.readouterr()
    (line,) = [line for line in said.splitlines() if line.startswith("hemicycle: ")]
    assert words in line
    assert "Traceback" not in said
    for secret in (TOKEN, KEY, "apikey"):
        assert secret not in said
    assert (printed, out.exists()) == ("", False)


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("how", ANSWERS)
def test_answers_that_are_none(
    how: str,
    name: str,
    run: Run,
    serving: Callable[..., Any],
    answer: Any,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    given, words = ANSWERS[how]
    server = serving(lambda _: answer(*given))
    assert run(name, f"{server.place}/query?apikey={KEY}") == NOT_DONE
    assert_refused(capfd, words, tmp_path / "out")
    assert server.asked[0].headers["authorization"] == f"Bearer {TOKEN}"


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_nobody_listens_and_nobody_speaks_tls(
    scheme: str,
    name: str,
    run: Run,
    serving: Callable[..., Any],
    answer: Any,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    server = serving(lambda _: answer(200, {}, NOTHING))
    if scheme == "http":
        server.stop()
    url = f"{server.place.replace('http', scheme, 1)}/query?apikey={KEY}"
    assert run(name, url) == NOT_DONE
    words = {
        "http": "the connection was refused or broke off, 2 times",
        "https": "its certificate is not good, or what answers there is not https",
    }
    assert_refused(capfd, words[scheme], tmp_path / "out")


@pytest.mark.parametrize("name", COMMANDS)
def test_an_answer_that_stops_in_the_middle(
    name: str,
    run: Run,
    serving: Callable[..., Any],
    answer: Any,
    held: Event,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    be_patient(monkeypatch, replace(HASTY, read=0.2))
    server = serving(lambda _: answer(200, {}, NOTHING[:30], len(NOTHING), held))
    assert run(name, f"{server.place}/query") == NOT_DONE
    assert_refused(capfd, "does not answer in time, 2 times", tmp_path / "out")


@pytest.fixture
def held() -> Iterator[Event]:
    """What an answer waits for, until the test ends."""
    event = Event()
    yield event
    event.set()


@pytest.mark.parametrize(
    ("status", "place"), [(403, "/store"), (404, "/store"), (501, "/store"), (405, "/update")]
)
def test_a_store_that_answers_but_takes_nothing(
    status: int,
    place: str,
    run: Run,
    serving: Callable[..., Any],
    answer: Any,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    server = serving(
        lambda asked: answer(200, {}, NOTHING) if asked.path == "/query" else answer(status)
    )
    more = ("--update", f"{server.place}{place}") if place == "/update" else ()
    assert run("publish", f"{server.place}/query", *more) == NOT_DONE
    takes = "graphs (--gsp URL)" if place == "/store" else "updates (--update URL)"
    remedy = (
        "it does not take them" if status == 403 else f"give the address where it takes {takes}"
    )
    assert_refused(capfd, f"{place}: answers {status} to", tmp_path / "out")
    assert run("publish", f"{server.place}/query", *more) == NOT_DONE
    assert_refused(capfd, f"; {remedy}", tmp_path / "out")


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize(
    "url", ["nonsense", "ftp://h/x", f"http://me:{TOKEN}@localhost/query", f"http://{TOKEN}@h/"]
)
def test_what_is_no_address_is_a_wrong_call(
    url: str, name: str, run: Run, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(name, url) == WRONG_CALL
    printed, said = capfd.readouterr()
    assert "Invalid value" in said
    assert TOKEN not in printed + said


@pytest.mark.parametrize("option", ["--gsp", "--update"])
def test_other_addresses_are_looked_at_too(
    option: str, run: Run, capfd: pytest.CaptureFixture[str]
) -> None:
    url = f"http://me:{TOKEN}@localhost/store"
    assert run("publish", "http://localhost/query", option, url) == WRONG_CALL
    assert TOKEN not in "".join(capfd.readouterr())


def test_what_cannot_be_published_or_written(
    run: Run, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run("publish", "http://localhost/query", "--store", str(tmp_path)) == NOT_DONE
    assert "holds no build" in capfd.readouterr().err
    assert run("publish", str(tmp_path / "no" / "file.nq")) == NOT_DONE
    assert "cannot be written" in capfd.readouterr().err


def test_what_is_published_and_what_differs(
    run: Run, oxigraph: str, serving: Callable[..., Any], answer: Any
) -> None:
    """Of the second store the graphs cannot be read back: it says that nothing is there."""
    assert run("publish", oxigraph) == DONE
    assert run("publish", oxigraph) == DONE
    forgetful = serving(lambda asked: answer(200, {}, forgotten(asked)))
    assert run("publish", f"{forgetful.place}/query") == INCOMPLETE


def forgotten(asked: Any) -> bytes:
    """No rows, and no triples."""
    return NOTHING if "json" in asked.headers.get("accept", "") else b""
