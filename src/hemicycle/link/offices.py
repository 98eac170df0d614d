"""A minister's title to the offices it names."""

from collections.abc import Sequence
from functools import lru_cache

from hemicycle.link.fold import fold, plain_words, vocabulary

_RANKS = {
    "vice premier ministre": "deputy",
    "vice premiere ministre": "deputy",
    "vice eerste minister": "deputy",
    "vice eersteminister": "deputy",
    "premier ministre": "premier",
    "premiere ministre": "premier",
    "eerste minister": "premier",
    "eersteminister": "premier",
    "secretaire d etat": "secretary",
    "secretaire detat": "secretary",
    "staatssecretaris": "secretary",
    "ministre": "minister",
    "minister": "minister",
}
_RANKING = tuple((tuple(words.split()), rank) for words, rank in _RANKS.items())
_BETWEEN = vocabulary("_ & et en ainsi que alsook charge chargee belast")
_JOINING = vocabulary("adjoint adjointe toegevoegd")
_SMALL = vocabulary("a aan au aux d de den der des du het l la le les met pour van voor")
_ALONE = frozenset({"premier"})
"""Ranks that are an office without a portfolio. A deputy premier always has one beside."""


@lru_cache(maxsize=16_384)
def offices(title: str) -> frozenset[str]:
    """The offices that a title in French or Dutch names, each by its rank and one portfolio.

    Case, accents, order, articles, « chargé de » and the deputy premiership make no
    difference. What opens with no rank is no title and names none.

    >>> sorted(offices("vice-premier ministre et ministre de la Sécurité et de l'Intérieur"))
    ['minister interieur', 'minister securite']
    >>> offices("Secrétaire dÉtat à la Mobilité") == offices("secrétaire d'État, à la mobilité")
    True
    """
    words = plain_words(fold(title).replace(",", " _ "))
    found: set[str] = set()
    rank, portfolio, joined = "", list[str](), False
    place = 0
    while place < len(words):
        length, next_rank = _rank_at(words, place)
        is_break = words[place] in _BETWEEN or words[place] in _JOINING
        if length or is_break:
            _close(found, rank, portfolio)
            portfolio = []
        if length:
            rank = f"beside {next_rank}" if joined else next_rank
            found |= {rank} & _ALONE
            joined = False
        elif words[place] in _JOINING:
            joined = True
        elif not is_break and words[place] not in _SMALL:
            portfolio.append(words[place])
        place += length or 1
    _close(found, rank, portfolio)
    return frozenset() if "" in found else frozenset(found)


def _rank_at(words: Sequence[str], place: int) -> tuple[int, str]:
    """How many words at a place name a rank, and which; 0 for none."""
    for form, rank in _RANKING:
        if tuple(words[place : place + len(form)]) == form:
            return len(form), rank
    return 0, ""


def _close(found: set[str], rank: str, portfolio: Sequence[str]) -> None:
    if portfolio:
        found.add(f"{rank} {' '.join(portfolio)}" if rank else "")
