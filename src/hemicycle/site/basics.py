"""What every page is made of: the page itself, a thing with its label, a row of a query."""

from msgspec import Struct
from pyoxigraph import Literal


class SitePage(Struct, frozen=True):
    """One page, or one file to download; `html` is its text."""

    title: str
    language: str
    html: str
    media_type: str = "text/html; charset=utf-8"
    file_name: str | None = None


class Node(Struct, frozen=True):
    """A thing as pages name it.

    `path` is what stands behind `id/`, None for things of others; `language` that of the
    label, None where it has none; `address` the path of the page about it, None where the
    site has none.
    """

    iri: str
    path: str | None
    label: str
    language: str | None = None
    address: str | None = None


class Row(dict[str, "str | Literal"]):
    """One row of a query by variable: an IRI as str, a literal as it is; unbound: not there."""

    def text(self, name: str) -> str | None:
        """The IRI or the words of a variable, None where it is unbound."""
        value = self.get(name)
        return value.value if isinstance(value, Literal) else value

    def number(self, name: str) -> int | None:
        """The integer of a variable, None where it is unbound."""
        value = self.text(name)
        return None if value is None else int(float(value))

    def language(self, name: str) -> str | None:
        """The language of a variable's text, None where it has none."""
        value = self.get(name)
        return value.language if isinstance(value, Literal) else None
