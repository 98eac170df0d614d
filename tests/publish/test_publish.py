"""What publishing leaves in a real server, and what it sends: only what changed."""

import re
import signal
import subprocess
import sys
from collections.abc import Callable
from itertools import count
from typing import Any

import pytest
import requests
from msgspec.structs import replace
from pyoxigraph import Literal, NamedNode, QuerySolutions, Triple
from typer.testing import CliRunner

from hemicycle.cli.all import app
from hemicycle.mint import Mint
from hemicycle.opened import OpenBuild
from hemicycle.publish import Options, Report, publish
from hemicycle.publish.local import LocalGraphs
from hemicycle.remote import Endpoint
from hemicycle.remote.fingerprint import fingerprint
from hemicycle.remote.published import graph_sizes, read_published
from hemicycle.remote.reading import read_graphs
from hemicycle.remote.sparql_text import drop, insert_data

MINT = Mint()
HARD = (
    '5-1 un "guillemet", une \\ barre\net une ligne',
    "5-2 \\u0022 } } ; DROP ALL ; INSERT DATA { GRAPH <x:y> { <x:y> <x:y> \\",
    "5-3 \\\\U00000022 'é𝄞' \x08\x0b\x7f\t\r  ",
    "5-4 } #",
)
FIRST = {
    "authority": ["5-8 autorité"],
    "findings": ["5-9 constat"],
    "page/a": [*HARD, "5-5 commun"],
    "page/b": ["5-5 commun", "5-6 seul"],
    "page/c": ["5-7 disparaît"],
}
SECOND = {
    **{name: texts for name, texts in FIRST.items() if name != "page/c"},
    "page/b": ["5-6 seul", "5-6 neuf"],
    "page/d": ["5-10 page nouvelle"],
}
Build = Callable[..., OpenBuild]
At = Callable[..., Endpoint]


def iri(name: str) -> str:
    return MINT.graph(name).value


def stands(endpoint: Endpoint) -> dict[str, set[Triple]]:
    """Every graph below our base but the catalogue, with its triples."""
    sizes = graph_sizes(endpoint, MINT)
    sizes.pop(iri("published"), None)
    return {graph: set(triples) for graph, triples in read_graphs(endpoint, sizes, MINT)}


def expected(build: OpenBuild) -> dict[str, set[Triple]]:
    local = LocalGraphs(build)
    return {graph: set(local.triples(graph)) for graph in local.names()}


@pytest.fixture(params=["graph-store-protocol", "update"])
def options(request: pytest.FixtureRequest) -> Options:
    return Options(by_updates=request.param == "update")


def test_what_stands_is_what_was_built(
    oxigraph: str, make_build: Build, endpoint_at: At, options: Options
) -> None:
    build, endpoint = make_build(FIRST), endpoint_at(oxigraph)
    report = publish(build, endpoint, options)
    names = (*map(iri, FIRST), iri("all"))
    assert report == Report(sent=names, triples=18, dropped=(), kept=0)
    assert stands(endpoint) == expected(build)
    assert set(read_published(endpoint, MINT)) == set(names)


def test_the_second_time_nothing_is_sent(
    oxigraph: str, make_build: Build, endpoint_at: At, options: Options, writes: "Writes"
) -> None:
    build, endpoint = make_build(FIRST), endpoint_at(oxigraph)
    publish(build, endpoint, options)
    writes.clear()
    report = publish(build, endpoint, options)
    assert report == Report(sent=(), triples=0, dropped=(), kept=6)
    assert writes == []


def test_only_what_changed_is_sent(
    oxigraph: str, make_build: Build, endpoint_at: At, options: Options, writes: "Writes"
) -> None:
    endpoint = endpoint_at(oxigraph)
    publish(make_build(FIRST), endpoint, options)
    writes.clear()
    build = make_build(SECOND, "changed")
    report = publish(build, endpoint, options)
    assert report.sent == (iri("page/b"), iri("page/d"), iri("all"))
    assert report.dropped == (iri("page/c"),)
    assert (report.kept, report.is_clean) == (3, True)
    assert stands(endpoint) == expected(build)
    untouched = {iri("page/a"), iri("authority"), iri("findings")}
    assert not untouched & {graph for _, graph in writes}


