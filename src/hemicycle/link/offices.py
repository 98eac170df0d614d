"""A minister's title to the offices it names, and to the posts of the one person who had them."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from msgspec import Struct

from hemicycle.link.fold import fold, plain_words, vocabulary
from hemicycle.link.turtle import Entry

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


class Tenure(Struct, frozen=True):
    """A person's hold on a post, from day `since` to the day before `until`.

    `offices` are those its titles name, by language.
    """

    person: str
    post: str
    since: date
    until: date | None
    offices: dict[str, frozenset[str]]

    def holds(self, on: date) -> bool:
        """Whether the person held the post on a day."""
        return self.since <= on and (self.until is None or on < self.until)


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


def tenures(
    memberships: Iterable[Entry], posts: Iterable[Entry], governments: Iterable[Entry]
) -> tuple[Tenure, ...]:
    """Who held which post when; what a membership does not date has the days of its government."""
    titles = {post.path: post for post in posts}
    terms = {government.path: government for government in governments}
    found: list[Tenure] = []
    for entry in memberships:
        term = next((terms[path] for path in entry.referred("organization") if path in terms), None)
        since = entry.since or (None if term is None else term.since)
        until = entry.until or (None if term is None else term.until)
        for person in entry.referred("member"):
            for post in entry.referred("post"):
                if since and post in titles:
                    found.append(Tenure(person, post, since, until, _by_language(titles[post])))
    return tuple(found)


def _by_language(post: Entry) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for label in post.labels:
        known = found.get(label.language, frozenset())
        found[label.language] = known | offices(label.label)
    return found


def is_held(post: str | None, on: date, known: Sequence[Tenure]) -> bool:
    """Whether somebody is known to have held a post on a day."""
    return any(tenure.post == post and tenure.holds(on) for tenure in known)


def posts_of_one_holder(
    title: str, language: str, on: date, known: Sequence[Tenure]
) -> tuple[str, ...]:
    """The posts whose offices a title names, all of them of one person on that day.

    None where an office is unknown, or where several persons could be meant. As few
    posts as have all offices; of two that have as many, the one with fewer others.
    """
    wanted = offices(title)
    if not wanted:
        return ()
    held: dict[str, list[Tenure]] = {}
    for tenure in known:
        if tenure.holds(on):
            held.setdefault(tenure.person, []).append(tenure)
    fitting = [
        tenures
        for tenures in held.values()
        if wanted <= frozenset().union(*(_in(tenure, language) for tenure in tenures))
    ]
    return _fewest(wanted, fitting[0], language) if len(fitting) == 1 else ()


def _in(tenure: Tenure, language: str) -> frozenset[str]:
    return tenure.offices.get(language, frozenset())


def _fewest(wanted: frozenset[str], held: Sequence[Tenure], language: str) -> tuple[str, ...]:
    chosen: list[str] = []
    while wanted:
        best = min(
            held,
            key=lambda tenure: (
                -len(wanted & _in(tenure, language)),
                len(_in(tenure, language)),
                tenure.post,
            ),
        )
        chosen.append(best.post)
        wanted -= _in(best, language)
    return tuple(chosen)
