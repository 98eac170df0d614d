"""A printed name to whether its capitals are those of a name."""

_SPOKEN = 5
_FORENAMES = frozenset({"Celine", "Céline"})


def has_capital(printed: str) -> bool:
    """Whether a name is printed as one: its first word has a capital, or another of them."""
    return printed[:1].isupper() or any(word[:1].isupper() for word in printed.split())


def is_spoken(acronym: str) -> bool:
    """Whether an acronym is printed as a word: Belspo, Fedasil; short ones are too often words."""
    is_long = len(acronym) >= _SPOKEN and acronym.isalpha()
    return is_long and acronym[:1].isupper() and acronym[1:].islower() and acronym not in _FORENAMES
