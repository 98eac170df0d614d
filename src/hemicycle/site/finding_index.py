"""A build to how many findings have which words, counted once: an archive has very many."""

from collections.abc import Mapping

from hemicycle.site.data import SiteData
from hemicycle.site.facts import code

FindingCounts = Mapping[str, Mapping[str, int]]
"""By the code of a kind, then by words."""


def finding_counts(site: SiteData) -> FindingCounts:
    """The findings of a build, counted; use `site.once(finding_counts)`."""
    found: dict[str, dict[str, int]] = {}
    for kind, words, count in site.cells("findings"):
        found.setdefault(code(kind) or "", {})[words] = int(count)
    return found
