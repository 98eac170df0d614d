"""What a listing gives: where the bytes of each page stand, and what was passed over."""

from collections import Counter
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from hemicycle.read.index import Entry

Packing = Literal["stored", "deflate", "bzip2"]


class Extent(Struct, frozen=True, kw_only=True):
    """The bytes of one page inside a file: `length` of them from `offset` on, as packed.

    `size` counts them unpacked; `crc` is their CRC-32, None where nothing tells it.
    """

    offset: int
    length: int
    size: int
    packing: Packing = "stored"
    crc: int | None = None


class Listed(Struct, frozen=True, kw_only=True):
    """One page to be read: in which file, what its source calls it, what is known of it.

    Without an extent it is the whole file. `crawl` names the WARC or WET file that a
    crawler wrote it to: there, what turns out to be no page of a question is counted
    instead of named.
    """

    path: str
    name: str
    entry: Entry
    extent: Extent | None = None
    crawl: str | None = None


class Passed(Struct, frozen=True):
    """So many WARC records of one file were no pages of questions, for one reason."""

    crawl: str
    reason: str
    times: int = 1


NO_QUESTION = "with no question on them"
"""Why a page at the right address is passed over."""


def passed_lines(passed: Iterable[Passed]) -> list[str]:
    """One line a file: how many records it has of other pages, and why, the most frequent first.

    >>> passed_lines([Passed("a.warc", "of another address", 3)])
    ['a.warc: 3 records of other pages passed over (3 of another address)']
    """
    files: dict[str, Counter[str]] = {}
    for one in passed:
        files.setdefault(one.crawl, Counter())[one.reason] += one.times
    return [_line(crawl, reasons) for crawl, reasons in files.items()]


def _line(crawl: str, reasons: Counter[str]) -> str:
    rows = sorted(reasons.items(), key=lambda row: (-row[1], row[0]))
    listed = ", ".join(f"{times} {reason}" for reason, times in rows)
    total = sum(reasons.values())
    records = "record" if total == 1 else "records"
    return f"{crawl}: {total} {records} of other pages passed over ({listed})"
