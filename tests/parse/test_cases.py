"""Each case folder: a page as it was published, and the whole record it must give.

A case holds page.txt or page.html, the page's address where it is known, and
expected.json; a trap, a small page with one difficulty, why.txt as well. A case
without expectation gets one written, and fails until somebody has read it.
"""

from pathlib import Path

import msgspec
import pytest

from hemicycle.parse import parse
from hemicycle.read import read_bytes
from hemicycle.records import Record

HERE = Path(__file__).parent
TRAPS = sorted((HERE / "traps").iterdir())
CASES = [*sorted((HERE / "cases").iterdir()), *TRAPS]


def read_record(case: Path) -> Record:
    (path,) = case.glob("page.*")
    address = case / "address.txt"
    url = address.read_text(encoding="utf-8").strip() if address.exists() else None
    return parse(read_bytes(path.read_bytes(), file=path.name, url=url))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path) -> None:
    record = read_record(case)
    expected = case / "expected.json"
    if not expected.exists():
        written = msgspec.json.format(msgspec.json.encode(record), indent=1)
        expected.write_bytes(written + b"\n")
        pytest.fail(f"{expected} is new: read it, then run the tests again")
    assert record == msgspec.json.decode(expected.read_bytes(), type=Record)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_line_is_read(case: Path) -> None:
    assert read_record(case).unread == ()


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.name)
def test_every_trap_says_why(trap: Path) -> None:
    assert (trap / "why.txt").read_text(encoding="utf-8").strip()
