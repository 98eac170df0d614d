"""What one projection is: words about it, and how facts become its ties."""

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from hemicycle.networks.facts import Facts
from hemicycle.networks.records import Described, Edge


def no_nodes(facts: Facts) -> Iterable[str]:
    """No node beside those that edges tie."""
    return ()


class Projection(Struct, frozen=True, kw_only=True):
    """One network to make of facts.

    `ties` gives its edges, the same one as often as the facts say it; `alone` gives
    nodes that stand in it though nothing ties them. `source_person` and `target_person`
    are the kinds of persons at either end; one at both ends is of the second.
    """

    described: Described
    ties: Callable[[Facts], Iterator[Edge]]
    alone: Callable[[Facts], Iterable[str]] = no_nodes
    source_person: str = "person"
    target_person: str = "person"
