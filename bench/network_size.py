"""How long a network of a given size takes to lay out and to write as GEXF, and how much memory.

    python bench/network_size.py 1000 10000 40000 [--seed N]

The networks are made here: four questions in five nodes, each with a senator, a minister and
three keywords of few that are frequent and many that are rare. 40,000 nodes have 200,000
edges. Memory is what writing takes beyond the network itself.
"""

import argparse
import random
import sys
import tempfile
import time
import tracemalloc
from itertools import pairwise
from pathlib import Path

from hemicycle.export.gexf import write_gexf_file
from hemicycle.namespaces import BASE
from hemicycle.networks import PROJECTIONS
from hemicycle.networks.finish import finished
from hemicycle.networks.intervals import Interval
from hemicycle.networks.layout import placed
from hemicycle.networks.measures import measured
from hemicycle.networks.records import Edge, Network, Node

KINDS = {"asked-by": "person", "addressed-to": "minister", "about": "concept"}


def made(count: int, chance: random.Random) -> Network:
    """A network of `count` nodes and some five edges a node."""
    others = {
        "person": _named("person", count // 100, "Sénateur"),
        "minister": _named("minister", count // 200, "Ministre"),
        "concept": _named("concept", count * 37 // 200, "mot-clé"),
    }
    questions = _named("question", count - sum(map(len, others.values())), "5-")
    edges = {
        (question, kind, chance.choice(others[target][: _frequent(others[target], chance)])): chance
        for question in questions
        for kind, target in (*KINDS.items(), *[("about", "concept")] * 4)
    }
    degrees: dict[str, int] = {}
    for source, _, target in edges:
        degrees[source] = degrees.get(source, 0) + 1
        degrees[target] = degrees.get(target, 0) + 1
    lasting = Interval("2012-03-05", "2012-04-19")
    nodes = [
        Node(iri, iri.split("/")[-2], f"nœud {iri[-6:]}", {"year": 2012}, degrees.get(iri, 0))
        for iri in (*questions, *(one for kind in others.values() for one in kind))
    ]
    return Network(
        PROJECTIONS["full"].described,
        tuple(sorted(nodes, key=lambda node: node.iri)),
        tuple(Edge(*ends, 1, {}, lasting) for ends in sorted(edges)),
        BASE,
        "fr",
    )


def _named(kind: str, count: int, label: str) -> list[str]:
    return [f"{BASE}id/{kind}/{label}{number:06}" for number in range(max(count, 1))]


def _frequent(names: list[str], chance: random.Random) -> int:
    return max(1, int(len(names) * chance.random() ** 2))


def measure(network: Network, folder: Path) -> str:
    """Seconds of each step, and what writing takes of memory."""
    seconds = [time.perf_counter()]
    measured(network)
    seconds.append(time.perf_counter())
    placed(network, refine=True)
    seconds.append(time.perf_counter())
    laid = finished(network, thorough=False)
    seconds.append(time.perf_counter())
    write_gexf_file(laid, folder / "n.gexf")
    seconds.append(time.perf_counter())
    tracemalloc.start()
    write_gexf_file(laid, folder / "n.gexf")
    memory = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    steps = [f"{after - before:9.2f}" for before, after in pairwise(seconds)]
    size = (folder / "n.gexf").stat().st_size / 1e6
    counts = f"{len(network.nodes):7,} {len(network.edges):8,}"
    return f"{counts} {' '.join(steps)} {size:8.1f} {memory:8.1f}"


def main() -> None:
    """Print a line for each number of nodes."""
    arguments = argparse.ArgumentParser(description="Networks of some sizes, laid out and written.")
    arguments.add_argument("nodes", type=int, nargs="+")
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    sys.stdout.write("  nodes    edges  measures    forces      hubs     write  MB file  MB more\n")
    with tempfile.TemporaryDirectory() as folder:
        for count in given.nodes:
            network = made(count, random.Random(given.seed))
            sys.stdout.write(f"{measure(network, Path(folder))}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
