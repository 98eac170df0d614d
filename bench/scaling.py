"""How a build grows with its pages: time, memory and disk, stage by stage, as rows of Markdown.

    python bench/scaling.py 1000 10000
    python bench/scaling.py 400000 --no-dumps --work /data/scaling --keep

Each number of pages is generated into the folder of work and built there in a process of its
own. That process tells when a stage begins; meanwhile its memory and that of its workers is
looked at twice a second: what each holds for itself, without the store's files that the
system keeps in memory and would give up (RssAnon of /proc/PID/status: so on Linux alone).
With --no-dumps no N-Quads, Turtle, JSON-LD, tables and networks are written; RDF/XML and the
site as files are never part of a build. --keep leaves what was built, for whoever goes on with it.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Event, Thread

from msgspec import Struct

GENERATE = Path(__file__).with_name("generate.py")
LOOK_EVERY = 0.5
MEGABYTE = 10**6

# The process that builds writes a line when a stage begins, and nothing else, to its output.
BUILD = """
import sys
from pathlib import Path
from hemicycle.pipeline import Settings, build
from hemicycle.progress import Lines

def say(text):
    sys.stdout.write(text + "\\n")
    sys.stdout.flush()

if __name__ == "__main__":
    pages, out, dumps, workers = sys.argv[1:]
    settings = Settings(dumps=dumps == "yes", workers=int(workers) or None, afresh=True)
    build([Path(pages)], Path(out), settings, Lines(say))
"""


class Stage(Struct):
    """One stage: when it began, and the most that one process held in it, in MB."""

    name: str
    begun: float
    ended: float = 0.0
    parent: float = 0.0
    worker: float = 0.0


class Watch:
    """Looks at the memory of a process and of those it started, for the stage that runs."""

    def __init__(self, process: int) -> None:
        self._process = process
        self._stages: list[Stage] = []
        self._over = Event()
        self._thread = Thread(target=self._look_on)
        self._thread.start()

    def begin(self, name: str) -> None:
        """A stage begins, and with it the one before ends."""
        now = time.monotonic()
        if self._stages:
            self._stages[-1].ended = now
        self._stages.append(Stage(name, now))

    def end(self) -> list[Stage]:
        """All stages, the last one until now."""
        self._over.set()
        self._thread.join()
        if self._stages:
            self._stages[-1].ended = time.monotonic()
        return self._stages

    def _look_on(self) -> None:
        while not self._over.wait(LOOK_EVERY):
            if self._stages:
                stage = self._stages[-1]
                stage.parent = max(stage.parent, held(self._process))
                workers = (held(child) for child in descendants(self._process))
                stage.worker = max(stage.worker, *workers, 0.0)


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


def descendants(process: int) -> Iterator[int]:
    """The processes that a process started, and those that they did."""
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return
    for child in map(int, children):
        yield child
        yield from descendants(child)


def run_build(pages: Path, out: Path, *, dumps: bool, workers: int) -> list[Stage]:
    """Build some pages; raises SystemExit where that fails."""
    program = out.with_name("build.py")
    program.write_text(BUILD, encoding="utf-8")
    arguments = [str(pages), str(out), "yes" if dumps else "no", str(workers)]
    command = [sys.executable, str(program), *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, bufsize=1) as process:
        watch = Watch(process.pid)
        assert process.stdout is not None
        for line in process.stdout:
            watch.begin(line.strip())
        stages = watch.end()
    if process.returncode:
        raise SystemExit(f"the build ended with {process.returncode}")
    return stages


def sizes(out: Path) -> dict[str, int]:
    """The bytes of what stands at the top of a build's folder, folders with all they hold."""
    found: dict[str, int] = {}
    for file in out.rglob("*"):
        if file.is_file():
            top = file.relative_to(out).parts[0]
            found[top] = found.get(top, 0) + file.stat().st_size
    return found


def tables(count: int, stages: Sequence[Stage], disk: dict[str, int]) -> Iterator[str]:
    """The two tables of one build: its stages, and its files, the largest first."""
    yield f"### {count:,} pages"
    yield ""
    yield "| stage | seconds | parent, MB | largest worker, MB |"
    yield "| --- | --- | --- | --- |"
    for stage in stages:
        took = stage.ended - stage.begun
        yield f"| {stage.name} | {took:,.1f} | {stage.parent:,.0f} | {stage.worker:,.0f} |"
    whole = sum(stage.ended - stage.begun for stage in stages)
    parent = max((stage.parent for stage in stages), default=0.0)
    worker = max((stage.worker for stage in stages), default=0.0)
    yield f"| together | {whole:,.1f} | {parent:,.0f} | {worker:,.0f} |"
    yield ""
    yield "| output | MB |"
    yield "| --- | --- |"
    for name, size in sorted(disk.items(), key=lambda entry: (-entry[1], entry[0])):
        yield f"| {name} | {size / MEGABYTE:,.1f} |"
    yield f"| together | {sum(disk.values()) / MEGABYTE:,.1f} |"
    yield ""


def measure(count: int, work: Path, given: argparse.Namespace) -> None:
    """Generate, build, print."""
    pages, out = work / f"pages-{count}", work / f"out-{count}"
    command = [sys.executable, str(GENERATE), str(count), str(pages), "--seed", given.seed]
    begun = time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    sys.stderr.write(f"{count} pages generated in {time.monotonic() - begun:.0f} s\n")
    stages = run_build(pages, out, dumps=given.dumps, workers=given.workers)
    sys.stdout.write("\n".join(tables(count, stages, sizes(out))) + "\n")
    sys.stdout.flush()
    if not given.keep:
        shutil.rmtree(pages)
        shutil.rmtree(out)


def main() -> None:
    """Measure some numbers of pages, one after another."""
    arguments = argparse.ArgumentParser(description="Time, memory and disk of builds, by stage.")
    arguments.add_argument("pages", type=int, nargs="+")
    arguments.add_argument("--seed", default="5")
    arguments.add_argument("--workers", type=int, default=0, help="0: one a processor")
    arguments.add_argument("--work", type=Path, help="a folder on the disk to measure")
    arguments.add_argument("--keep", action="store_true", help="leave pages and builds")
    arguments.add_argument("--dumps", action=argparse.BooleanOptionalAction, default=True)
    given = arguments.parse_args()
    if given.work is not None:
        given.work.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix="scaling-", dir=given.work))
    sys.stderr.write(f"{os.cpu_count()} processors, in {work}\n")
    try:
        for count in given.pages:
            measure(count, work, given)
    finally:
        if not given.keep:
            shutil.rmtree(work)


if __name__ == "__main__":
    main()
