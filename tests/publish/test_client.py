"""A server that misbehaves: what is tried again, what is given up, what is never said."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode, QueryBoolean
from typer.testing import CliRunner

from hemicycle.cli.all import app
from hemicycle.opened import OpenBuild
from hemicycle.remote import Endpoint, EndpointError, addresses
from hemicycle.remote.address import read_address, shown
from hemicycle.remote.credentials import Credentials, credentials

GRAPH = NamedNode("https://example.org/graph")
YES = b'{"head": {}, "boolean": true}'
SECRET = "s3cret-Pass:wörd"
Serving = Callable[..., Any]
At = Callable[..., Endpoint]


@pytest.fixture
def in_turn(serving: Serving, answer: Any) -> Callable[..., Any]:
    """A server that gives some answers, one after another, and then yes for ever."""

    def start(*answers: Any) -> Any:
        waiting = iter(answers)
        return serving(lambda _: next(waiting, answer(200, {}, YES)))

    return start


def ask(endpoint: Endpoint) -> bool:
    found = endpoint.rows("ASK {}")
    assert isinstance(found, QueryBoolean)
    return bool(found)


def test_what_passes_is_tried_again(in_turn: Any, answer: Any, endpoint_at: At) -> None:
    server = in_turn(
        answer(503, {"Retry-After": "0"}),
        answer(None),
        answer(200, {}, YES[:5], len(YES)),  # breaks off
    )
    assert ask(endpoint_at(f"{server.place}/query"))
    assert len(server.asked) == 4
    assert len({asked.body for asked in server.asked}) == 1


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_write_is_repeated_whole(status: int, in_turn: Any, answer: Any, endpoint_at: At) -> None:
    server = in_turn(answer(status), answer(201))
    line = b"<x:a> <x:b> <x:c> .\n"
    endpoint_at(f"{server.place}/query").put_graph(GRAPH, line)
    sent = [(asked.method, asked.body.lstrip()) for asked in server.asked]
    assert sent == [("PUT", line)] * 2
    assert server.asked[0].path == "/store?graph=https%3A%2F%2Fexample.org%2Fgraph"


def test_patience_ends(serving: Serving, answer: Any, endpoint_at: At) -> None:
    server = serving(lambda _: answer(503, {}, b"busy"))
    with pytest.raises(EndpointError, match=r"answers 503 \(busy\), 4 times"):
        ask(endpoint_at(f"{server.place}/query"))
    assert len(server.asked) == 4


def test_of_a_page_the_words_are_told(serving: Serving, answer: Any, endpoint_at: At) -> None:
    page = b"<!DOCTYPE html>\n<html><title>No</title>\n<h3>Error\n22023</h3>tok<b>-en.123</html>"
    server = serving(lambda _: answer(400, {"Content-Type": "text/html"}, page))
    with pytest.raises(EndpointError) as caught:
        ask(endpoint_at(f"{server.place}/query", HEMICYCLE_TOKEN="tok-en.123"))
    assert caught.value.problem == "answers 400 (No Error 22023 tok -en.123) to POST"
    ends = serving(lambda _: answer(400, {}, b"<p>tok-en.123 <"))
    with pytest.raises(EndpointError, match=r"answers 400 \(…\) to POST"):
        ask(endpoint_at(f"{ends.place}/query", HEMICYCLE_TOKEN="tok-en.123"))


def test_a_server_that_wants_hours_is_left_alone(
    serving: Serving, answer: Any, endpoint_at: At
) -> None:
    server = serving(lambda _: answer(503, {"Retry-After": "86400"}))
    with pytest.raises(EndpointError, match="asks for 86400 seconds"):
        ask(endpoint_at(f"{server.place}/query"))
    assert len(server.asked) == 1


@pytest.mark.parametrize("status", [301, 400, 404, 405, 410])
def test_what_will_not_pass_is_not_tried_again(
    status: int, serving: Serving, answer: Any, endpoint_at: At
) -> None:
    server = serving(lambda _: answer(status, {"Location": "http://example.org/"}, b"no\nsuch"))
    reason = "" if status == 301 else r" \(no such\)"
    with pytest.raises(EndpointError, match=rf"answers {status}{reason} to POST"):
        ask(endpoint_at(f"{server.place}/query"))
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    "body", [b"", b"{", b'{"head": {"vars": ["x"]}, "results": {"bind', b"<html>"]
)
def test_a_result_that_is_none(body: bytes, serving: Serving, answer: Any, endpoint_at: At) -> None:
    """Oxigraph ends a query that takes too long with 200 and half a result."""
    server = serving(lambda _: answer(200, {}, body))
    with pytest.raises(EndpointError, match="breaks off or is none"):
        endpoint_at(f"{server.place}/query").rows("SELECT ?x {}")


def test_nobody_listens(serving: Serving, answer: Any, endpoint_at: At) -> None:
    server = serving(lambda _: answer(200))
    server.stop()
    with pytest.raises(EndpointError, match="refused or broke off, 4 times"):
        ask(endpoint_at(f"{server.place}/query"))


BASIC, DIGEST = 'Basic realm="x"', 'Digest realm="x", nonce="abc", qop="auth", algorithm=MD5'
WITH_PASSWORD = "HEMICYCLE_PASSWORD"
WAYS = [
    ({"HEMICYCLE_USER": "zoé", "HEMICYCLE_PASSWORD": SECRET}, BASIC, "Basic "),
    ({"HEMICYCLE_USER": "zoe", "HEMICYCLE_PASSWORD": SECRET}, DIGEST, "Digest "),
    ({"HEMICYCLE_TOKEN": "tok-en.123"}, "Bearer", "Bearer tok-en.123"),
]


@pytest.mark.parametrize(("environment", "challenge", "begins"), WAYS)
def test_who_one_is_is_said_when_it_is_asked(
    environment: dict[str, str],
    challenge: str,
    begins: str,
    serving: Serving,
    answer: Any,
    endpoint_at: At,
) -> None:
    def guarded(asked: Any) -> Any:
        if asked.headers.get("authorization", "").startswith(begins):
            return answer(200, {}, YES)
        return answer(401, {"WWW-Authenticate": challenge})

    server = serving(guarded)
    endpoint = endpoint_at(f"{server.place}/query", **environment)
    assert ask(endpoint)
    assert ask(endpoint)
    said = [asked.headers.get("authorization") for asked in server.asked]
    bare = {"Basic ": 1, "Digest ": 2}.get(begins, 0)
    assert [value is None for value in said] == [True] * bare + [False] * 2


@pytest.mark.parametrize("status", [400, 401, 403, 500])
@pytest.mark.parametrize(("environment", "challenge", "begins"), WAYS)
def test_what_is_secret_is_in_no_message(
    status: int,
    environment: dict[str, str],
    challenge: str,
    begins: str,
    serving: Serving,
    answer: Any,
    endpoint_at: At,
) -> None:
    """A server that says back all that it was told, and refuses it."""

    def echo(asked: Any) -> Any:
        said = asked.headers.get("authorization", "")
        told = f"refused {said} for {asked.path} {SECRET if WITH_PASSWORD in environment else ''}"
        status_now = status if said.startswith(begins) else 401
        return answer(status_now, {"WWW-Authenticate": challenge}, told.encode())

    server = serving(echo)
    endpoint = endpoint_at(f"{server.place}/query?apikey=hidden", **environment)
    with pytest.raises(EndpointError) as caught:
        ask(endpoint)
    text = (
        f"{caught.value} {caught.value!r} {[*endpoint._clients.values()]} {caught.value.__cause__}"
    )
    assert ("look at the credentials" in text) is (status in (401, 403))
    assert ("refused" in text) is (status not in (401, 403))
    for hidden in (environment.get("HEMICYCLE_TOKEN"), "apikey", "hidden", *said_of(environment)):
        assert hidden is None or hidden not in text


def said_of(environment: dict[str, str]) -> list[str]:
    return [*Credentials("zoé", SECRET)._forms()] if "HEMICYCLE_USER" in environment else []


def test_without_credentials_the_way_to_give_them_is_told(
    serving: Serving, answer: Any, endpoint_at: At
) -> None:
    server = serving(lambda _: answer(401, {"WWW-Authenticate": BASIC}))
    with pytest.raises(EndpointError, match="set HEMICYCLE_USER and HEMICYCLE_PASSWORD"):
        ask(endpoint_at(f"{server.place}/query"))
    assert len(server.asked) == 1


def test_the_command_takes_no_secrets_and_tells_none(
    serving: Serving,
    answer: Any,
    make_build: Callable[..., OpenBuild],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = str(make_build({"page/a": ["5-1 texte"]}).folder)
    result = CliRunner().invoke(
        app, ["publish", f"http://zoe:{SECRET}@localhost/query", "--store", folder]
    )
    assert result.exit_code == 2
    assert SECRET not in f"{result.output} {result.exception!r}"
    server = serving(lambda asked: answer(403, {}, str(asked.headers).encode()))
    monkeypatch.setenv("HEMICYCLE_TOKEN", "tok-en.123")
    result = CliRunner().invoke(app, ["publish", f"{server.place}/query", "--store", folder])
    assert server.asked[0].headers["authorization"] == "Bearer tok-en.123"
    assert "answers 403" in str(result.exception)
    assert "tok-en.123" not in f"{result.output} {result.exception}"


def test_netrc_is_for_its_own_host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "netrc"
    file.write_text(f"machine localhost login zoe password {'x' * 12}\n", encoding="utf-8")
    file.chmod(0o600)
    monkeypatch.setenv("NETRC", str(file))
    assert credentials({}, "http://localhost:1/query") == Credentials("zoe", "x" * 12)
    assert credentials({}, "http://127.0.0.1:1/query") == Credentials()
    mine = {"HEMICYCLE_TOKEN": "t"}
    assert credentials(mine, "http://localhost:1/query") == Credentials(token="t")


@pytest.mark.parametrize(
    "environment",
    [{"HEMICYCLE_USER": "zoe"}, {"HEMICYCLE_PASSWORD": SECRET}, {"HEMICYCLE_TOKEN": "a\nb: c"}],
)
def test_half_of_it_is_refused(environment: dict[str, str]) -> None:
    with pytest.raises(EndpointError) as caught:
        credentials(environment, "http://localhost/query")
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize(
    ("endpoint", "graphs", "update"),
    [
        ("http://h:1/query", "http://h:1/store", "http://h:1/update"),
        ("http://h/sparql/", "http://h/sparql-graph-crud-auth", "http://h/sparql-auth"),
        ("http://h/ds/sparql", "http://h/ds/data", "http://h/ds/update"),
        ("http://h/ds/query", "http://h/ds/data", "http://h/ds/update"),
        (
            "https://h/repositories/senate",
            "https://h/repositories/senate/rdf-graphs/service",
            "https://h/repositories/senate/statements",
        ),
        ("https://h/api/senate", None, None),
    ],
)
def test_known_paths(endpoint: str, graphs: str | None, update: str | None) -> None:
    found = addresses(endpoint)
    assert (found.graphs, found.update) == (graphs, update)
    given = addresses(endpoint, "http://a/g", "http://b/u")
    assert (given.graphs, given.update) == ("http://a/g", "http://b/u")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "localhost:7878/query",
        "ftp://h/x",
        "http://",
        "http://h:x/",
        "http://h/a b",
        "http://[::1",
    ],
)
def test_what_is_no_address(text: str) -> None:
    with pytest.raises(EndpointError, match="no address"):
        read_address(text)


@given(st.text(min_size=1), st.text(min_size=8), st.text())
def test_no_message_shows_a_password(user: str, password: str, around: str) -> None:
    text = f"{around}{password}{around}"
    hidden = Credentials(user=user, password=password).without(text)
    assert password not in hidden or password in "…"


@given(st.from_regex(r"[a-z]{1,9}(:[^@/?#\s\[\]\\]{4,9})?", fullmatch=True))
def test_no_address_shows_its_user(userinfo: str) -> None:
    assert "@" not in shown(f"http://{userinfo}@example.org/x")
