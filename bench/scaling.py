"""How a build grows with its pages: time, memory and disk, stage by stage, as rows of Markdown.

    python bench/scaling.py 1000 10000
    python bench/scaling.py 400000 --no-dumps --work /data/scaling --keep

Each number of pages is generated into the folder of work and built there in a process of its
own. That process tells when a stage begins; meanwhile its memory and that of its workers is
looked at twice a second: what each holds for itself, without the store's files that the
system keeps in memory and would give up (RssAnon of /proc/PID/status: so on Linux alone).
What stands on the disk is added up every ten seconds and when a stage ends.
With --no-dumps no N-Quads, Turtle, JSON-LD, records, tables and networks (Gephi) are written;
RDF/XML and the site as files are never part of a build. --keep leaves what was built, for
whoever goes on with it. Where the disk would not hold the largest number of pages nothing is
begun.
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

from watched import MEGABYTE, Stage, Watch

GENERATE = Path(__file__).with_name("generate.py")

PAGE_BYTES = 16_000
BUILT_BYTES = {True: 1_100_000, False: 700_000}
"""What a generated page takes on a disk, and what it takes while it is built, with dumps and
without: somewhat more than builds of 1,000 pages took (docs/scaling.md)."""

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


def run_build(pages: Path, out: Path, *, dumps: bool, workers: int) -> list[Stage]:
    """Build some pages; raises SystemExit where that fails."""
    out.parent.mkdir()
    program = out.with_name("build.py")
    program.write_text(BUILD, encoding="utf-8")
    arguments = [str(pages), str(out), "yes" if dumps else "no", str(workers)]
    command = [sys.executable, str(program), *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, bufsize=1) as process:
        watch = Watch(process.pid, out.parent)
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
    yield "| stage | seconds | parent, MB | largest worker, MB | disk, MB |"
    yield "| --- | --- | --- | --- | --- |"
    for stage in stages:
        took = stage.ended - stage.begun
        yield row(stage.name, took, stage.parent, stage.worker, stage.disk)
    yield row(
        "together",
        sum(stage.ended - stage.begun for stage in stages),
        max((stage.parent for stage in stages), default=0.0),
        max((stage.worker for stage in stages), default=0.0),
        max((stage.disk for stage in stages), default=0.0),
    )
    yield ""
    yield "| output | MB |"
    yield "| --- | --- |"
    for name, size in sorted(disk.items(), key=lambda entry: (-entry[1], entry[0])):
        yield f"| {name} | {size / MEGABYTE:,.1f} |"
    yield f"| together | {sum(disk.values()) / MEGABYTE:,.1f} |"
    yield ""


def row(name: str, seconds: float, *megabytes: float) -> str:
    """One row of the first table."""
    return f"| {' | '.join([name, f'{seconds:,.1f}', *(f'{size:,.0f}' for size in megabytes)])} |"


def refuse_what_does_not_fit(pages: Sequence[int], folder: Path, given: argparse.Namespace) -> None:
    """End where the disk would not hold the pages and the build of the most of them.

    Raises SystemExit, which says how much is needed and how much there is.
    """
    together = sum(pages) if given.keep else max(pages)
    needed = together * (PAGE_BYTES + BUILT_BYTES[given.dumps])
    free = shutil.disk_usage(folder).free
    if needed > free:
        raise SystemExit(
            f"{together:,} pages need about {needed / 10**9:,.0f} GB on a disk, and {folder} has "
            f"{free / 10**9:,.0f} GB; give another folder by --work, fewer pages"
            f"{', or --no-dumps' if given.dumps else ''}"
        )


def measure(count: int, work: Path, given: argparse.Namespace) -> None:
    """Generate, build, print."""
    pages, out = work / f"pages-{count}", work / f"build-{count}" / "out"
    command = [sys.executable, str(GENERATE), str(count), str(pages), "--seed", given.seed]
    begun = time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    sys.stderr.write(f"{count} pages generated in {time.monotonic() - begun:.0f} s\n")
    stages = run_build(pages, out, dumps=given.dumps, workers=given.workers)
    sys.stdout.write("\n".join(tables(count, stages, sizes(out))) + "\n")
    sys.stdout.flush()
    if not given.keep:
        shutil.rmtree(pages)
        shutil.rmtree(out.parent)


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
        refuse_what_does_not_fit(given.pages, work, given)
        for count in given.pages:
            measure(count, work, given)
    finally:
        if not given.keep:
            shutil.rmtree(work)


if __name__ == "__main__":
    main()
