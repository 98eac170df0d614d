"""A word to the language that alone has it: French, Dutch, German or none."""

from functools import cache
from hashlib import blake2b
from pathlib import Path

LANGUAGES = ("fr", "nl", "de")
_TABLE = Path(__file__).with_name("known_words.bin")
_PLACES = 7
"""So many bits stand for one word: of 100 unknown words, one looks known in a language."""


def known_language(word: str) -> str | None:
    """The language that has a word, in lower case, where no other one has it.

    >>> known_language("huisartsen"), known_language("médecins"), known_language("plan")
    ('nl', 'fr', None)
    """
    filters = _filters()
    places = bit_places(word, 8 * len(filters[0]))
    found = [own for own, bits in zip(LANGUAGES, filters, strict=True) if _has(bits, places)]
    return found[0] if len(found) == 1 else None


def bit_places(word: str, size: int) -> list[int]:
    """The bits, of `size`, that stand for a word: a Bloom filter's."""
    digest = int.from_bytes(blake2b(word.encode("utf-8", "replace"), digest_size=8).digest(), "big")
    first, step = digest >> 32, digest & 0xFFFFFFFF | 1
    return [(first + number * step) % size for number in range(_PLACES)]


@cache
def _filters() -> tuple[bytes, ...]:
    """The bits of each language's words, as many; made by bench/train_spelling.py."""
    table = _TABLE.read_bytes()
    size = len(table) // len(LANGUAGES)
    return tuple(table[at : at + size] for at in range(0, len(table), size))


def _has(bits: bytes, places: list[int]) -> bool:
    return all(bits[place >> 3] >> (place & 7) & 1 for place in places)
