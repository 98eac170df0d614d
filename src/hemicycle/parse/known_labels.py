"""A printed keyword to what is known of it: whether it is one, and its Dutch beside its French."""

from functools import cache
from hashlib import blake2b
from pathlib import Path

from msgspec import Struct

_TABLE = Path(__file__).with_name("known_labels.bin")
_BESIDE = Path(__file__).with_name("known_keywords.txt")
KEY_BYTES = 4


class Labels(Struct, frozen=True):
    """The keys of all known labels, and of each French one with a Dutch one beside it, that one."""

    known: frozenset[int]
    dutch_of: dict[int, int]


def label_key(label: str) -> int:
    """The number that stands for a label, whatever its capitals and blanks.

    >>> label_key("sécurité  routière") == label_key("Sécurité routière")
    True
    """
    folded = " ".join(label.lower().split()).replace("’", "'")
    digest = blake2b(folded.encode("utf-8", "replace"), digest_size=KEY_BYTES)
    return int.from_bytes(digest.digest(), "big")


@cache
def labels() -> Labels:
    """EuroVoc's descriptors, as keys alone, and the keywords that the Senate has beside them.

    The keys are made by bench/hash_labels.py: a French one, then its Dutch one.
    """
    table = _TABLE.read_bytes()
    keys = [
        int.from_bytes(table[at : at + KEY_BYTES], "big") for at in range(0, len(table), KEY_BYTES)
    ]
    pairs = dict(zip(keys[::2], keys[1::2], strict=True))
    rows = _BESIDE.read_text(encoding="utf-8").splitlines()
    beside = [
        [label_key(label) for label in row.split(" = ")] for row in rows if not row.startswith("#")
    ]
    pairs.update((row[0], row[1]) for row in beside if len(row) == 2)
    return Labels(frozenset(keys).union(*beside), pairs)
