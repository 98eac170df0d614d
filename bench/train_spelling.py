"""Labels in French, Dutch and German to src/hemicycle/parse/spelling.json.

    python bench/train_spelling.py labels.csv [text.fr.txt text.nl.txt …]

The CSV has the columns label_fr, label_nl, label_de (EuroVoc's labels, © European
Union, Publications Office); a text file names its language before its suffix. What
is written are only letter statistics: for each three letters, how much likelier
they are in one language than on average of the three, in tenths of a nat; and the
same for whole words that are frequent.
"""

import csv
import json
import math
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

LANGUAGES = ("fr", "nl", "de")
FEWEST = 4
FEWEST_WORDS = 6
TARGET = Path(__file__).parent.parent / "src/hemicycle/parse/spelling.json"
_WORD = re.compile(r"[^\W\d_]+")


def trigrams(word: str) -> Iterator[str]:
    """The threes of letters of a word, with its borders as blanks, and the word itself."""
    padded = f" {word.lower()} "
    for at in range(len(padded) - 2):
        yield padded[at : at + 3]
    if len(padded) > 3:
        yield padded


def count(paths: list[Path]) -> dict[str, Counter[str]]:
    """How often each three letters stand in the words of each language."""
    counts = {language: Counter[str]() for language in LANGUAGES}
    for path in paths:
        if path.suffix == ".csv":
            with path.open(encoding="utf-8", newline="") as rows:
                for row in csv.DictReader(rows):
                    for language in LANGUAGES:
                        for word in _WORD.findall(row[f"label_{language}"] or ""):
                            counts[language].update(trigrams(word))
        else:
            words = _WORD.findall(path.read_text(encoding="utf-8"))
            counts[path.name.split(".")[-2]].update(
                trigram for word in words for trigram in trigrams(word)
            )
    return counts


def weights(counts: dict[str, Counter[str]]) -> dict[str, list[int]]:
    """Tenths of a nat for each three letters seen often enough, by language."""
    totals = {language: sum(counter.values()) for language, counter in counts.items()}
    known = sorted(
        trigram
        for trigram, times in sum(counts.values(), Counter[str]()).items()
        if times >= (FEWEST if len(trigram) == 3 else FEWEST_WORDS)
    )
    table = {}
    for trigram in known:
        logs = [
            math.log((counts[x][trigram] + 0.5) / (totals[x] + 0.5 * len(known))) for x in LANGUAGES
        ]
        mean = sum(logs) / len(logs)
        table[trigram] = [round(10 * (log - mean)) for log in logs]
    return table


if __name__ == "__main__":
    table = weights(count([Path(name) for name in sys.argv[1:]]))
    rows = ",\n".join(json.dumps({k: v}, ensure_ascii=False)[1:-1] for k, v in table.items())
    TARGET.write_text(f"{{\n{rows}\n}}\n", encoding="utf-8")