def test_of_the_merge_only_what_changed_is_sent(
    oxigraph: str, make_build: Build, endpoint_at: At
) -> None:
    large = {**FIRST, "local": [f"9-{number} texte" for number in range(40)]}
    endpoint = endpoint_at(oxigraph)
    publish(make_build(large), endpoint)
    build = make_build({**large, "page/b": SECOND["page/b"]}, "changed")
    report = publish(build, endpoint)
    assert report.patched == 1  # "neuf"; "commun" stays, because page/a says it too
    assert stands(endpoint) == expected(build)
    report = publish(make_build(large, "again"), endpoint)
    assert report.patched == 2  # "neuf" goes; "commun" comes, although it is there
    assert stands(endpoint) == expected(make_build(large, "again"))


def test_what_others_changed_is_mended(oxigraph: str, make_build: Build, endpoint_at: At) -> None:
    build, endpoint = make_build(FIRST), endpoint_at(oxigraph)
    publish(build, endpoint)
    other = b"<x:s> <x:p> <x:o> .\n"
    graph, stray = MINT.graph("page/a"), MINT.graph("page/stray")
    endpoint.update([insert_data([(graph, other), (stray, other)]), drop(MINT.graph("findings"))])
    report = publish(build, endpoint)
    assert report.sent == (iri("findings"), iri("page/a"))
    assert report.dropped == (iri("page/stray"),)
    assert stands(endpoint) == expected(build)


def test_graphs_of_others_stay(oxigraph: str, make_build: Build, endpoint_at: At) -> None:
    endpoint = endpoint_at(oxigraph)
    theirs = NamedNode("https://example.org/graph")
    endpoint.update([insert_data([(theirs, b"<x:s> <x:p> <x:o> .\n")])])
    publish(make_build(FIRST), endpoint)
    publish(make_build(SECOND, "changed"), endpoint)
    found = endpoint.rows("SELECT * { ?s ?p ?o }", [theirs])
    assert isinstance(found, QuerySolutions)
    assert len(list(found)) == 1


def test_a_dry_run_writes_nothing(
    oxigraph: str, make_build: Build, endpoint_at: At, writes: "Writes"
) -> None:
    report = publish(make_build(FIRST), endpoint_at(oxigraph), Options(dry_run=True))
    assert (len(report.sent), report.is_done) == (6, False)
    assert writes == []


def test_a_dry_run_tells_what_is_then_done(
    oxigraph: str, make_build: Build, endpoint_at: At
) -> None:
    endpoint = endpoint_at(oxigraph)
    publish(make_build(FIRST), endpoint)
    build = make_build(SECOND, "changed")
    told = publish(build, endpoint, Options(dry_run=True))
    done = publish(build, endpoint)
    assert replace(told, is_done=True) == done
    assert (done.patched, len(done.dropped)) != (None, 0)


def test_the_command_tells_what_it_did(oxigraph: str, make_build: Build) -> None:
    arguments = ["publish", oxigraph, "--store", str(make_build(FIRST).folder)]
    dry = CliRunner().invoke(app, [*arguments, "--dry-run"])
    listed = [f"send {iri(name)}" for name in (*FIRST, "all")]
    line = "6 graphs would be sent (18 triples), 0 would be dropped, 0 unchanged"
    assert dry.output.splitlines()[-7:] == [*listed, line]
    done = CliRunner().invoke(app, arguments)
    assert done.output.splitlines()[-1] == "6 graphs sent (18 triples), 0 dropped, 0 unchanged"
    assert (dry.exit_code, done.exit_code) == (0, 0)


