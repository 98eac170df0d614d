"""The command as a user calls it: over the site itself, until it is told to stop."""

import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from hemicycle.errors import BuildError, ReadError
from hemicycle.serve.run import listening, serve
from hemicycle.serve.settings import Settings


def test_serve_and_stop(build_folder: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "hemicycle",
        "serve",
        "--store",
        str(build_folder),
        "--port",
        "0",
    ]
    with subprocess.Popen(
        [*command, "--query-workers", "1"], stderr=subprocess.PIPE, text=True
    ) as server:
        assert server.stderr is not None
        try:
            line = server.stderr.readline()
            found = re.fullmatch(r"hemicycle serves \S+ at (http://127\.0\.0\.1:\d+)/\n", line)
            assert found is not None, line
            asked = {"query": "SELECT ?q { ?a hc:answers ?q } ORDER BY ?q"}
            rows = httpx.get(f"{found[1]}/sparql", params=asked, timeout=60).json()["results"]
            assert [row["q"]["value"][-6:] for row in rows["bindings"]] == ["5-8906", "5-8910"]
            home = httpx.get(f"{found[1]}/nl/", timeout=60)
            assert (home.status_code, '<html lang="nl"' in home.text) == (200, True)
            assert server.stderr.readline().endswith(
                'HTTP/1.1" 200 ' + f"{len(rows_text(found[1], asked))}\n"
            )
        finally:
            server.send_signal(signal.SIGTERM)
        assert server.wait(timeout=30) == -signal.SIGTERM


def rows_text(address: str, asked: dict[str, str]) -> bytes:
    return httpx.get(f"{address}/sparql", params=asked, timeout=60).content


def test_no_build_and_no_free_port(build_folder: Path, tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="holds no build"):
        serve(Settings(folder=tmp_path, port=0))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(BuildError, match=f"127.0.0.1:{port}: cannot be listened on"):
            serve(Settings(folder=build_folder, port=port))


def test_what_is_sent_is_not_held_back(build_folder: Path) -> None:
    """Nagle's algorithm would hold the body of each response for 40 ms."""
    with listening(Settings(folder=build_folder, port=0)) as server:
        client = socket.create_connection(server.getsockname())
        accepted, _ = server.accept()
        with client, accepted:
            assert accepted.proto == socket.IPPROTO_TCP
