"""The words about the project to their page: what it is, how facts are traced, what is inferred."""

from collections.abc import Mapping

from msgspec import Struct

from hemicycle.site.data import SiteData, SitePage
from hemicycle.site.words import words_of

SECTIONS = ("what", "trace", "inferred", "limits", "method", "use")
"""The sections of the page, in its order: each has a title and paragraphs in the words."""


class AboutSection(Struct, frozen=True):
    """One section: its name as an anchor, its title, its paragraphs."""

    name: str
    title: str
    paragraphs: tuple[str, ...]


def about_page(
    site: SiteData, reference: str, language: str, parameters: Mapping[str, str]
) -> SitePage | None:
    """The page about the project."""
    if reference:
        return None
    words = words_of(language).about
    sections = tuple(
        AboutSection(name, getattr(words, f"{name}_title"), tuple(getattr(words, name)))
        for name in SECTIONS
    )
    return site.render("about.html", language, path="about", title=words.title, sections=sections)
