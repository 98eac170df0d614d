"""A network to its legend: the kinds of nodes and edges in it, their colours, how many."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from hemicycle.export.network_request import writing_text
from hemicycle.networks import Network
from hemicycle.networks.looks import LOOKS, hexadecimal
from hemicycle.query import write_rows

_YEAR = re.compile(r"\d{4}$")
_COLUMNS = ("of", "kind", "colour", "shape", "fr", "nl", "en", "meaning", "count")


def write_legend(network: Network, file: Path) -> None:
    """A CSV file of one line a kind: nodes in the order of the key, then edges by kind."""
    with writing_text(file) as out:
        write_rows(_COLUMNS, [*_node_rows(network), *_edge_rows(network)], out)


def kinds_shown(network: Network) -> Iterator[tuple[str, int]]:
    """The kinds of nodes that a network has, in the order of the key, and how many of each."""
    counts = Counter(node.kind for node in network.nodes)
    yield from ((kind, counts[kind]) for kind in LOOKS if kind in counts)


def _node_rows(network: Network) -> Iterator[list[str]]:
    for kind, count in kinds_shown(network):
        look = LOOKS[kind]
        meaning = network.described.node_kinds.get(kind, "")
        names = [look.names[language] for language in ("fr", "nl", "en")]
        yield ["node", kind, hexadecimal(look.colour), look.shape, *names, meaning, str(count)]


def _edge_rows(network: Network) -> Iterator[list[str]]:
    counts = Counter(edge.kind for edge in network.edges)
    for kind in sorted(counts):
        meanings = network.described.edge_kinds
        meaning = meanings.get(kind) or meanings.get(_YEAR.sub("YEAR", kind), "")
        yield ["edge", kind, "", "", "", "", "", meaning, str(counts[kind])]
