"""The queries that are timed beside rdflib find there what they find in our store."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
QUESTIONS = ROOT / "bench" / "others" / "questions"
ASK = """
import sys
from pathlib import Path
from others.with_rdflib import as_rdflib, asking
from hemicycle.opened import open_build
from hemicycle.store import merged_triples

build = open_build(Path(sys.argv[1]))
graph = as_rdflib(merged_triples(build.store))
for one in asking(build.store, graph, build.mint, 1):
    print(one.work)
"""


def test_both_find_as_many_rows() -> None:
    command = [sys.executable, "-c", ASK, str(ROOT / "graphs")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT / "bench")
    assert done.returncode == 0, done.stderr
    names = sorted(f"query {file.stem}" for file in QUESTIONS.glob("*.rq"))
    assert done.stdout.splitlines() == names
