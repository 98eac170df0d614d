"""A build to the paths of all its pages, in an order that does not change."""

from collections.abc import Iterator

from hemicycle.site.addresses import LANGUAGES, WITH_PAGES
from hemicycle.site.data import SiteData
from hemicycle.site.facts import term
from hemicycle.site.listings import LISTINGS, instances

FIXED = ("", "questions", "families", *LISTINGS, "findings", "data", "about")
"""The pages that every build has, by what stands behind the language."""

_CLASSES = (
    "hc:WrittenQuestion", "hc:OralQuestion", "hc:RequestForExplanations", "hc:Question",
    "hc:QuestionFamily", "foaf:Person", "org:Organization", "org:FormalOrganization", "org:Post",
    "hc:Government", "hc:Legislature", "hc:Platform", "foaf:OnlineAccount", "skos:Concept",
)  # fmt: skip


def page_paths(site: SiteData) -> Iterator[str]:
    """The path of every page, behind `/fr/`, `/nl/` and `/en/` in turn."""
    things = site.once(things_with_pages)
    for language in LANGUAGES:
        for path in (*FIXED, *things):
            yield f"/{language}/{path}"


def things_with_pages(site: SiteData) -> tuple[str, ...]:
    """The things that have a page of their own kind, by what stands behind `id/`, sorted."""
    found = {path for curie in _CLASSES for path in instances(site, curie)}
    found.update(_texts(site))
    return tuple(sorted(path for path in found if path.partition("/")[0] in WITH_PAGES))


def _texts(site: SiteData) -> Iterator[str]:
    provenance, text = site.mint.graph("provenance"), term("hc:PageText")
    for quad in site.build.store.quads_for_pattern(None, term("rdf:type"), text, provenance):
        path = site.mint.path(getattr(quad.subject, "value", ""))
        if path:
            yield path
