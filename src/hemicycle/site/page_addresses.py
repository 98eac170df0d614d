"""A build to the paths of all its pages, in an order that does not change."""

from collections.abc import Iterator

from hemicycle.site.addresses import AMONG_FILES, LANGUAGES, WITH_PAGES
from hemicycle.site.data import SiteData
from hemicycle.site.facts import term
from hemicycle.site.graph_choice import projections
from hemicycle.site.listings import LISTINGS, instances

FIXED = ("", "questions", "unanswered", "families", *LISTINGS, "findings", "data", "about")
"""The pages that every build has, by what stands behind the language."""

_CLASSES = (
    "hc:WrittenQuestion", "hc:OralQuestion", "hc:RequestForExplanations", "hc:Question",
    "hc:QuestionFamily", "foaf:Person", "org:Organization", "org:FormalOrganization", "org:Post",
    "hc:Government", "hc:Legislature", "hc:Platform", "foaf:OnlineAccount", "skos:Concept",
)  # fmt: skip


_AMONG_FILES = ("skos:ConceptScheme", "org:Membership", "hc:PartyMembership",
                "hc:AccountStatement", "hc:QuestionChain")  # fmt: skip


def page_paths(site: SiteData) -> Iterator[str]:
    """The path of every page, behind `/fr/`, `/nl/` and `/en/` in turn."""
    things = site.once(things_with_pages)
    networks = tuple(f"graph/{name}" for name in projections()) if site.addresses.folders else ()
    for language in LANGUAGES:
        for path in (*FIXED, *networks, *things):
            yield f"/{language}/{path}"


def things_with_pages(site: SiteData) -> tuple[str, ...]:
    """The things that have a page of their own kind, by what stands behind `id/`, sorted.

    Among plain files some others too, to which pages lead.
    """
    kinds = AMONG_FILES if site.addresses.folders else WITH_PAGES
    classes = _CLASSES + (_AMONG_FILES if site.addresses.folders else ())
    found = {path for curie in classes for path in instances(site, curie)}
    found.update(_texts(site))
    return tuple(sorted(path for path in found if path.partition("/")[0] in kinds))


def _texts(site: SiteData) -> Iterator[str]:
    provenance, text = site.mint.graph("provenance"), term("hc:PageText")
    for quad in site.build.store.quads_for_pattern(None, term("rdf:type"), text, provenance):
        path = site.mint.path(getattr(quad.subject, "value", ""))
        if path:
            yield path
