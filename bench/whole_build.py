"""How long a whole build takes, and how much memory its largest process.

    python bench/whole_build.py 1000 4000 --seed 5

Each number of pages is generated, built in a process of its own by the command line,
and thrown away. Time is wall time, memory the most that any one process held.
"""

import argparse
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

GENERATE = Path(__file__).with_name("generate.py")


def measure(pages: Path, out: Path, workers: int | None) -> str:
    """One build: its own account of its stages, the whole, and the memory."""
    command = [sys.executable, "-m", "hemicycle", "build", str(pages), "--out", str(out)]
    if workers is not None:
        command += ["--workers", str(workers)]
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    took = time.perf_counter() - start
    if done.returncode > 1:
        raise SystemExit(done.stderr)
    stages = [line for line in done.stderr.splitlines() if " s " in line[:13]]
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    size = sum(file.stat().st_size for file in out.rglob("*") if file.is_file()) / 1e6
    return "\n".join([*stages, f"{took:.1f} s wall, {memory:.0f} MB in one process, {size:.0f} MB"])


def main() -> None:
    """Build some numbers of pages, one after another."""
    arguments = argparse.ArgumentParser(description="Time and memory of whole builds.")
    arguments.add_argument("pages", type=int, nargs="+")
    arguments.add_argument("--seed", default="5")
    arguments.add_argument("--workers", type=int)
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for count in given.pages:
            pages, out = Path(folder, "pages"), Path(folder, "out")
            subprocess.run(
                [sys.executable, GENERATE, str(count), pages, "--seed", given.seed],
                check=True,
                stdout=subprocess.DEVNULL,
            )
            sys.stdout.write(f"\n{count} pages\n{measure(pages, out, given.workers)}\n")
            sys.stdout.flush()
            shutil.rmtree(pages)
            shutil.rmtree(out)


if __name__ == "__main__":
    main()
