"""A page's key to the page about its text: every word as it was read, every mention marked."""

from collections.abc import Mapping

from msgspec import Struct

from hemicycle.errors import ReadError
from hemicycle.site.data import Node, SiteData, SitePage
from hemicycle.site.facts import subjects
from hemicycle.site.marked import Piece, whole
from hemicycle.site.mentions import page_mentions
from hemicycle.site.question_sources import Source, source

MARKED_AT_MOST = 1_000_000
"""A longer text than so many characters is shown without its marks."""


class PageText(Struct, frozen=True):
    """A page as read: where it comes from, whose page it is, its words with their mentions."""

    source: Source
    questions: tuple[Node, ...]
    pieces: tuple[Piece, ...]
    places: tuple[str, ...]


def text_page(
    site: SiteData, reference: str, language: str, parameters: Mapping[str, str]
) -> SitePage | None:
    """The page about a text, given its key; None where no such page was read."""
    if not (reference.isascii() and reference.isalnum()):
        return None
    try:
        words = site.page_text(reference)
    except ReadError:
        return None
    mentions = page_mentions(site, reference) if len(words) <= MARKED_AT_MOST else ()
    pieces = whole(words, [each for each in mentions if each.end <= len(words)])
    told = source(site, reference)
    text = site.mint.thing(f"text/{reference}")
    owners = subjects(site, "prov:wasDerivedFrom", text)
    questions = [node for node in owners if (site.mint.path(node.value) or "").startswith("que")]
    record = PageText(
        source=told,
        questions=tuple(site.node(each.value, language) for each in questions),
        pieces=pieces,
        places=_places(pieces),
    )
    return site.render(
        "text.html",
        language,
        path=f"text/{reference}",
        title=told.file or reference,
        text=record,
        node_of=lambda iri: site.node(iri, language),
    )


def _places(pieces: tuple[Piece, ...]) -> tuple[str, ...]:
    """For each piece the name of the place that begins there, nothing where none does."""
    told: set[str] = set()
    found = []
    for piece in pieces:
        name = piece.mention.place if piece.mention else ""
        found.append("" if name in told else name)
        told.add(name)
    return tuple(found)
