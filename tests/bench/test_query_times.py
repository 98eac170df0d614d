"""The benchmark of named queries asks each of them, with values that the build itself has."""

import subprocess
import sys
from pathlib import Path

from hemicycle.query import named_queries

ROOT = Path(__file__).parents[2]


def test_it_asks_every_named_query() -> None:
    script, graphs = str(ROOT / "bench" / "query_times.py"), str(ROOT / "graphs")
    command = [sys.executable, script, graphs, "--runs", "1"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    table, _, total = done.stdout.partition("\n\n")
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in table.splitlines()[2:]]
    assert {row[0] for row in rows} == {f"`{query.name}`" for query in named_queries()}
    assert ["`family-members`", "family family/5-8900", "19"] in [row[:3] for row in rows]
    assert total.startswith("Median ")
