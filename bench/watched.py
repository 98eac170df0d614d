"""A process that works to the memory and the disk that each stage of its work takes.

Memory is what each process holds for itself, without files that the system keeps in memory
and would give up (RssAnon of /proc/PID/status: so on Linux alone).
"""

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

from msgspec import Struct

LOOK_EVERY = 0.5
ADD_UP_EVERY = 10.0
MEGABYTE = 10**6


class Stage(Struct):
    """One stage: when it began, and the most that one process and the disk held in it, in MB."""

    name: str
    begun: float
    ended: float = 0.0
    parent: float = 0.0
    worker: float = 0.0
    disk: float = 0.0


class Watch:
    """Looks at the memory of a process and of those it started, and at what a folder holds."""

    def __init__(self, process: int, folder: Path) -> None:
        self._process = process
        self._folder = folder
        self._added_up = 0.0
        self._stages: list[Stage] = []
        self._over = Event()
        self._thread = Thread(target=self._look_on)
        self._thread.start()

    def begin(self, name: str) -> None:
        """A stage begins, and with it the one before ends."""
        self._end_stage()
        self._stages.append(Stage(name, time.monotonic()))

    def end(self) -> list[Stage]:
        """All stages, the last one until now."""
        self._over.set()
        self._thread.join()
        self._end_stage()
        return self._stages

    def _end_stage(self) -> None:
        if self._stages:
            self._stages[-1].ended = time.monotonic()
            self._add_up(self._stages[-1])

    def _add_up(self, stage: Stage) -> None:
        self._added_up = time.monotonic()
        stage.disk = max(stage.disk, on_disk(self._folder))

    def _look_on(self) -> None:
        while not self._over.wait(LOOK_EVERY):
            if self._stages:
                stage = self._stages[-1]
                stage.parent = max(stage.parent, held(self._process))
                workers = (held(child) for child in descendants(self._process))
                stage.worker = max(stage.worker, *workers, 0.0)
                if time.monotonic() - self._added_up > ADD_UP_EVERY:
                    self._add_up(stage)


def held(process: int) -> float:
    """What a process holds for itself, in MB; 0 for one that has ended."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    except OSError:
        return 0.0
    for line in status.splitlines():
        if line.startswith("RssAnon:"):
            return int(line.split()[1]) * 1024 / MEGABYTE
    return 0.0


def on_disk(folder: Path) -> float:
    """What the files below a folder take on the disk, in MB; those that go meanwhile do not."""
    blocks = 0
    for place, _, names in os.walk(folder):
        for name in names:
            with suppress(OSError):
                blocks += os.lstat(os.path.join(place, name)).st_blocks  # noqa: PTH118 - quicker
    return blocks * 512 / MEGABYTE


def descendants(process: int) -> Iterator[int]:
    """The processes that a process started, and those that they did."""
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return
    for child in map(int, children):
        yield child
        yield from descendants(child)
