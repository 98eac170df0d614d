"""A WARC or WET file to the Senate's pages of questions in it, and the count of the rest."""

from collections import Counter, deque
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from hemicycle.errors import ReadError
from hemicycle.read.listed import Listed, Passed
from hemicycle.read.members import in_doubt
from hemicycle.read.spool import Spool
from hemicycle.read.unpacked import open_source
from hemicycle.read.warc_pages import WarcPages, is_wanted
from hemicycle.read.warc_records import MARK, WarcRecord, read_records


class _Held(Struct, frozen=True):
    """A page whose record ends at a position that no checksum has yet confirmed."""

    end: int
    listed: Listed


def list_warc(path: Path, name: str, spool: Spool) -> Iterator[Listed | ReadError | Passed]:
    """The pages of questions in a WARC or WET file, in its order; they go to the spool.

    What is no such page is counted, and the counts come last. Raises OSError.
    """
    pages = WarcPages(name, spool)
    passed: Counter[str] = Counter()
    held: deque[_Held] = deque()
    with path.open("rb") as file:
        source = open_source(file, name, MARK)
        for record in read_records(source, name, is_wanted):
            found = record if isinstance(record, ReadError) else _judged(record, pages)
            if isinstance(found, str):
                passed[found] += 1
            elif isinstance(found, Listed):
                held.append(_Held(source.position, found))
            else:
                yield found
            while held and held[0].end <= source.checked:
                yield held.popleft().listed
            if source.is_damaged() and held:
                yield in_doubt(len(held), name)
                held.clear()
                pages.forget()
    yield from (one.listed for one in held)
    yield from (Passed(name, reason, times) for reason, times in sorted(passed.items()))


def _judged(record: WarcRecord, pages: WarcPages) -> Listed | ReadError | str:
    try:
        return pages.judge(record)
    except ReadError as error:
        return error
