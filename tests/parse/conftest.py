"""What the tests of parsing share."""

from collections.abc import Callable
from hashlib import sha256

import pytest

from hemicycle.page import Page, Source
from hemicycle.parse.draft import Draft
from hemicycle.parse.lines import Line, split_lines


def make_page(text: str, url: str | None = None) -> Page:
    """A page of a text, as `read` would give it."""
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    source = Source(file="page.txt", url=url, retrieved_at=None, sha256=digest, encoding="utf-8")
    return Page(text=text, source=source)


@pytest.fixture(scope="session")
def page() -> Callable[..., Page]:
    return make_page


@pytest.fixture
def draft() -> Callable[..., Draft]:
    """An empty draft of a web page, or of what is said."""

    def make(text: str = "", languages: tuple[str, ...] = ("fr",), layout: str = "web") -> Draft:
        return Draft(make_page(text), layout, languages)

    return make


@pytest.fixture(scope="session")
def line() -> Callable[[str], Line]:
    """The one line of a text."""
    return lambda text: next(split_lines(text))
