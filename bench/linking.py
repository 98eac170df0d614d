"""How well the linker reads answers: precision and recall on the answers of tests/linking.

python bench/linking.py            a table a set
python bench/linking.py --json     that, and what was missed or added, answer by answer
python bench/linking.py --missed   what was missed or added in the development set
"""

import json
import sys
from pathlib import Path

from gold import GOLD, KINDS, SETS, Notes, noted_by_linker, noted_by_reader, read_gold

from hemicycle.assets import authority_files
from hemicycle.link import load_authority

Differences = dict[str, dict[str, list[str]]]


def differences(reader: Notes, linker: Notes) -> Differences:
    """What the linker missed and added, by kind; nothing where both agree."""
    return {
        kind: {
            "missed": sorted(reader[kind] - linker[kind]),
            "added": sorted(linker[kind] - reader[kind]),
        }
        for kind in KINDS
        if reader[kind] != linker[kind]
    }


def shares(counts: tuple[int, int, int]) -> dict[str, float | int]:
    """Precision and recall of (right, noted by the reader, noted by the linker)."""
    right, wanted, found = counts
    return {
        "noted": wanted,
        "found": found,
        "precision": right / found if found else 1.0,
        "recall": right / wanted if wanted else 1.0,
    }


def counted(pairs: list[tuple[Notes, Notes]]) -> dict[str, dict[str, float | int]]:
    """Precision and recall over some answers, by kind."""
    return {
        kind: shares(
            (
                sum(len(reader[kind] & linker[kind]) for reader, linker in pairs),
                sum(len(reader[kind]) for reader, _ in pairs),
                sum(len(linker[kind]) for _, linker in pairs),
            )
        )
        for kind in KINDS
    }


def given_away(reader: Notes, linker: Notes) -> list[str]:
    """Accounts said to be held by a service that the reader gives to no service."""
    added = sorted(linker["owners"] - reader["owners"])
    held = {note.split(" held by ")[0] for note in reader["owners"] if " held by " in note}
    noted = reader["accounts"] | reader["named"]
    accounts = [note.split(" held by ")[0] for note in added if " held by " in note]
    return [account for account in accounts if account in noted - held]


def measure() -> dict[str, object]:
    """The figures a set and in all, and every difference."""
    authority = load_authority(authority_files(()))
    told: dict[str, object] = {}
    everything: list[tuple[Notes, Notes]] = []
    answers: dict[str, Differences] = {}
    for name in SETS:
        pairs = []
        for path in sorted((GOLD / name).glob("*.toml")):
            gold = read_gold(path)
            pairs.append((noted_by_reader(gold), noted_by_linker(gold, authority)))
            answers[f"{name}/{path.stem}"] = differences(*pairs[-1])
        everything += pairs
        told[name] = counted(pairs) | {"answers": len(pairs)}
    told["all"] = counted(everything) | {"answers": len(everything)}
    told["given-away"] = [account for pair in everything for account in given_away(*pair)]
    told["differences"] = answers
    return told


def table(name: str, figures: dict[str, dict[str, float]]) -> str:
    """One set's figures, a line a kind."""
    lines = [f"{name}: {figures['answers']} answers", f"{'':12}noted  found  precision  recall"]
    for kind in KINDS:
        row = figures[kind]
        lines.append(
            f"{kind:12}{row['noted']:5}{row['found']:7}{row['precision']:11.3f}{row['recall']:8.3f}"
        )
    return "\n".join(lines) + "\n\n"


def missed(told: dict[str, Differences]) -> str:
    """The differences of the development set; those of the others stay unread."""
    lines = []
    for name, kinds in told.items():
        if not name.startswith(SETS[0]):
            continue
        for kind, found in kinds.items():
            lines += [f"{Path(name).name}: {kind} missed: {note}" for note in found["missed"]]
            lines += [f"{Path(name).name}: {kind} added: {note}" for note in found["added"]]
    return "\n".join(lines) + "\n"


def main(arguments: list[str]) -> None:
    """Print what was measured, as asked."""
    told = measure()
    if "--json" in arguments:
        sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=1) + "\n")
        return
    for name in (*SETS, "all"):
        sys.stdout.write(table(name, told[name]))  # type: ignore[arg-type]
    sys.stdout.write(f"accounts of persons given to a service: {len(told['given-away'])}\n")  # type: ignore[arg-type]
    if "--missed" in arguments:
        sys.stdout.write(missed(told["differences"]))  # type: ignore[arg-type]


if __name__ == "__main__":
    main(sys.argv[1:])
