"""Builds by the workers of a Dask cluster: same bytes, whatever dies; clear words where none can."""

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

import pytest

ROOT = Path(__file__).parent.parent.parent
DOCUMENTS = ROOT / "tests" / "documents"
PAGES = 104
"""So many that reading takes three tasks, and what follows two batches."""

NO_OUTPUTS = ("store", "search.sqlite", "kept")
WITHOUT_DASK = (
    "import sys; sys.modules['distributed'] = None; from hemicycle.cli import main; main()"
)
NOBODY = ("tcp://127.0.0.1:1", "http://127.0.0.1:80", "nonsense", "")
LETHAL = """
import os, sys
from hemicycle.errors import BuildError
from hemicycle.workers import in_order
if __name__ == "__main__":
    try:
        list(in_order(os._exit, [3], 1, sys.argv[1]))
    except BuildError as error:
        print(error)
"""


class Cluster(Protocol):
    """What the tests need of the fixture."""

    environment: dict[str, str]
    hasty: dict[str, str]
    nobody: dict[str, str]
    folder: Path

    def scheduler(self, name: str = "scheduler", **settings: str) -> str:
        """The address of a new scheduler."""

    def worker(self, name: str, address: str, **settings: str) -> subprocess.Popen[bytes]:
        """A worker that is there."""

    def halting(self, name: str, address: str) -> subprocess.Popen[bytes]:
        """A worker that halts in the middle of its first task."""

    def until_halted(self, name: str, building: subprocess.Popen[str]) -> None:
        """Wait until it does."""


def start(
    environment: dict[str, str], *arguments: str | Path, cwd: Path = ROOT
) -> subprocess.Popen[str]:
    """A build in a process of its own, as a user starts it."""
    return subprocess.Popen(
        [sys.executable, "-m", "hemicycle", "build", *map(str, arguments)],
        stderr=subprocess.PIPE,
        text=True,
        cwd=cwd,
        env=environment,
    )


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.relative_to(folder).parts[0] not in NO_OUTPUTS
    }


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Generated pages, and one that is none, so that there is a problem to report."""
    folder = tmp_path_factory.mktemp("pages") / "pages"
    generate = [sys.executable, ROOT / "bench" / "generate.py", "--layouts", "bulletin"]
    subprocess.run([*map(str, generate), str(PAGES), folder], check=True, capture_output=True)
    (folder / "none.txt").write_text("Not one of the Senate's pages.\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def by_hand(
    pages: Path, environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    """The same build by this machine alone, which goes on while the cluster builds."""
    out = tmp_path_factory.mktemp("local") / "out"
    building = start(environment, pages, "--out", out, "--workers", "1")
    yield building, out
    building.kill()
    building.wait()


def test_same_bytes_with_a_worker_killed_in_the_middle(
    by_hand: tuple[subprocess.Popen[str], Path], pages: Path, cluster: Cluster, tmp_path: Path
) -> None:
    address = cluster.scheduler()
    cluster.worker("staying", address)
    dying = cluster.halting("dying", address)
    out = tmp_path / "out"
    building = start(
        cluster.environment, pages.name, "--out", out, "--scheduler", address, cwd=pages.parent
    )
    cluster.until_halted("dying", building)
    dying.send_signal(signal.SIGKILL)
    assert dying.wait() == -signal.SIGKILL
    said = building.communicate()[1]
    assert building.returncode == 1, said
    assert "none.txt" in said
    local, expected = by_hand
    local.communicate()
    new, old = files_of(out), files_of(expected)
    assert sorted(new) == sorted(old)
    assert [name for name in new if new[name] != old[name]] == []
    assert [path.name for path in out.iterdir() if path.name.startswith(".")] == []


def test_a_cluster_that_goes_away_in_the_middle(cluster: Cluster, tmp_path: Path) -> None:
    address = cluster.scheduler()
    worker = cluster.halting("only", address)
    arguments = (DOCUMENTS, "--out", tmp_path / "out", "--scheduler", address)
    building = start(cluster.hasty, *arguments)
    cluster.until_halted("only", building)
    worker.kill()
    said = building.communicate()[1]
    assert building.returncode == 3, said
    assert f"the scheduler at '{address}' has no worker; start some" in said
    assert [path.name for path in tmp_path.iterdir()] == ["cluster"]


def test_a_worker_with_other_software_is_refused(
    cluster: Cluster, installation: Callable[[str], Path], tmp_path: Path
) -> None:
    other = installation("other")
    with (other / "hemicycle" / "errors.py").open("a", encoding="utf-8") as changed:
        changed.write("\n# another version\n")
    address = cluster.scheduler()
    cluster.worker("other", address, PYTHONPATH=str(other))
    arguments = (DOCUMENTS, "--out", tmp_path / "out", "--scheduler", address)
    building = start(cluster.environment, *arguments)
    said = building.communicate()[1]
    assert building.returncode == 3, said
    assert " has hemicycle 0.1.0 (" in said
    assert ", and here is hemicycle 0.1.0 (" in said
    assert [path.name for path in tmp_path.iterdir()] == ["cluster"]


def printed(script: Path, addresses: tuple[str, ...], environment: dict[str, str]) -> list[str]:
    """The lines of a script, each address given to a process of its own, all at once.

    A client of Dask's that could not connect is closed whenever Python comes to collect it, which
    may keep the next one of the same process from starting.
    """
    processes = [
        subprocess.Popen(
            [sys.executable, script, address],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment,
        )
        for address in addresses
    ]
    lines = []
    for process in processes:
        said, wrong = process.communicate()
        assert process.returncode == 0, wrong
        lines += said.splitlines()
    return lines


def test_tasks_that_kill_workers_and_addresses_where_nobody_is(cluster: Cluster) -> None:
    once = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0"}
    address = cluster.scheduler(**once)
    cluster.worker("only", address)
    script = cluster.folder / "lethal.py"
    script.write_text(LETHAL, encoding="utf-8")
    (killed,) = printed(script, (address,), cluster.environment)
    assert killed.startswith("workers of the cluster died, each at the same task; give each")
    (empty,) = printed(script, (address,), cluster.hasty)
    nobody = printed(script, NOBODY, cluster.nobody)
    assert empty.startswith(f"the scheduler at '{address}' has no worker; start some with:")
    for where, said in zip(NOBODY, nobody, strict=True):
        assert said.startswith(f"no Dask scheduler answers at {where!r} (")


def test_without_the_extra_its_name_is_told(tmp_path: Path) -> None:
    arguments = ("build", str(DOCUMENTS), "--scheduler", "tcp://x:1")
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_DASK, *arguments, "--out", tmp_path / "out"],
        capture_output=True,
        text=True,
        check=False,
    )
    remedy = "install it: pip install 'hemicycle[dask]'"
    assert done.stderr == f"hemicycle: distributed is not installed; {remedy}\n"
    assert done.returncode == 3
