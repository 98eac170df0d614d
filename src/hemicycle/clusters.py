"""Pages to clusters: the questions that relations tie together, in an order that never changes.

What depends on several pages (a family, a chain of reintroductions, who answered whom)
depends on the pages of one cluster alone. So clusters are what workers take, and what
a changed page touches.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from msgspec import Struct

Page = TypeVar("Page")
"""A page, in whatever form a caller has it."""

BATCH = 100
"""About how many pages one batch of clusters holds: fewer cost more set-up, more cost memory."""


class Tied(Struct, frozen=True, kw_only=True):
    """One page by its place among all, its question, and the questions its relations name.

    `question` and `others` are paths; `key` is the page's name in the graph.
    """

    key: str
    question: str
    others: tuple[str, ...]


def clusters(pages: Iterable[Tied]) -> list[tuple[Tied, ...]]:
    """The pages that relations tie together, directly or through others.

    Pages of a cluster stand by question and key; clusters by their first page.

    >>> a = Tied(key="1", question="question/5-2", others=("question/5-9",))
    >>> b = Tied(key="2", question="question/5-1", others=())
    >>> c = Tied(key="3", question="question/5-10", others=("question/5-9",))
    >>> [[page.key for page in cluster] for cluster in clusters([c, b, a])]
    [['2'], ['1', '3']]
    """
    ordered = sorted(pages, key=place)
    leaders = _Leaders()
    for page in ordered:
        leaders.join(page.question, page.others)
    found: dict[str, list[Tied]] = {}
    for page in ordered:
        found.setdefault(leaders.of(page.question), []).append(page)
    return [tuple(cluster) for cluster in found.values()]


def batches(
    found: Sequence[tuple[Page, ...]], size: int = BATCH
) -> Iterator[tuple[tuple[Page, ...], ...]]:
    """Clusters in their order, as many at a time as hold `size` pages or a little more."""
    batch: list[tuple[Page, ...]] = []
    pages = 0
    for cluster in found:
        batch.append(cluster)
        pages += len(cluster)
        if pages >= size:
            yield tuple(batch)
            batch, pages = [], 0
    if batch:
        yield tuple(batch)


def place(page: Tied) -> tuple[int, int, str]:
    """Questions in the order of their numbers; pages without number first.

    >>> place(Tied(key="0a", question="question/5-8906", others=()))
    (5, 8906, '0a')
    """
    legislature, _, serial = page.question.partition("/")[2].partition("-")
    if not (legislature.isdigit() and serial.isdigit()):
        return 0, 0, page.key
    return int(legislature), int(serial), page.key


class _Leaders:
    """Disjoint sets: each question leads to another of its set, at the end to one for all."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def of(self, question: str) -> str:
        found = question
        while (above := self._above.get(found, found)) != found:
            found = above
        while question != found:  # the next search from here is short
            above = self._above[question]
            self._above[question] = found
            question = above
        return found

    def join(self, question: str, others: Iterable[str]) -> None:
        leader = self.of(question)
        for other in others:
            joined = self.of(other)
            if joined != leader:
                self._above[joined] = leader
