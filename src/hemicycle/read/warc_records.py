"""The bytes of a WARC or WET file to its records, each verified to its end.

The form is that of ISO 28500, WARC 1.0 and 1.1. A record is given only when what
follows its announced length is the end of a record: a wrong length costs that record,
never the ones behind it.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Final

from msgspec import Struct

from hemicycle.errors import ReadError
from hemicycle.read.page_bytes import MAX_BYTES
from hemicycle.read.source import Source

MARK: Final = b"WARC/1."
"""What every record begins with."""

MAX_HEADER: Final = 1 << 16

MAX_BLOCK: Final = MAX_BYTES + MAX_HEADER
"""A page and the header of its response."""

MAX_DAMAGES: Final = 100
"""So many damaged places of one file are named; then the rest of it is given up."""

_END: Final = b"\r\n\r\n"
_BLANK: Final = b"\r\n"


class WarcRecord(Struct, frozen=True, kw_only=True):
    """One record: its fields by name in small letters, and where it stands.

    `position` counts the bytes before it in the file, unpacked. `block` is what it
    holds: None where nobody wanted it, or where it is longer than MAX_BLOCK.
    """

    fields: Mapping[str, str]
    position: int
    block: bytes | None


class _DamageError(Exception):
    """A record is not as it should be; the next one may stand anywhere from `resume` on."""

    def __init__(self, problem: str, position: int, resume: int) -> None:
        super().__init__(problem)
        self.problem = problem
        self.position = position
        self.resume = resume


def read_records(
    source: Source, name: str, is_wanted: Callable[[Mapping[str, str]], bool]
) -> Iterator[WarcRecord | ReadError]:
    """The records in their order; `name` names the file in errors.

    The source has MARK for its mark. After a damage, which comes as one error, it goes
    on at the next record that is found.
    """
    damages, go_on = 0, True
    search: Callable[[], bool] | None = None
    while go_on:
        try:
            if search is not None:
                go_on, search = search(), None
            elif (record := _next(source, is_wanted)) is not None:
                yield record
            else:
                go_on = source.next_part()
            continue
        except _DamageError as damage:
            problem = f"record at byte {damage.position} is not read: {damage.problem}"
            error = ReadError(problem, file=name)
            search = partial(_find_next, source, damage.resume)
        except ReadError as broken:
            error, search = broken, source.recover
        yield error
        damages += 1
        if damages == MAX_DAMAGES:
            problem = f"is damaged in {MAX_DAMAGES} places; the rest is not read"
            yield ReadError(problem, file=name, remedy="fetch it again")
            return


def _next(source: Source, is_wanted: Callable[[Mapping[str, str]], bool]) -> WarcRecord | None:
    """The next record of the part; None at its end."""
    source.skip_over(_BLANK)
    if not source.peek(1):
        return None
    position = source.position
    fields = read_fields(source)
    if fields is None:
        raise _DamageError("it has no WARC header", position, source.position)
    begin = source.position
    length = _length(fields)
    if length is None:
        raise _DamageError("its length is not told", position, begin)
    block: bytes | None = None
    if length <= MAX_BLOCK and is_wanted(fields):
        block = source.read(length)
        read = len(block)
    else:
        read = source.skip(length)
    if read < length:
        raise _DamageError(f"it ends after {read} of {length} bytes", position, begin)
    if not _has_ended(source):
        raise _DamageError("its length is wrong", position, begin)
    return WarcRecord(fields=fields, position=position, block=block)


def read_fields(source: Source) -> dict[str, str] | None:
    """The fields of a header, up to its empty line; None where it is none, or has no end."""
    if not source.read_line(MAX_HEADER).startswith(MARK):
        return None
    fields: dict[str, str] = {}
    name = ""
    left = MAX_HEADER
    while line := source.read_line(MAX_HEADER):
        left -= len(line)
        text = line.decode("utf-8", "backslashreplace").rstrip("\r\n")
        if not text:
            return fields
        if left < 0:
            return None
        if text[0] in " \t" and name:
            fields[name] += " " + text.strip()
            continue
        name, colon, value = text.partition(":")
        name = name.strip().lower()
        if not colon:
            return None
        fields.setdefault(name, value.strip())
    return None


def _length(fields: Mapping[str, str]) -> int | None:
    digits = fields.get("content-length", "")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 16 else None


def _has_ended(source: Source) -> bool:
    """Whether a record ends here: two line ends, and then the next one or nothing."""
    ending = source.peek(len(_END))
    if ending == _END:
        source.read(len(_END))
    elif ending.startswith(b"\n\n"):
        source.read(2)
    else:
        return False
    source.skip_over(_BLANK)
    return MARK.startswith(source.peek(len(MARK)))  # the next one may be cut off in its first word


def _find_next(source: Source, resume: int) -> bool:
    """Go to the next line that begins a record; whether there is one."""
    source.rewind(resume)
    return source.find_line(MARK) or source.next_part()
