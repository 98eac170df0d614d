"""A kind of ties to what it is called."""

from hemicycle.networks.records import edge_label
from hemicycle.site.words import word


def tie_words(kind: str, language: str) -> str:
    """What a kind of ties is called; where nobody has words for it, its name.

    >>> tie_words("asked-by", "nl"), tie_words("asked-2013", "en")
    ('gesteld door', 'asked (2013)')
    """
    stem, _, year = kind.rpartition("-")
    if year.isdigit():
        return f"{tie_words(stem, language)} ({year})"
    return word(language, "explorer", f"tie_{kind}") or edge_label(kind)
