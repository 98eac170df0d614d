"""A Dask scheduler and workers, processes started by hand on loopback, and our command line.

All run a copy of this installation: workers are compared with who asks them, file by file.
"""

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

import hemicycle
from hemicycle.assets import asset

REQUIRED = os.environ.get("HEMICYCLE_REQUIRED", "").split()
Process = subprocess.Popen[bytes]
WAIT = "DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT"
HALTING = Path(__file__).parent / "halting.py"
STAYING = {"DASK_DISTRIBUTED__SCHEDULER__WORK_STEALING": "False"}
"""Of a scheduler whose workers each do what they were first given, however slow they are."""

PATIENCE = 300.0
"""Seconds that a scheduler and its workers may take to be there, on a busy machine."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that use a cluster skip where it cannot be had; in .ci/run that is a failure."""
    if "dask" in REQUIRED or importlib.util.find_spec("distributed") is not None:
        return
    skip = pytest.mark.skip(reason="Dask is not there: pip install 'hemicycle[dask]'")
    for item in items:
        if "cluster" in getattr(item, "fixturenames", ()):
            item.add_marker(skip)


class Cluster:
    """Starts schedulers and workers, and ends them."""

    def __init__(self, folder: Path, environment: dict[str, str], stack: ExitStack) -> None:
        self.folder = folder
        self.environment = environment
        self.hasty = environment | {WAIT: "10s"}
        """The same for who waits in vain for a worker, of a scheduler that is there."""
        self.nobody = environment | {WAIT: "2s"}
        """The same for who waits in vain for a scheduler."""
        self._stack = stack

    def scheduler(self, name: str = "scheduler", **settings: str) -> str:
        """The address of a new scheduler without workers."""
        told = self.folder / f"{name}.json"
        nowhere = ("--no-dashboard", "--dashboard-address", "127.0.0.1:0")
        ports = ("--host", "127.0.0.1", "--port", "0", *nowhere)
        command = ("scheduler", *ports, "--scheduler-file", told)
        process = self._start(name, *command, settings=STAYING | settings)
        self._until(lambda: told.exists() and is_json(told.read_text()), process, name)
        address: str = json.loads(told.read_text())["address"]
        return address

    def worker(self, name: str, address: str, **settings: str) -> Process:
        """A worker that has told the scheduler that it is there; it ends when it is killed."""
        return self._worker(name, address, settings=settings)

    def halting(self, name: str, address: str) -> Process:
        """A worker that halts in the middle of its first task; `until_halted` waits for that."""
        return self._worker(name, address, "--preload", str(HALTING), settings={})

    def until_halted(self, name: str, building: subprocess.Popen[str]) -> None:
        """Wait until a worker is where it halts."""
        while not (self.folder / f"{name}.halted").exists():
            assert building.poll() is None, building.communicate()[1]
            time.sleep(0.02)

    def _worker(self, name: str, address: str, *more: str, settings: dict[str, str]) -> Process:
        alone = ("--no-nanny", "--nthreads", "1", "--no-dashboard", "--host", "127.0.0.1")
        own = ("--local-directory", str(self.folder / name), "--name", name)
        command = ("worker", address, *alone, *own, *more)
        process = self._start(name, *command, settings=settings)
        self._until(lambda: "Registered to" in self.log(name), process, name)
        return process

    def log(self, name: str) -> str:
        """What a scheduler or worker has logged so far."""
        return (self.folder / f"{name}.log").read_text(encoding="utf-8")

    def _start(self, name: str, *command: str | Path, settings: dict[str, str]) -> Process:
        log = self._stack.enter_context((self.folder / f"{name}.log").open("wb"))
        process = subprocess.Popen(
            [sys.executable, "-m", "dask", *map(str, command)],
            stdout=log,
            stderr=log,
            cwd=self.folder,
            env=self.environment | settings,
        )
        self._stack.callback(process.wait)
        self._stack.callback(process.kill)
        return process

    def _until(self, is_so: Callable[[], bool], process: Process, name: str) -> None:
        begun = time.monotonic()
        while not is_so():
            assert process.poll() is None, self.log(name)
            assert time.monotonic() - begun < PATIENCE, self.log(name)
            time.sleep(0.05)


def is_json(text: str) -> bool:
    """Whether a file that is being written is there whole."""
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def copy_installation(folder: Path) -> Path:
    """Our package and what it carries, in a folder for PYTHONPATH."""
    package = folder / "hemicycle"
    shutil.copytree(Path(hemicycle.__file__).parent, package)
    for name in ("ontology", "shapes"):
        shutil.copytree(asset(name), package / "data" / name)
    return folder


@pytest.fixture(scope="session")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """A copy of the installation, by a name for its folder."""
    return lambda name: copy_installation(tmp_path_factory.mktemp(name))


@pytest.fixture(scope="session")
def environment(installation: Callable[[str], Path]) -> dict[str, str]:
    """What processes are started with: our copy, and patience with a busy machine."""
    return {
        **os.environ,
        "PYTHONPATH": str(installation("installation")),
        "COLUMNS": "100",
        WAIT: "60s",
    }


@pytest.fixture
def cluster(tmp_path: Path, environment: dict[str, str]) -> Iterator[Cluster]:
    """A folder for schedulers and workers, all of which end with the test."""
    folder = tmp_path / "cluster"
    folder.mkdir()
    with ExitStack() as stack:
        yield Cluster(folder, environment, stack)
