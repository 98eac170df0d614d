"""EuroVoc's French and Dutch labels to src/hemicycle/parse/known_labels.bin.

    python bench/hash_labels.py labels.csv

The CSV has the columns label_fr, label_nl and former_fr (© European Union, Publications
Office, reuse with acknowledgement). Written is no label, only a number of four bytes for
each: a French one, then its Dutch one, in the order of the numbers. With them a parser can
tell that it sees a label, and that two are one concept; it cannot list the labels.
"""

import csv
import sys
from pathlib import Path

from hemicycle.parse.known_labels import KEY_BYTES, label_key

TARGET = Path(__file__).parent.parent / "src/hemicycle/parse/known_labels.bin"


def main(labels: Path) -> None:
    """Write the keys of all labels."""
    with labels.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    pairs = {
        (label_key(label), label_key(row["label_nl"]))
        for row in rows
        for label in (row["label_fr"], *filter(None, row["former_fr"].split("|")))
    }
    keys = [key for pair in sorted(pairs) for key in pair]
    TARGET.write_bytes(b"".join(key.to_bytes(KEY_BYTES, "big") for key in keys))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
