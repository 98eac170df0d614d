"""The bytes of an index.jsonl to the address and the time of each file it names."""

import codecs
import posixpath

import msgspec

from hemicycle.errors import ReadError

INDEX_NAME = "index.jsonl"
"""The file beside pages that says where each came from; it is no page itself."""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """Where one file was fetched, and when, as its index prints it."""

    url: str | None = None
    retrieved_at: str | None = None


class Index(msgspec.Struct, frozen=True):
    """What an index says by file, relative to its own folder, and its lines that say nothing."""

    entries: dict[str, Entry]
    errors: tuple[ReadError, ...] = ()


class _Line(Entry, frozen=True, kw_only=True):
    """One line: the file, and its entry; other keys are passed over."""

    file: str


def read_index(data: bytes, file: str) -> Index:
    """The entries of an index; `file` names it in errors.

    A line that is no JSON object with a file gives a ReadError with its number,
    and costs nothing else. Of several lines on one file the last one counts.

    >>> read_index(b'{"file": "a.txt", "url": "https://x.be/"}', "index.jsonl").entries
    {'a.txt': Entry(url='https://x.be/', retrieved_at=None)}
    """
    entries: dict[str, Entry] = {}
    errors: list[ReadError] = []
    lines = data.removeprefix(codecs.BOM_UTF8).split(b"\n")
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            found = msgspec.json.decode(line, type=_Line)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            errors.append(_broken_line(error, file, number))
        else:
            name = posixpath.normpath(found.file)
            entries[name] = Entry(url=found.url, retrieved_at=found.retrieved_at)
    return Index(entries, tuple(errors))


def _broken_line(error: Exception, file: str, number: int) -> ReadError:
    """The error for one line; what it would have said of its file is not known."""
    problem = f"is not an entry of an index ({error})"
    return ReadError(problem, file=file, line=number, remedy="mend or remove the line")
