"""Every benchmark, one after another: what `make bench` prints.

python bench/run.py
"""

import subprocess
import sys
from pathlib import Path

BENCHMARKS = (
    "parse_speed.py",
    "title_cuts.py",
    "link_speed.py",
    "beside_others.py",
)

if __name__ == "__main__":
    for name in BENCHMARKS:
        sys.stdout.write(f"\n== {name}\n")
        sys.stdout.flush()
        subprocess.run([sys.executable, Path(__file__).with_name(name)], check=True)
