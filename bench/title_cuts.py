"""How often a joined bilingual title is cut where French ends and Dutch begins.

    python bench/title_cuts.py

The titles are those of the parser's cases, cut again, and 300 made of the French
and Dutch labels in ontology/authority, one to four joined as titles join theirs.
"""

import json
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path

from rdflib import RDFS, SKOS, Graph, Literal

from hemicycle.parse.language import title_runs

ROOT = Path(__file__).parent.parent
Pair = tuple[str, str]


def printed_titles() -> list[Pair]:
    """The titles of the parser's cases that are printed in both languages."""
    cases = sorted((ROOT / "tests" / "parse" / "cases").glob("*/expected.json"))
    titles = [json.loads(case.read_text(encoding="utf-8"))["title"] for case in cases]
    return [(title["fr"], title["nl"]) for title in titles if {"fr", "nl"} == set(title)]


def made_titles(count: int = 300) -> list[Pair]:
    """Titles of one to four labels, each with a capital, as the Senate joins them."""
    labels = cycle(_labels())
    sizes = cycle((3, 1, 2, 4, 2, 3))
    titles = []
    for size in islice(sizes, count):
        chosen = list(islice(labels, size))
        titles.append((_joined(pair[0] for pair in chosen), _joined(pair[1] for pair in chosen)))
    return titles


def _labels() -> list[Pair]:
    graph = Graph()
    for name in ("posts", "services"):
        graph.parse(ROOT / "ontology" / "authority" / f"{name}.ttl")
    pairs = []
    for subject in sorted(set(graph.subjects())):
        own = {
            label.language: str(label)
            for said in (RDFS.label, SKOS.prefLabel)
            for label in graph.objects(subject, said)
            if isinstance(label, Literal)
        }
        if {"fr", "nl"} <= set(own) and own["fr"] != own["nl"]:
            pairs.append((own["fr"], own["nl"]))
    return pairs


def _joined(labels: Iterator[str]) -> str:
    return " - ".join(label[0].upper() + label[1:] for label in labels)


def is_cut_right(pair: Pair) -> bool:
    """Whether the joined title comes apart again as it was."""
    words = f"{pair[0]} {pair[1]}".split()
    runs = {run.language: " ".join(words[run.first : run.last + 1]) for run in title_runs(words)}
    return runs == {"fr": " ".join(pair[0].split()), "nl": " ".join(pair[1].split())}


def share_right(pairs: Sequence[Pair]) -> float:
    """The share of pairs that are cut right."""
    return sum(map(is_cut_right, pairs)) / len(pairs)


if __name__ == "__main__":
    for name, pairs in (("printed", printed_titles()), ("made", made_titles())):
        print(f"{name:8} {len(pairs):4} titles, {100 * share_right(pairs):.1f} % cut right")  # noqa: T201
        for pair in pairs:
            if not is_cut_right(pair):
                print("   ", *pair, sep=" | ")  # noqa: T201
