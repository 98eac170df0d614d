"""Things to what the merge elsewhere says of them, many in one request.

Pages look up one label after another. Each would be a request of its own; so when somebody
asks for a thing that was seen beside others, these are fetched with it.
"""

from collections.abc import Sequence

from pyoxigraph import NamedNode, QuerySolutions, Triple

from hemicycle.mint import Mint
from hemicycle.remote.graphs import MERGE
from hemicycle.remote.memory import Memory
from hemicycle.remote.published import published_query
from hemicycle.remote.reading import row_triple
from hemicycle.remote.whole import WholeRows

TOGETHER = 50
"""How many things are fetched in one request."""

KEPT = 20_000
"""Of how many things the triples are kept."""


class Descriptions:
    """The triples of the merge by subject."""

    def __init__(self, rows: WholeRows, mint: Mint) -> None:
        self._rows = rows
        self._mint = mint
        self._known: Memory[str, tuple[Triple, ...]] = Memory(KEPT)
        self._beside: Memory[str, tuple[str, ...]] = Memory(KEPT)
        self._space = mint.thing("").value

    def of(self, thing: str) -> tuple[Triple, ...]:
        """What is said of a thing; nothing of what the merge does not know."""
        known = self._known.get(thing)
        return self._fetch(thing) if known is None else known

    def expect(self, things: Sequence[str]) -> None:
        """Remember that these were seen together: who asks for one will ask for others."""
        ours = [thing for thing in things if thing.startswith(self._space)]
        new = [thing for thing in ours if self._known.get(thing) is None]
        for at in range(0, len(new), TOGETHER):
            group = tuple(new[at : at + TOGETHER])
            for thing in group:
                self._beside.put(thing, group)

    def _fetch(self, thing: str) -> tuple[Triple, ...]:
        beside = self._beside.get(thing) or ()
        others = (other for other in beside if self._known.get(other) is None)
        wanted = list(dict.fromkeys((thing, *others)))
        values = {"subject": [NamedNode(each) for each in wanted]}
        text = published_query("pattern", self._mint, values)
        found = self._rows.rows(text, (self._mint.graph(MERGE),))
        assert isinstance(found, QuerySolutions)  # it is a SELECT
        told: dict[str, list[Triple]] = {each: [] for each in wanted}
        for row in found:
            triple = row_triple(row)
            if isinstance(triple.subject, NamedNode) and triple.subject.value in told:
                told[triple.subject.value].append(triple)
        for each, triples in told.items():
            self._known.put(each, tuple(triples))
        named = (triple.object for triple in told[thing])
        self.expect(list(dict.fromkeys(one.value for one in named if isinstance(one, NamedNode))))
        return tuple(told[thing])
