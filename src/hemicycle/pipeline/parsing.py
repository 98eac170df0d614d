"""PATHs to records, and to how much of them each rule read: `hemicycle parse`."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from hemicycle.coverage import PageLines
from hemicycle.errors import HemicycleError, ParseError
from hemicycle.parse import Reading, parse_with_rules
from hemicycle.read import NO_QUESTION, Listed, Passed, Spool, list_paths, read_listed
from hemicycle.records import Record


def parse_paths(paths: Sequence[Path]) -> Iterator[Record | HemicycleError | Passed]:
    """The record of each page below some paths; for an input without one, the reason.

    What a WARC or WET file has of other pages comes as counts, one a file and reason
    or several, which belong together.
    """
    for reading in _readings(paths):
        yield reading.record if isinstance(reading, Reading) else reading


def cover_paths(paths: Sequence[Path]) -> Iterator[PageLines | HemicycleError | Passed]:
    """Which rules read the lines of each page below some paths; or why there is no record."""
    for reading in _readings(paths):
        if isinstance(reading, Reading):
            rules = tuple(reading.rules.values())
            yield PageLines(reading.record.layout, rules, len(reading.record.unread))
        else:
            yield reading


def _readings(paths: Sequence[Path]) -> Iterator[Reading | HemicycleError | Passed]:
    with Spool() as spool:
        for item in list_paths(paths, spool):
            yield _reading(item) if isinstance(item, Listed) else item


def _reading(listed: Listed) -> Reading | HemicycleError | Passed:
    page = read_listed(listed)
    if isinstance(page, HemicycleError):
        return page
    try:
        return parse_with_rules(page)
    except ParseError as error:
        return error if listed.crawl is None else Passed(listed.crawl, NO_QUESTION)
    except HemicycleError as error:
        return error
