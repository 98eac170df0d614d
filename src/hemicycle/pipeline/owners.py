"""Paths of nodes to the cluster they belong to: everything named after one of its questions."""

import re
from collections.abc import Iterable

from hemicycle.links import Linked
from hemicycle.mint import Mint
from hemicycle.paths import relation_path

OWN = frozenset(
    (
        "account-statement",
        "activity",
        "answer",
        "answer-part",
        "answer-section",
        "chain",
        "event",
        "family",
        "mention",
        "participation",
        "question",
        "question-part",
        "text",
    )
)
"""Kinds of things of which one cluster alone speaks; of all others several may."""

_QUESTION = re.compile(r"\d+-\d+|page-[0-9a-f]+")


class Owners:
    """The questions of some clusters, read or named by a relation, and whose each is."""

    def __init__(self, linked: Iterable[tuple[int, Linked]], mint: Mint) -> None:
        self._things = mint.thing("").value
        self._cluster: dict[str, int] = {}
        for cluster, page in linked:
            self._cluster[page.question] = cluster
            for relation in page.record.relations:
                path = relation_path(relation)
                if path.startswith("question/"):
                    self._cluster[path] = cluster

    @property
    def questions(self) -> tuple[str, ...]:
        """The paths of all questions that the clusters know, sorted."""
        return tuple(sorted(self._cluster))

    def is_shared(self, iri: str) -> bool:
        """Whether a thing is of a kind that several clusters may speak of."""
        return iri.removeprefix(self._things).partition("/")[0] not in OWN

    def of(self, iri: str) -> int | None:
        """The cluster of a thing; None for one that clusters share, or that is not ours."""
        kind, _, name = iri.removeprefix(self._things).partition("/")
        if kind not in OWN:
            return None
        number = _QUESTION.match(name)
        return None if number is None else self._cluster.get(f"question/{number[0]}")
