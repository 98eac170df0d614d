"""How long each named query takes on a build, with the values that give it most to do.

    python bench/query_times.py GRAPHS [--runs 5] [--only NAME …]

GRAPHS is what `hemicycle build` wrote. Each query is asked as it stands, and with a value for
every parameter it takes: the senator, service, keyword, family … that has most of what is asked
for, found in the build itself. Prints a Markdown table: rows, and of some runs after a first
one the median and the slowest in milliseconds, quotes cut from the texts included; and the
median of CPU time, which the machine's other work lengthens less.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from heaviest import Heaviest
from msgspec import Struct

from hemicycle.opened import OpenBuild, open_build
from hemicycle.query import NamedQuery, Rows, named_queries, run_query

HEAD = (
    "| query | values | rows | median ms | slowest ms | CPU ms |\n"
    "| --- | --- | --- | --- | --- | --- |\n"
)


class Timed(Struct, frozen=True):
    """One query with its values: how many rows, and how long each run took, in ms.

    `cpu` is the same in CPU time.
    """

    name: str
    bindings: dict[str, str]
    rows: int
    runs: tuple[float, ...]
    cpu: tuple[float, ...]

    @property
    def median(self) -> float:
        """The median of the runs, in ms."""
        return statistics.median(self.runs)

    def line(self) -> str:
        """The row of the table."""
        values = " · ".join(f"{name} {value}" for name, value in self.bindings.items())
        times = (self.median, max(self.runs), statistics.median(self.cpu))
        figures = " | ".join([f"{self.rows:,}", *(f"{time:.0f}" for time in times)])
        return f"| `{self.name}` | {values} | {figures} |\n"


def timed(build: OpenBuild, query: NamedQuery, bindings: dict[str, str], runs: int) -> Timed:
    """One query, asked once so that the disk is read, and then some times more."""
    took: list[float] = []
    worked: list[float] = []
    rows = 0
    for _ in range(runs + 1):
        start, begun = time.perf_counter(), time.process_time()
        found = run_query(build.store, query, build.mint, bindings, texts=build.texts)
        took.append((time.perf_counter() - start) * 1000)
        worked.append((time.process_time() - begun) * 1000)
        rows = len(found.rows) if isinstance(found, Rows) else 0
    return Timed(query.name, bindings, rows, tuple(took[1:]), tuple(worked[1:]))


def askings(query: NamedQuery, heaviest: Heaviest) -> Iterator[dict[str, str]]:
    """The values it is asked with: what it cannot do without, and all that it takes."""
    takes = [each for each in query.parameters if each.kind != "lang"]
    needed = [each for each in takes if each.default is None or each.kind == "iri"]
    needed = [each for each in needed if each.default != ""]
    least = {each.name: heaviest.value(query.name, each.name) for each in needed}
    most = {each.name: heaviest.value(query.name, each.name) for each in takes}
    yield least
    if most != least:
        yield most


def measure(build: OpenBuild, names: Sequence[str], runs: int) -> Iterator[Timed]:
    """Each named query with each of its askings."""
    heaviest = Heaviest(build.store, build.mint)
    for query in named_queries():
        if not names or query.name in names:
            for bindings in askings(query, heaviest):
                yield timed(build, query, bindings, runs)


def main() -> None:
    """Print the table, a row as it is known, and below it the median of all and the slowest."""
    arguments = argparse.ArgumentParser(description="How long each named query takes.")
    arguments.add_argument("graphs", type=Path)
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--only", nargs="*", default=[], metavar="NAME")
    given = arguments.parse_args()
    sys.stdout.write(HEAD)
    done = []
    for one in measure(open_build(given.graphs), given.only, given.runs):
        done.append(one)
        sys.stdout.write(one.line())
        sys.stdout.flush()
    slowest = max(done, key=lambda one: one.median)
    middle = statistics.median(one.median for one in done)
    sys.stdout.write(
        f"\nMedian {middle:.0f} ms; the slowest, `{slowest.name}`, {slowest.median:.0f} ms;"
        f" {sum(one.median > 1000 for one in done)} of {len(done)} over a second.\n"
    )


if __name__ == "__main__":
    main()
