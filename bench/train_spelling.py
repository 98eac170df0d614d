"""Frequent words and labels of three languages to the tables that tell languages apart.

    python bench/train_spelling.py labels.csv fr.json.gz nl.json.gz de.json.gz

The CSV has the columns label_fr, label_nl, label_de (EuroVoc's labels, © European Union,
Publications Office, reuse with acknowledgement); each other file counts words of one language
in running text (those of pyspellchecker 0.9.1, MIT licence, spellchecker/resources). Written
are, in src/hemicycle/parse:

    spelling.json     how much two to five letters, or a whole word, speak for each language
    known_words.bin   Bloom filters of the words that one language alone has

and, to measure what such a table makes of words that it never saw, bench/blind_spelling.json,
which is spelling.json made without the words of four letters or more in bench/titles. The same
input gives the same bytes, in a few minutes.
"""

import csv
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from spelling_model import Example, train

from hemicycle.parse.known_words import LANGUAGES, bit_places

ROOT = Path(__file__).parent.parent
PARSE = ROOT / "src" / "hemicycle" / "parse"
BLIND = ROOT / "bench" / "blind_spelling.json"
LETTERS = re.compile(r"[^\W\d_]+")
LONGEST = 40
MOST_SPELLED = 40_000
MOST_KNOWN = 50_000
BITS_PER_WORD = 10
SHARE_OF_LABELS = 0.3
"""A word of labels counts so much, against one of running text."""
FEWEST_HIDDEN = 4
RARE = 1e-7
FEWER = 8
"""So many times rarer is a word in the languages that have it by chance alone."""

Shares = dict[str, float]


def words_of(texts: Iterable[str]) -> Counter[str]:
    """How often each word stands in texts, in lower case."""
    return Counter(word for text in texts for word in LETTERS.findall(text.lower()))


def hidden_words() -> frozenset[str]:
    """The words of the titles that measure: the blind table never sees them."""
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "bench" / "titles").iterdir()]
    lines = [line for text in texts for line in text.splitlines() if not line.startswith("#")]
    return frozenset(word for word in words_of(lines) if len(word) >= FEWEST_HIDDEN)


def running_words(path: Path) -> Counter[str]:
    """The words of a file of counts."""
    counts: Counter[str] = Counter()
    for entry, times in json.loads(gzip.decompress(path.read_bytes())).items():
        for word in LETTERS.findall(entry.lower()):
            counts[word] += times
    return counts


def shares(counts: Counter[str], weight: float = 1.0) -> Shares:
    """Which share of all words each word is."""
    total = sum(counts.values())
    return {word: weight * times / total for word, times in counts.items()}


def frequent(counts: Counter[str], most: int) -> list[str]:
    """The most frequent words."""
    return sorted(counts, key=lambda word: (-counts[word], word))[:most]


def examples(chosen: dict[str, list[str]], known: dict[str, Shares]) -> list[Example]:
    """Each chosen word with its share of the three languages."""
    rows: dict[str, list[float]] = {}
    for at, language in enumerate(LANGUAGES):
        for word in chosen[language]:
            rows.setdefault(word, [0.0, 0.0, 0.0])[at] = known[language][word]
    return [Example.of(word, rows[word], RARE) for word in sorted(rows)]


def own_words(language: str, chosen: list[str], known: dict[str, Shares]) -> list[str]:
    """The words that one language has, and the others, as good as, have not."""
    others = [known[own] for own in LANGUAGES if own != language]
    return [
        word
        for word in chosen
        if len(word) > 1
        and all(known[language][word] > FEWER * other.get(word, 0) for other in others)
    ]


def bloom_filter(words: Iterable[str], size: int) -> bytes:
    """The bits that stand for words, `size` bytes."""
    bits = bytearray(size)
    for word in words:
        for place in bit_places(word, 8 * size):
            bits[place >> 3] |= 1 << (place & 7)
    return bytes(bits)


def main(labels: Path, texts: list[Path]) -> None:
    """Read the words, write the tables."""
    hidden = hidden_words()
    counts = {path.name.split(".")[0]: running_words(path) for path in texts}
    with labels.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    terms = {own: words_of(row[f"label_{own}"] for row in rows) for own in LANGUAGES}
    known: dict[str, Shares] = {}
    for own in LANGUAGES:
        known[own] = shares(counts[own])
        for word, share in shares(terms[own], SHARE_OF_LABELS).items():
            known[own][word] = known[own].get(word, 0.0) + share
    write(hidden, counts, terms, known)


def write(
    hidden: frozenset[str],
    counts: dict[str, Counter[str]],
    terms: dict[str, Counter[str]],
    known: dict[str, Shares],
) -> None:
    """Write the tables from all words, and once from those that are not hidden."""

    def chosen(language: str, most: int) -> list[str]:
        words = {*frequent(counts[language], most), *terms[language]}
        return sorted(word for word in words if len(word) <= LONGEST)

    own = {x: own_words(x, chosen(x, MOST_KNOWN), known) for x in LANGUAGES}
    size = max(map(len, own.values())) * BITS_PER_WORD // 8 + 1
    filters = b"".join(bloom_filter(words, size) for words in own.values())
    (PARSE / "known_words.bin").write_bytes(filters)
    spelled = {x: chosen(x, MOST_SPELLED) for x in LANGUAGES}
    write_table(PARSE / "spelling.json", train(examples(spelled, known)))
    seen = {x: [word for word in words if word not in hidden] for x, words in spelled.items()}
    write_table(BLIND, train(examples(seen, known)))


def write_table(path: Path, table: dict[str, list[int]]) -> None:
    """Write a table, a row a line."""
    lines = ",\n".join(json.dumps({k: v}, ensure_ascii=False)[1:-1] for k, v in table.items())
    path.write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]])
