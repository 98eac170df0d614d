"""Pages made to break a reader: each must end soon, as a page or as an error that says why."""

import time

import pytest

from hemicycle.errors import ReadError
from hemicycle.page import Page
from hemicycle.read import read_bytes

SIZE = 1_000_000
SECONDS = 20
"""Of the processor's time; what is not linear takes minutes for a page of this size."""


def fill(start: str, piece: str) -> bytes:
    return (start + piece * (SIZE // len(piece.encode()))).encode()


def outcome(data: bytes) -> Page | ReadError:
    try:
        return read_bytes(data, file="a.html")
    except ReadError as error:
        return error


PAGES = {
    "td": fill("<table>", "<td>a"),
    "tr": fill("<table>", "<tr><td>a<br>b<td>"),
    "row in row": fill("", "<table><tr><td>a</table>"),
    "open tags": fill("<p>", "<a "),
    "end tags": fill("<div>" * 900, "</b>"),
    "attributes": ("<p " + " ".join(f"a{i}=1" for i in range(100_000)) + ">a").encode(),
    "ampersands": fill("<p>", "&"),
    "open comments": fill("<p>a", "<!-- "),
    "blanks": fill("<p>a", " "),
    "new lines": fill("<pre>a", "\n"),
    "no-break spaces": fill("<p>a", "<br>&nbsp;"),
    "cells of no-break spaces": fill("<table><td>a", "<td>&nbsp;"),
    "rules": fill("<p>", "<hr>"),
    "damaged words": fill("", "iŽ "),
    "damaged word": fill("", "Ž"),
    "marks": fill("", "ď"),
    "open quotes": fill("", "ďa "),
    "quotes on one line": fill("", "ďa Ē"),
    "line ends": fill("a", "\r"),
    "broken UTF-8": fill("a", "é") + b"\xc3",
}


@pytest.mark.parametrize("name", PAGES)
def test_ends_soon(name: str) -> None:
    started = time.process_time()
    outcome(PAGES[name])
    assert time.process_time() - started < SECONDS


@pytest.mark.parametrize("tag", ["div", "table", "table><tr><td", "b", "ul><li"])
def test_too_deep(tag: str) -> None:
    error = outcome(fill("", f"<{tag}>"))
    assert str(error) == "a.html: nests its HTML elements more than 1000 deep"


def test_deep_but_read() -> None:
    depth = 300
    page = outcome(("<table><tr><td>x<td>" * depth + "end").encode())
    assert isinstance(page, Page)
    assert page.text == "\t".join(["x"] * depth) + "\tend\n"


def test_parser_is_stopped_when_it_is_too_deep() -> None:
    started = time.process_time()
    outcome(b"<div>" * 400_000 + b"</b>" * 400_000)
    assert time.process_time() - started < SECONDS
