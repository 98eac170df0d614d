"""Each case: a file as it may come, and the page, or the error, that it must give."""

import hashlib
import json
from pathlib import Path

import msgspec
import pytest

from hemicycle.errors import ReadError
from hemicycle.page import Page, Repair, Source
from hemicycle.read import read_bytes

CASES = sorted((Path(__file__).parent / "cases").iterdir())
PAGES = [case for case in CASES if (case / "expected.txt").exists()]
ERRORS = [case for case in CASES if case not in PAGES]


def read_case(case: Path) -> Page:
    [file] = case.glob("page.*")
    return read_bytes(file.read_bytes(), file=file.name, url="https://www.senate.be/x")


def expected_page(case: Path) -> Page:
    [file] = case.glob("page.*")
    expected = json.loads((case / "expected.json").read_bytes())
    source = Source(
        file=file.name,
        url="https://www.senate.be/x",
        retrieved_at=None,
        sha256=hashlib.sha256(file.read_bytes()).hexdigest(),
        encoding=expected["encoding"],
        repairs=msgspec.convert(expected["repairs"], tuple[Repair, ...]),
    )
    return Page(text=(case / "expected.txt").read_bytes().decode(), source=source)


@pytest.mark.parametrize("case", PAGES, ids=lambda case: case.name)
def test_page(case: Path) -> None:
    assert read_case(case) == expected_page(case)


@pytest.mark.parametrize("case", ERRORS, ids=lambda case: case.name)
def test_error(case: Path) -> None:
    with pytest.raises(ReadError) as raised:
        read_case(case)
    assert str(raised.value) == json.loads((case / "expected.json").read_bytes())["error"]


def test_too_many_bytes() -> None:
    with pytest.raises(ReadError) as raised:
        read_bytes(b"a" * (32 * 1024 * 1024 + 1), file="a.txt")
    assert str(raised.value) == "a.txt: is larger than 32 MB, so not a page"


def test_time_is_kept_as_it_is_printed() -> None:
    page = read_bytes(b"Vraag", file="a.txt", retrieved_at="in 2013")
    assert (page.source.retrieved_at, page.source.url) == ("in 2013", None)
