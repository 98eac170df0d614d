"""The benchmark of growth measures each stage, and begins nothing that the disk would not hold."""

import subprocess
import sys
from pathlib import Path

SCRIPT = str(Path(__file__).parents[2] / "bench" / "scaling.py")


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, SCRIPT, *arguments], capture_output=True, text=True, check=False
    )


def test_time_memory_and_disk_of_each_stage(tmp_path: Path) -> None:
    done = run("20", "--no-dumps", "--workers", "1", "--work", str(tmp_path))
    assert done.returncode == 0, done.stderr
    stages, outputs = done.stdout.removeprefix("### 20 pages\n\n").strip().split("\n\n")
    lines = [line.strip("| ").split(" | ") for line in stages.splitlines()]
    assert lines[0] == ["stage", "seconds", "parent, MB", "largest worker, MB", "disk, MB"]
    rows = {line[0]: line[1:] for line in lines[2:]}
    assert {"finding pages", "settling the store", "together"} <= rows.keys()
    assert "writing the dumps" not in rows
    assert float(rows["together"][3].replace(",", "")) >= 1
    names = {line.strip("| ").split(" | ")[0] for line in outputs.splitlines()[2:]}
    assert {"store", "texts", "search.sqlite", "together"} <= names
    assert not {"hemicycle.nq", "gephi", "tables"} & names
    assert list(tmp_path.iterdir()) == []


def test_what_the_disk_would_not_hold_is_not_begun(tmp_path: Path) -> None:
    done = run("1000", "4000000000", "--work", str(tmp_path))
    assert done.returncode == 1
    assert "4,000,000,000 pages need about 4,464,000 GB on a disk, and" in done.stderr
    assert done.stderr.strip().endswith("fewer pages, or --no-dumps")
    assert (done.stdout, list(tmp_path.iterdir())) == ("", [])
