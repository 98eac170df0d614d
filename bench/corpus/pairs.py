"""Blocks of sentences, French above Dutch, to pairs."""

from msgspec import Struct

LANGUAGES = ("fr", "nl")


class Pair(Struct, frozen=True):
    """The same words in French and in Dutch."""

    fr: str
    nl: str

    def get(self, language: str) -> str:
        """The words in "fr" or "nl"."""
        return self.fr if language == "fr" else self.nl


def read_pair(line: str) -> Pair:
    """`le train = de trein` as a pair.

    >>> read_pair("le train = de trein").nl
    'de trein'
    """
    french, _, dutch = line.partition(" = ")
    if not dutch:
        raise ValueError(f"no Dutch in {line!r}")
    return Pair(french.strip(), dutch.strip())


def read_pairs(block: str) -> tuple[Pair, ...]:
    r"""Pairs with an empty line between them; a line that begins with `= ` begins the Dutch.

    >>> read_pairs("Oui.\n= Ja.\n\nNon, rien\nde tel.\n= Neen.")[1]
    Pair(fr='Non, rien de tel.', nl='Neen.')
    """
    return tuple(
        read_pair(" ".join(line.strip() for line in pair.splitlines()))
        for pair in block.strip().split("\n\n")
    )
