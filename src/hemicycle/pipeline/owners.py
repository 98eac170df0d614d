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
        "oral-question",
        "participation",
        "question",
        "question-part",
        "request-for-explanations",
        "text",
    )
)
"""Kinds of things of which one cluster alone speaks; of all others several may."""

KINDS = frozenset(("oral-question", "request-for-explanations"))
"""Kinds of questions that have number series of their own, beside written ones."""

_NUMBERED = re.compile(
    r"(?:(?P<kind>oral-question|request-for-explanations)[-/])?(?P<number>\d+-\d+|page-[0-9a-f]+)"
)
"""The question, of whatever kind, that a thing is named after."""


class Owners:
    """The questions of some clusters, read or named by a relation, and whose each is."""

    def __init__(self, linked: Iterable[tuple[int, Linked]], mint: Mint) -> None:
        self._things = mint.thing("").value
        self._cluster: dict[str, int] = {}
        for cluster, page in linked:
            self._cluster[page.question] = cluster
            for relation in page.record.relations:
                self._cluster[relation_path(relation)] = cluster

    def is_shared(self, iri: str) -> bool:
        """Whether a thing is of a kind that several clusters may speak of."""
        return iri.removeprefix(self._things).partition("/")[0] not in OWN

    def of(self, iri: str) -> int | None:
        """The cluster of a thing; None for one that clusters share, or that is not ours."""
        path = iri.removeprefix(self._things)
        kind, _, name = path.partition("/")
        if kind not in OWN:
            return None
        numbered = _NUMBERED.match(path if kind in KINDS else name)
        if numbered is None:
            return None
        return self._cluster.get(f"{numbered['kind'] or 'question'}/{numbered['number']}")
