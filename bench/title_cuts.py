"""How often a joined bilingual title is cut where French ends and Dutch begins.

    python bench/title_cuts.py

Four sets of pairs, none of which the parser's tables were made from:

    printed     the titles of the parser's cases that pages print in both languages
    authority   the French and Dutch labels in ontology/authority, each alone, and 300
                titles of one to four of them with capitals, joined as titles join theirs
    unseen      the titles of bench/titles, cut with tables that know no word of four letters
                or more in them (blind_spelling.json, and no known words)
    fresh       the titles of bench/fresh_titles.txt, invented after the cut was written

A title that the parser leaves uncut, since no cut is certain, counts as not right.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from itertools import cycle, islice
from pathlib import Path
from unittest.mock import patch

from rdflib import RDFS, SKOS, Graph, Literal

from hemicycle.parse import language
from hemicycle.parse.known_words import known_language
from hemicycle.parse.title_runs import title_runs
from hemicycle.parse.title_words import read_word

ROOT = Path(__file__).parent.parent
AUTHORITIES = ("governments", "parties", "posts", "services")
BLIND = ROOT / "bench" / "blind_spelling.json"
FEWEST_HIDDEN = 4
LAYOUTS = ((0, 1, 2), (0, 3, 4), (0, 2), (0, 4, 1, 3))
"""Which segments of a block make a title."""

Pair = tuple[str, str]


def printed_titles() -> list[Pair]:
    """The titles of the parser's cases that are printed in both languages."""
    cases = sorted((ROOT / "tests" / "parse" / "cases").glob("*/expected.json"))
    titles = [json.loads(case.read_text(encoding="utf-8"))["title"] for case in cases]
    return [(title["fr"], title["nl"]) for title in titles if {"fr", "nl"} == set(title)]


def authority_titles(count: int = 300) -> list[Pair]:
    """All labels, and titles of one to four of them."""
    labels = _labels()
    sizes = islice(cycle((3, 1, 2, 4, 2, 3)), count)
    chosen = [
        [
            labels[(13 * number + 7 * at * (number // len(labels) + 1)) % len(labels)]
            for at in range(size)
        ]
        for number, size in enumerate(sizes)
    ]
    joined = [_joined(map(_capital, pairs)) for pairs in chosen]
    return list(dict.fromkeys(labels + joined))


def unseen_titles() -> list[Pair]:
    """The titles of bench/titles: some whole, some joined of segments."""
    titles = [_pair(line) for block in _blocks("titles/whole") for line in block]
    for block in _blocks("titles/segments"):
        segments = [_pair(line) for line in block]
        titles += [_joined([segments[at] for at in layout]) for layout in LAYOUTS]
    return titles


def fresh_titles() -> list[Pair]:
    """The titles that came last."""
    return [_pair(line) for block in _blocks("fresh_titles") for line in block]


SETS: dict[str, Callable[[], list[Pair]]] = {
    "printed": printed_titles,
    "authority": authority_titles,
    "unseen": unseen_titles,
    "fresh": fresh_titles,
}


def _blocks(name: str) -> list[list[str]]:
    text = (ROOT / "bench" / f"{name}.txt").read_text(encoding="utf-8")
    blocks = [block.splitlines() for block in text.strip().split("\n\n")]
    lines = [[line for line in block if not line.startswith("#")] for block in blocks]
    return [block for block in lines if block]


def _pair(line: str) -> Pair:
    french, dutch = line.split(" = ")
    return french, dutch


def _labels() -> list[Pair]:
    graph = Graph()
    for name in AUTHORITIES:
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
    return list(dict.fromkeys(pairs))


def _capital(pair: Pair) -> Pair:
    french, dutch = (label[0].upper() + label[1:] for label in pair)
    return french, dutch


def _joined(pairs: Iterable[Pair]) -> Pair:
    french, dutch = zip(*pairs, strict=True)
    return " - ".join(french), " - ".join(dutch)


def cut(pair: Pair) -> dict[str, str]:
    """What the parser makes of the joined title: empty where it leaves it uncut."""
    words = " ".join(pair).split()
    return {run.language: " ".join(words[run.first : run.last + 1]) for run in title_runs(words)}


@contextmanager
def blind() -> Iterator[None]:
    """The parser without knowledge of any word of four letters or more in bench/titles."""
    text = " ".join(" ".join(pair) for pair in unseen_titles()).lower()
    words = frozenset(word for word in re.findall(r"[^\W\d_]+", text) if len(word) >= FEWEST_HIDDEN)

    def known(word: str) -> str | None:
        return None if word in words else known_language(word)

    try:
        with (
            patch.object(language, "_TABLE", BLIND),
            patch.object(language, "known_language", known),
        ):
            _forget()
            yield
    finally:
        _forget()


def _forget() -> None:
    for remembered in (language._spelling, language.word_scores, read_word):
        remembered.cache_clear()


def measured(name: str) -> list[Pair]:
    """The pairs of a set that do not come out right, cut as the set demands."""
    with blind() if name == "unseen" else nullcontext():
        return not_right(SETS[name]())


def not_right(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs whose joined title does not come apart again as it was."""
    return [
        pair for pair in pairs if list(cut(pair).items()) != [*zip(("fr", "nl"), pair, strict=True)]
    ]


if __name__ == "__main__":
    for name, titles in SETS.items():
        pairs, bad = titles(), measured(name)
        share = 100 * (1 - len(bad) / len(pairs))
        print(f"{name:10} {len(pairs):4} titles, {share:.1f} % cut right")  # noqa: T201
        for pair in bad:
            print("   ", *pair, cut(pair) or "uncut", sep=" | ")  # noqa: T201
