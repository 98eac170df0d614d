"""What a user wants to the addresses of its pages, and to the questions a build lacks."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct
from pyoxigraph import Literal

from hemicycle.fetch import (
    LANGUAGES,
    SENATE,
    Address,
    Language,
    Layout,
    Origin,
    addresses,
    read_origin,
)
from hemicycle.opened import open_build
from hemicycle.query import internal_query, iterate_rows


class FetchRequest(Struct, frozen=True, kw_only=True):
    """Which pages are wanted.

    `family` follows relations to other written questions, `again` asks anew for what the
    folder has, `unclosed` keeps HTML that never closes.
    """

    questions: tuple[str, ...]
    languages: tuple[Language, ...] = LANGUAGES
    layout: Layout = "web"
    origin: Origin = read_origin(SENATE)
    family: bool = False
    again: bool = False
    unclosed: bool = False


def wanted(request: FetchRequest, questions: Iterable[str]) -> Iterator[Address]:
    """The addresses of some questions, in the languages and the layout of the request."""
    for question in questions:
        yield from addresses(question, request.languages, request.layout, str(request.origin))


def known_by_reference(store: Path) -> tuple[str, ...]:
    """The written questions that a build names without having read a page of them.

    Raises ReadError when the folder is no build.
    """
    build = open_build(store)
    rows = iterate_rows(build.store, internal_query("internal/known-by-reference"), build.mint)
    return tuple(number.value for (number,) in rows if isinstance(number, Literal))
