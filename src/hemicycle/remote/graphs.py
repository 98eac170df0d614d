"""The graphs of a store elsewhere by their names: those of a build, and those beside them."""

from pyoxigraph import NamedNode

from hemicycle.mint import Mint

PUBLISHED, MERGE = "published", "all"
"""The names of the catalogue's graph and of the merge's, which stores elsewhere hold."""

TEXTS = "texts/"
"""What the names of the graphs begin with that hold the pages' texts, for quotes and pages."""


def text_graph(key: str, mint: Mint) -> NamedNode:
    """The graph that has the text of a page, by its key: one for all that begin alike.

    >>> text_graph("2b42bb41c6fafebe", Mint()).value
    'https://w3id.org/hemicycle/graph/texts/2b'
    """
    return mint.graph(f"{TEXTS}{key[:2]}")


def is_of_build(graph: str, mint: Mint) -> bool:
    """Whether a named graph is one that a build has too.

    >>> is_of_build(Mint().graph("local").value, Mint()), is_of_build("urn:other", Mint())
    (True, False)
    """
    space = mint.graph("").value
    name = graph.removeprefix(space)
    return graph.startswith(space) and name not in (MERGE, PUBLISHED) and not is_text_graph(name)


def is_text_graph(name: str) -> bool:
    """Whether a graph of this name, behind `graph/`, holds texts of pages."""
    return name.startswith(TEXTS)
