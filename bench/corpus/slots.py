"""Sentences with places for words and figures to paragraphs, in one language."""

from functools import cache
from random import Random

from corpus.offices import Service
from corpus.pairs import Pair, read_pairs


class Slots:
    """The words and figures that sentences have places for, drawn anew for each paragraph."""

    def __init__(
        self, rng: Random, language: str, topic: Pair, legislature: int, year: int
    ) -> None:
        self.rng = rng
        self.language = language
        self._year = year
        self._counts = _counts(language)
        self._words: dict[str, object] = {"t": topic.get(language)}
        self._words["q"] = f"{legislature}-{year}"

    def name_service(self, service: Service) -> None:
        """Speak of this service from now on."""
        handle = service.handle
        self._words |= {"s": service.name.get(self.language), "u": handle.fr, "v": handle.nl}
        self._words |= {"a": handle.fr.replace("_", ""), "b": handle.nl.replace("_", "")}

    def fill(self, template: str) -> str:
        """The template with new figures."""
        bits = self.rng.getrandbits(40)
        words = self._words
        words["n"] = self._counts[bits & 8191]
        words["m"] = 11 + (bits >> 13 & 511)
        words["p"] = _shares()[bits >> 22 & 255]
        words["y"] = self._year - 1 - (bits >> 30 & 3)
        return template.format_map(words)

    def paragraph(self, block: str, least: int, most: int) -> str:
        """Some sentences of a block that stand one after another there."""
        own = pool(block, self.language)
        count = min(len(own), least + int(self.rng.random() * (most - least + 1)))
        first = int(self.rng.random() * (len(own) - count + 1))
        return self.fill(" ".join(own[first : first + count]))

    def sentence(self, block: str) -> str:
        """One sentence of a block."""
        own = pool(block, self.language)
        return self.fill(own[int(self.rng.random() * len(own))])


@cache
def _counts(language: str) -> tuple[str, ...]:
    """The numbers from 40 on as they are written: `1 250`, `1.250`."""
    mark = " " if language == "fr" else "."
    return tuple(f"{number:,}".replace(",", mark) for number in range(40, 40 + 8192))


@cache
def _shares() -> tuple[str, ...]:
    """Shares in percent, with one decimal."""
    return tuple(f"{1 + number // 8},{1 + number % 8} %" for number in range(256))


@cache
def pool(block: str, language: str) -> tuple[str, ...]:
    """The sentences of a block in one language."""
    return tuple(pair.get(language) for pair in read_pairs(block))
