"""A count of things and a page's number to the stretch of them that the page shows."""

from collections.abc import Mapping

from msgspec import Struct


class Paging(Struct, frozen=True):
    """One page of several: things [start, end) of `total`, counted from 0, pages from 1."""

    number: int
    pages: int
    total: int
    start: int
    end: int


def paging(total: int, number: int, size: int) -> Paging:
    """The stretch of a page; a number that is too high gives the last page.

    >>> paging(120, 3, 50)
    Paging(number=3, pages=3, total=120, start=100, end=120)
    >>> paging(0, 7, 50)
    Paging(number=1, pages=1, total=0, start=0, end=0)
    """
    pages = max(1, -(-total // size))
    shown = min(max(number, 1), pages)
    return Paging(shown, pages, total, (shown - 1) * size, min(total, shown * size))


def page_number(parameters: Mapping[str, str], name: str = "page") -> int:
    """The page that a visitor asks for: 1 for what is no number, or too long for one.

    >>> page_number({"page": "2"}), page_number({"page": "-1"}), page_number({"page": "x"})
    (2, 1, 1)
    """
    asked = parameters.get(name, "")
    return max(1, int(asked)) if asked.isascii() and asked.isdigit() and len(asked) < 9 else 1
