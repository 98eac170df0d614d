"""A build's directory to one of its networks, as a networkx graph."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from hemicycle.networks import build_network, read_selection
from hemicycle.opened import open_build

if TYPE_CHECKING:
    import networkx as nx


def network(
    directory: str | Path,
    projection: str = "full",
    *,
    where: Iterable[str] = (),
    since: str | None = None,
    until: str | None = None,
    languages: Sequence[str] = ("fr", "nl", "en"),
    thorough: bool | None = None,
) -> nx.MultiDiGraph[str]:
    """A network of what `hemicycle build` wrote to `directory`, with the attributes of its files.

    `where` holds texts such as "legislature=5" or "party=open-vld,ps"; `since` and `until`
    are ISO days of asking, counted in; the first of `languages` that a label has is shown.
    `thorough` asks for betweenness, community and a refined layout; None: up to 12,000 nodes.

    Raises ReadError where there is no build, ExportError for a projection or a
    condition that there is not.
    """
    # networkx and numpy are slow to import, and few commands need them.
    from hemicycle.networks.as_networkx import as_networkx
    from hemicycle.networks.finish import finished

    build = open_build(Path(directory))
    selection = read_selection(where, since, until)
    found = build_network(build.store, build.mint, projection, languages, selection)
    return as_networkx(finished(found, thorough=thorough))
