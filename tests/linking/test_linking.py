"""The gold answers: precision and recall of each set, and each answer whole."""

import json
import subprocess
import sys
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
MEASURE = HERE.parents[1] / "bench" / "linking.py"
ANSWERS = sorted(str(path.relative_to(HERE).with_suffix("")) for path in HERE.glob("*/*.toml"))
WANTED = {
    "accounts": (0.98, 0.95),
    "services": (0.98, 0.90),
    "owners": (0.98, 0.95),
    "statements": (0.95, 0.85),
}
"""Precision and recall of each kind that no set may fall below."""
SETS = ("development", "held-out", "held-out-2", "held-out-3", "all")


@lru_cache(maxsize=1)
def measured() -> dict[str, Any]:
    command = [sys.executable, str(MEASURE), "--json"]
    printed = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    told: dict[str, Any] = json.loads(printed.stdout)
    return told


@lru_cache(maxsize=1)
def known_misses() -> dict[str, Any]:
    return tomllib.loads((HERE / "known-misses.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("kind", WANTED)
def test_figures(name: str, kind: str) -> None:
    precision, recall = WANTED[kind]
    figures = measured()[name][kind]
    assert figures["precision"] >= precision
    assert figures["recall"] >= recall


def test_no_account_of_a_person_is_a_services() -> None:
    assert measured()["given-away"] == []


@pytest.mark.parametrize("answer", ANSWERS)
def test_answer(answer: str) -> None:
    known = known_misses().get(answer, {})
    told = {
        kind: {side: notes for side, notes in sides.items() if notes}
        for kind, sides in measured()["differences"][answer].items()
    }
    assert told == {kind: sides for kind, sides in known.items() if kind != "why"}


def test_known_misses_are_few_and_say_why() -> None:
    known = known_misses()
    assert set(known) <= set(ANSWERS)
    assert len(known) <= len(ANSWERS) // 20
    assert all(miss["why"] for miss in known.values())


def test_every_answer_is_measured() -> None:
    told = measured()
    assert sorted(told["differences"]) == ANSWERS
    assert told["all"]["answers"] == len(ANSWERS) >= 80
