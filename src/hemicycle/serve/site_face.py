"""What the server needs of the site: pages by path, and the paths that there are."""

from collections.abc import Iterator, Mapping
from typing import Protocol


class Page(Protocol):
    """One page, or a file to download where it has a file's name."""

    @property
    def html(self) -> str:
        """The text of the answer."""

    @property
    def media_type(self) -> str:
        """What it is written in."""

    @property
    def file_name(self) -> str | None:
        """Its name as a download; None for a page to look at."""


class Pages(Protocol):
    """The pages of a build; paths begin with `/fr/`, `/nl/` or `/en/`."""

    def page(self, path: str, parameters: Mapping[str, str]) -> Page | None:
        """The page at a path, None where there is none."""

    def not_found(self, language: str, path: str) -> Page:
        """What is shown where there is none."""

    def addresses(self) -> Iterator[str]:
        """The path of every page."""

    def prepare(self) -> None:
        """Make what the first visitor would wait for."""
