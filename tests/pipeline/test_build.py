"""Whole builds: what the two real documents give, and that the same input gives the same bytes."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

FilesOf = Callable[[Path], dict[str, bytes]]
ROOT = Path(__file__).parent.parent.parent
DOCUMENTS = ROOT / "tests" / "documents"
GRAPHS = ROOT / "graphs"


def run(
    *arguments: str | Path, seed: str = "0", cwd: Path = ROOT
) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own, as a user does."""
    return subprocess.run(
        [sys.executable, "-m", "hemicycle", *map(str, arguments)],
        capture_output=True,
        text=True,
        cwd=cwd,
        env={**os.environ, "PYTHONHASHSEED": seed, "COLUMNS": "100"},
        check=False,
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("build") / "out"
    done = run("build", DOCUMENTS, "--out", out, seed="1")
    assert done.returncode == 0, done.stderr
    return out


def test_graphs_are_what_the_documents_give(files_of: FilesOf, built: Path) -> None:
    """graphs/ is never edited by hand: `make demo` writes it."""
    new, committed = files_of(built), files_of(GRAPHS)
    assert sorted(new) == sorted(committed)
    assert [name for name in new if new[name] != committed[name]] == []


def test_same_bytes_whatever_seed_order_and_place(
    files_of: FilesOf, built: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "some where"
    elsewhere.mkdir()
    for path in sorted(DOCUMENTS.glob("*.txt"), reverse=True):
        (elsewhere / path.name).write_bytes(path.read_bytes())
    out = tmp_path / "out"
    done = run("build", elsewhere, "--out", out, seed="4711", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert files_of(out) == files_of(built)


def test_a_second_build_replaces_the_first(files_of: FilesOf, built: Path) -> None:
    before = files_of(built)
    assert run("build", DOCUMENTS, "--out", built).returncode == 0
    assert files_of(built) == before
    assert sorted(path.name for path in built.parent.iterdir()) == [built.name]


def test_another_base_changes_every_thing_and_no_term(tmp_path: Path, built: Path) -> None:
    out = tmp_path / "out"
    done = run("build", DOCUMENTS, "--out", out, "--base", "https://example.org/senate/")
    assert done.returncode == 0, done.stderr
    ours, theirs = "https://w3id.org/hemicycle/", "https://example.org/senate/"
    expected = (built / "hemicycle.nq").read_text(encoding="utf-8")
    for kind in ("id/", "graph/"):
        expected = expected.replace(f"<{ours}{kind}", f"<{theirs}{kind}")
    found = (out / "hemicycle.nq").read_text(encoding="utf-8")
    assert sorted(found.splitlines()) == sorted(expected.splitlines())
    assert run("query", "families", "--store", out, "--format", "csv").stdout.count("\n") == 2
