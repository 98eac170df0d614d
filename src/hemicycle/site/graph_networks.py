"""A site to the networks of its build, the last few of them kept."""

from functools import lru_cache

from hemicycle.networks import Network, Node, Selection, build_network
from hemicycle.site.data import SiteData

_KEPT = 3


class Networks:
    """The networks of one build."""

    def __init__(self, site: SiteData) -> None:
        self._site = site
        self.find = lru_cache(maxsize=_KEPT)(self._build)

    def _build(self, projection: str, selection: Selection) -> Network:
        """A network; raises ExportError where no question is chosen."""
        build = self._site.build
        return build_network(build.store, build.mint, projection, selection=selection)


def label_of(node: Node, language: str) -> str:
    """What a node is called in a language; a network has the labels of all."""
    return str(node.values.get(f"label_{language}") or node.label)
