"""What a build has and what a store elsewhere has, to what is to be sent and dropped."""

from collections.abc import Mapping

from msgspec import Struct

from hemicycle.mint import Mint
from hemicycle.remote.graphs import PUBLISHED
from hemicycle.remote.published import Fingerprints


class Plan(Struct, frozen=True):
    """The graphs to send and to drop, in this order, and those that stay as they are."""

    send: tuple[str, ...]
    drop: tuple[str, ...]
    keep: tuple[str, ...]


def plan(local: Fingerprints, there: Fingerprints, sizes: Mapping[str, int], mint: Mint) -> Plan:
    """Send what the store's catalogue does not have with the same fingerprint and size.

    A graph whose size is another than its catalogue says was changed by somebody else.
    What stands below our base and is no graph of the build is dropped.
    """
    keep = tuple(
        graph
        for graph, known in local.items()
        if there.get(graph) == known and sizes.get(graph, 0) == known.triples
    )
    kept = frozenset(keep)
    ours = {mint.graph(PUBLISHED).value, *local}
    return Plan(
        send=tuple(graph for graph in local if graph not in kept),
        drop=tuple(sorted({*there, *sizes} - ours)),
        keep=keep,
    )
