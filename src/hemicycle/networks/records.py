"""Plain records of a network: what it is, its nodes and its edges, each with typed attributes."""

from msgspec import Struct

from hemicycle.networks.intervals import ALWAYS, Interval

Value = str | int | float | bool | tuple[str, ...]
"""What an attribute holds; days are ISO strings, several words a tuple."""

OTHER = "other"
"""The kind of a node that is none of the kinds we know."""


# gc=False: a network has half a million of these, none of which can be in a cycle.
class Place(Struct, frozen=True, gc=False):
    """Where a node is drawn; y grows upwards."""

    x: float
    y: float


class Node(Struct, frozen=True, gc=False):
    """One thing under its own IRI; `values` are attributes beside kind and label, by name."""

    iri: str
    kind: str
    label: str
    values: dict[str, Value]
    degree: int
    when: Interval = ALWAYS
    place: Place | None = None


class Edge(Struct, frozen=True, gc=False):
    """What ties two nodes, one edge a kind, source and target; `weight` counts how often."""

    source: str
    kind: str
    target: str
    weight: int
    values: dict[str, Value] = {}
    when: Interval = ALWAYS


class Described(Struct, frozen=True):
    """What a network is: title and description by language, fr, nl and en; what each kind means."""

    name: str
    title: dict[str, str]
    description: dict[str, str]
    is_directed: bool
    node_kinds: dict[str, str]
    edge_kinds: dict[str, str]


class Network(Struct, frozen=True):
    """One network; nodes by IRI, edges by kind, source and target.

    `base` begins all IRIs of the graph; `language` is that of labels. `chosen` says
    which questions it was made of, "" for all; `latest` is the last day of asking or
    of an answer that their pages print, where they print one.
    """

    described: Described
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    base: str
    language: str
    chosen: str = ""
    latest: str | None = None

    def short(self, iri: str) -> str:
        """An IRI without what all things of the graph begin with."""
        return iri.removeprefix(f"{self.base}id/")

    def edge_id(self, edge: Edge) -> str:
        """The name of an edge in a file: no two edges share one."""
        return f"{self.short(edge.source)} {edge.kind} {self.short(edge.target)}"


def edge_label(kind: str) -> str:
    """What people read on an edge.

    >>> edge_label("asked-by")
    'asked by'
    """
    return kind.replace("-", " ")
