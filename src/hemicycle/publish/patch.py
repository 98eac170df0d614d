"""Page graphs that change to the few triples that the merge elsewhere loses and gets.

The merge is as large as all pages together, and one changed page changes little of it.
What a page said before is read from the store elsewhere, whose catalogue vouches for it.
"""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from pyoxigraph import NamedNode, Triple

from hemicycle.publish.local import LocalGraphs
from hemicycle.publish.pieces import in_pieces
from hemicycle.publish.plan import Plan
from hemicycle.remote.endpoint import Endpoint
from hemicycle.remote.fingerprint import fingerprint
from hemicycle.remote.published import Fingerprints
from hemicycle.remote.reading import read_graphs
from hemicycle.remote.sparql_text import delete_data, insert_data

SHARE = 4
"""The merge is sent whole where more than its SHARE-th part is in graphs that change."""

_PIECE = 5_000


class Patch(Struct, frozen=True):
    """The triples that the merge loses, and those it gets if it has them not."""

    merge: NamedNode
    gone: tuple[Triple, ...]
    new: tuple[Triple, ...]

    @property
    def size(self) -> int:
        """How many triples are sent for it."""
        return len(self.gone) + len(self.new)

    def apply(self, endpoint: Endpoint) -> None:
        """Change the merge elsewhere; a second time changes nothing more."""
        for piece in in_pieces(self.gone, _PIECE):
            endpoint.update([delete_data(self.merge, piece)])
        for piece in in_pieces(self.new, _PIECE):
            endpoint.update([insert_data([(self.merge, piece)])])


def merge_patch(
    endpoint: Endpoint,
    local: LocalGraphs,
    todo: Plan,
    there: Fingerprints,
    sizes: Mapping[str, int],
) -> Patch | None:
    """What to change of the merge, None where it has to be sent whole.

    That is where no address takes updates, where the merge or a graph that changes is not
    there as the catalogue says, and where too much changes.
    """
    changed = [graph for graph in (*todo.send, *todo.drop) if local.is_merged(graph)]
    merge = local.merge
    if merge not in todo.send or endpoint.addresses.update is None:
        return None
    if not all(_is_sound(graph, there, sizes) for graph in changed):
        return None
    if not _is_sound(merge, there, sizes) or merge not in there:
        return None
    before = {graph: there[graph] for graph in changed if graph in there}
    if sum(known.triples for known in before.values()) * SHARE > there[merge].triples:
        return None
    return _compared(endpoint, local, changed, before)


def _is_sound(graph: str, there: Fingerprints, sizes: Mapping[str, int]) -> bool:
    known = there.get(graph)
    return sizes.get(graph, 0) == (0 if known is None else known.triples)


def _compared(
    endpoint: Endpoint, local: LocalGraphs, changed: Sequence[str], before: Fingerprints
) -> Patch | None:
    old: set[Triple] = set()
    asked = {graph: known.triples for graph, known in before.items()}
    for graph, triples in read_graphs(endpoint, asked, local.mint):
        read = list(triples)
        if fingerprint(read) != before[graph]:
            return None
        old.update(read)
    names = set(local.names())
    new = {triple for graph in changed if graph in names for triple in local.triples(graph)}
    gone = [triple for triple in old - new if not local.in_merge(triple)]
    return Patch(NamedNode(local.merge), _in_order(gone), _in_order(new - old))


def _in_order(triples: Iterable[Triple]) -> tuple[Triple, ...]:
    return tuple(sorted(triples, key=str))
