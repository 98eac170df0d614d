"""The command as a user calls it: over the site itself, until it is told to stop."""

import re
import signal
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from typer.testing import CliRunner

from hemicycle.cli.all import app
from hemicycle.errors import BuildError, ReadError
from hemicycle.serve.run import listening, serve
from hemicycle.serve.settings import Settings

ASKED = {"query": "SELECT ?q { ?a hc:answers ?q } ORDER BY ?q"}


@pytest.mark.parametrize("place", ["folder", "endpoint"])
def test_serve_and_stop(
    place: str,
    build_folder: Path,
    serve_command: Callable[..., Any],
    request: pytest.FixtureRequest,
) -> None:
    where = str(build_folder) if place == "folder" else request.getfixturevalue("published")
    server = serve_command("--store" if place == "folder" else "--endpoint", where)
    address = server.address()
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+", address)
    assert server.lines()[0] == f"hemicycle serves {where} at {address}/"
    answer = httpx.get(f"{address}/sparql", params=ASKED, timeout=300)
    rows = answer.json()["results"]["bindings"]
    assert [row["q"]["value"][-6:] for row in rows] == ["5-8906", "5-8910"]
    home = httpx.get(f"{address}/nl/", timeout=300)
    assert (home.status_code, '<html lang="nl"' in home.text) == (200, True)
    assert server.stop() == -signal.SIGTERM
    assert server.lines()[1].endswith(f'HTTP/1.1" 200 {len(answer.content)}')


def test_no_build_and_no_free_port(build_folder: Path, tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="holds no build"):
        serve(Settings(folder=tmp_path, port=0))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(BuildError, match=f"127.0.0.1:{port}: cannot be listened on"):
            serve(Settings(folder=build_folder, port=port))


def test_what_is_made_of_a_folder_is_not_kept(build_folder: Path, tmp_path: Path) -> None:
    given = ["serve", "--store", str(build_folder), "--keep", str(tmp_path)]
    result = CliRunner().invoke(app, given)
    assert (result.exit_code, "--keep goes with --endpoint" in result.output) == (2, True)


def test_what_is_sent_is_not_held_back(build_folder: Path) -> None:
    """Nagle's algorithm would hold the body of each response for 40 ms."""
    with listening(Settings(folder=build_folder, port=0)) as server:
        client = socket.create_connection(server.getsockname())
        accepted, _ = server.accept()
        with client, accepted:
            assert accepted.proto == socket.IPPROTO_TCP