def test_a_graph_in_many_pieces(
    oxigraph: str, make_build: Build, endpoint_at: At, options: Options, small: None
) -> None:
    build = make_build({"page/a": [f"5-{number} texte" for number in range(25)], "page/b": ["1"]})
    endpoint = endpoint_at(oxigraph)
    assert publish(build, endpoint, options).is_clean
    assert stands(endpoint) == expected(build)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pieces, rounds and reads of a few triples."""
    for name in ("ByGraphs.piece", "ByUpdates.piece", "ByUpdates.together"):
        monkeypatch.setattr(f"hemicycle.publish.writers.{name}", 10)
    monkeypatch.setattr("hemicycle.publish.run.ROUND", 10)
    monkeypatch.setattr("hemicycle.remote.reading.LARGE", 5)
    monkeypatch.setattr("hemicycle.remote.fingerprint.CHUNK", 4)


Writes = list[tuple[str, str]]


@pytest.fixture
def writes(monkeypatch: pytest.MonkeyPatch) -> Writes:
    """The graphs that are written, and how."""
    found: Writes = []
    graph, update = Endpoint._graph, Endpoint.update

    def told_graph(self: Endpoint, method: str, name: NamedNode, lines: bytes | None) -> None:
        found.append((method, name.value))
        graph(self, method, name, lines)

    def told_update(self: Endpoint, operations: list[str]) -> None:
        text = "\n".join(operations)
        found.extend(("UPDATE", name) for name in re.findall(r"GRAPH <([^>]*)>", text))
        update(self, operations)

    monkeypatch.setattr(Endpoint, "_graph", told_graph)
    monkeypatch.setattr(Endpoint, "update", told_update)
    return found


def test_a_graph_that_comes_back_changed_is_told_and_not_named(
    oxigraph: str, make_build: Build, endpoint_at: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    build, endpoint = make_build(FIRST), endpoint_at(oxigraph)
    put = Endpoint.put_graph

    def careless(self: Endpoint, graph: NamedNode, lines: bytes) -> None:
        put(self, graph, lines.replace(b"constat", b"constaat"))

    with monkeypatch.context() as patched:
        patched.setattr(Endpoint, "put_graph", careless)
        report = publish(build, endpoint)
    (difference,) = report.differences
    assert (difference.graph, difference.sent, difference.found) == (iri("findings"), 1, 1)
    assert "constat" in difference.lacking[0]
    assert "constaat" in difference.foreign[0]
    assert iri("findings") not in read_published(endpoint, MINT)
    again = publish(build, endpoint)
    assert (again.sent, again.is_clean) == ((iri("findings"),), True)


def test_a_result_that_is_cut_off_is_asked_in_parts(
    oxigraph: str,
    make_build: Build,
    endpoint_at: At,
    small: None,
    serving: Callable[..., Any],
    answer: Callable[..., Any],
) -> None:
    """A server that gives ten triples at most of any graph, however many it has."""
    build = make_build({"page/a": [f"5-{number} texte" for number in range(60)]})
    publish(build, endpoint_at(oxigraph))

    def cut(asked: Any) -> Any:
        given = forwarded(oxigraph, asked)
        if "n-triples" in asked.headers["accept"]:
            given = b"".join(given.splitlines(keepends=True)[:10])
        return answer(200, {"Content-Type": asked.headers["accept"]}, given)

    server = serving(cut)
    assert stands(endpoint_at(f"{server.place}/query")) == expected(build)


def forwarded(oxigraph: str, asked: Any) -> bytes:
    url = oxigraph.removesuffix("/query") + asked.path
    headers = {
        key: asked.headers[key] for key in ("accept", "content-type") if key in asked.headers
    }
    response = requests.request(asked.method, url, data=asked.body, headers=headers, timeout=300)
    assert response.ok, response.text
    return response.content


PUBLISHER = """
import sys
from itertools import count
from pathlib import Path
from hemicycle.opened import open_build
from hemicycle.publish import publish
from hemicycle.remote import Endpoint, addresses
publish(open_build(Path(sys.argv[2])), Endpoint(addresses(sys.argv[1])))
"""


@pytest.mark.parametrize("last", [1, 2, 4, 6])
def test_killed_in_the_middle_and_published_again(
    last: int,
    oxigraph: str,
    make_build: Build,
    endpoint_at: At,
    serving: Callable[..., Any],
    answer: Callable[..., Any],
) -> None:
    """The publisher is killed while its n-th write is on its way; the store has taken it."""
    endpoint = endpoint_at(oxigraph)
    publish(make_build(FIRST), endpoint)
    build = make_build(SECOND, "changed")
    running: list[subprocess.Popen[bytes]] = []
    numbers = count(1)  # each write takes the next, several are under way

    def kill(asked: Any) -> Any:
        number = next(numbers) if "/query" not in asked.path else 0
        body = forwarded(oxigraph, asked)
        if number == last:
            running[0].send_signal(signal.SIGKILL)
            return answer(None)
        return answer(200, {"Content-Type": asked.headers.get("accept", "text/plain")}, body)

    server = serving(kill)
    command = [sys.executable, "-c", PUBLISHER, f"{server.place}/query", str(build.folder)]
    running.append(subprocess.Popen(command))
    running[0].wait(300)
    named = read_published(endpoint, MINT)
    found = stands(endpoint)
    assert named == {graph: fingerprint(found[graph]) for graph in named}
    assert running[0].returncode == -signal.SIGKILL
    assert publish(build, endpoint).is_clean
    assert stands(endpoint) == expected(build)
    assert publish(build, endpoint).sent == ()


def test_hard_texts_are_in_the_build(make_build: Build) -> None:
    """What the tests above compare has quotation marks, escapes and control characters in it."""
    texts = {one.object for one in expected(make_build(FIRST))[iri("page/a")]}
    assert {Literal(text, language="fr") for text in HARD} <= texts
