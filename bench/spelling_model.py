"""Words of three languages to how much their letters speak for each language.

Logistic regression over pieces of words, by the method "follow the regularised leader"
(McMahan et al., Ad click prediction, 2013), which gives most pieces no weight at all.
"""

import random
from collections import Counter
from dataclasses import dataclass, field
from math import exp, log10, sqrt

LONGEST_PIECE = 5
FEWEST = 8
MOST_WHOLE = 6_000
ROUNDS = 3
RATE, SPARSE, SMALL = 0.1, 1.0, 1.0
LEAST = 3
"""Tenths of a nat below which a piece says nothing."""


@dataclass(frozen=True)
class Example:
    """A word, the chances of the three languages, and how much the word counts."""

    word: str
    chances: tuple[float, ...]
    weight: float

    @classmethod
    def of(cls, word: str, shares: list[float], rare: float) -> "Example":
        """From the share that the word has of each language's words."""
        floor = 0.3 * rare
        total = sum(shares) + 3 * floor
        weight = 1 + 0.8 * max(0.0, log10(sum(shares) / rare))
        return cls(word, tuple((share + floor) / total for share in shares), weight)


@dataclass
class Weights:
    """The weights of all pieces for one language, and what the method keeps beside them."""

    size: int
    now: list[float] = field(init=False)
    pull: list[float] = field(init=False)
    seen: list[float] = field(init=False)

    def __post_init__(self) -> None:
        self.now, self.pull, self.seen = ([0.0] * self.size for _ in range(3))

    def learn(self, pieces: list[int], error: float) -> None:
        """Move the weights of a word's pieces against an error."""
        now, pull, seen = self.now, self.pull, self.seen
        for at in pieces:
            before = sqrt(seen[at])
            seen[at] += error * error
            after = sqrt(seen[at])
            pull[at] += error - (after - before) / RATE * now[at]
            towards = pull[at]
            if -SPARSE < towards < SPARSE:
                now[at] = 0.0
            else:
                edge = SPARSE if towards > 0 else -SPARSE
                now[at] = -(towards - edge) / ((1.0 + after) / RATE + SMALL)


def pieces(word: str) -> list[str]:
    """Two to five letters in a row, the blanks around the word as letters; and the word."""
    padded = f" {word} "
    size = len(padded)
    found = [
        padded[at : at + length]
        for length in range(2, LONGEST_PIECE + 1)
        for at in range(size - length + 1)
    ]
    return [*found, padded] if size > LONGEST_PIECE else found


def train(examples: list[Example]) -> dict[str, list[int]]:
    """For each piece that says something, tenths of a nat for French, Dutch, German."""
    often = sorted(examples, key=lambda example: (-example.weight, example.word))[:MOST_WHOLE]
    whole = {f" {example.word} " for example in often}
    counts = Counter(piece for example in examples for piece in sorted({*pieces(example.word)}))
    kept = sorted(piece for piece, times in counts.items() if times >= FEWEST or piece in whole)
    numbers = {piece: at for at, piece in enumerate(kept)}
    rows = [
        (example, [numbers[piece] for piece in pieces(example.word) if piece in numbers])
        for example in examples
    ]
    languages = [Weights(len(kept)) for _ in range(3)]
    shuffle = random.Random(1).shuffle
    for _ in range(ROUNDS):
        shuffle(rows)
        for example, own in rows:
            step(example, own, languages)
    return table(kept, languages)


def step(example: Example, own: list[int], languages: list[Weights]) -> None:
    """Learn from one word."""
    sums = [sum([weights.now[at] for at in own]) for weights in languages]
    powers = [exp(total - max(sums)) for total in sums]
    for weights, power, chance in zip(languages, powers, example.chances, strict=True):
        error = (power / sum(powers) - chance) * example.weight
        if abs(error) >= 1e-3:
            weights.learn(own, error)


def table(kept: list[str], languages: list[Weights]) -> dict[str, list[int]]:
    """Weights around their mean, rounded; pieces that say nothing are left out."""
    found = {}
    for at, piece in enumerate(kept):
        row = [weights.now[at] for weights in languages]
        mean = sum(row) / len(row)
        rounded = [round(10 * (one - mean)) for one in row]
        if max(map(abs, rounded)) >= LEAST:
            found[piece] = rounded
    return found
