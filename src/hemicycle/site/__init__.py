"""An open build to pages for people, in French, Dutch and English; knows no web server."""

from collections.abc import Iterator, Mapping

from hemicycle.opened import OpenBuild
from hemicycle.site.addresses import LANGUAGES, Addresses, split_path
from hemicycle.site.data import Node, Row, SiteData, SitePage
from hemicycle.site.kinds import page_kinds
from hemicycle.site.page_addresses import page_paths
from hemicycle.site.prepared import PREPARED
from hemicycle.site.ready import ready_bytes, ready_values
from hemicycle.site.words import words_of

__all__ = [
    "LANGUAGES",
    "Addresses",
    "Node",
    "Row",
    "Site",
    "SiteData",
    "SitePage",
    "ready_bytes",
]


class Site:
    """The pages of a build."""

    def __init__(self, data: SiteData) -> None:
        self.data = data
        self._kinds = page_kinds()

    @classmethod
    def open(cls, build: OpenBuild, *, base_url: str = "", folders: bool = False) -> "Site":
        """The site of a build; `base_url` stands before its addresses, nothing by default.

        With `folders` its pages are for plain files: no search, no filters.
        """
        return cls(SiteData(build, Addresses(base_url.rstrip("/"), folders), ready_values))

    def page(self, path: str, parameters: Mapping[str, str] | None = None) -> SitePage | None:
        """The page at a path that begins with a language: `/fr/question/5-8906`; None: no such."""
        parts = split_path(path)
        if parts is None:
            return None
        language, rest = parts
        kind, _, reference = rest.partition("/")
        page_of = self._kinds.get(kind)
        asked = parameters or {}
        data = self.data.asked_with(asked) if asked else self.data
        return None if page_of is None else page_of(data, reference, language, asked)

    def not_found(self, language: str, path: str) -> SitePage:
        """What to show where there is no page at a path."""
        title = words_of(language).missing.title
        return self.data.render("not_found.html", language, path="", title=title, asked=path)

    def prepare(self) -> None:
        """Make what the first visitors of lists, of busy things and of findings would wait for.

        A server calls it beside its work: other pages do not wait for it.
        """
        for language in LANGUAGES:
            self.page(f"/{language}/", {})
        for make in PREPARED:
            self.data.once(make)
        self.data.compile()

    def addresses(self) -> Iterator[str]:
        """The path of every page, in all languages, in a fixed order."""
        return page_paths(self.data)
