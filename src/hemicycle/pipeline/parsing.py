"""PATHs to records, and to how much of them each rule read: `hemicycle parse`."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from hemicycle.coverage import PageLines
from hemicycle.errors import HemicycleError
from hemicycle.page import Page
from hemicycle.parse import parse, parse_with_rules
from hemicycle.read import read_paths
from hemicycle.records import Record


def parse_paths(paths: Sequence[Path]) -> Iterator[Record | HemicycleError]:
    """The record of each page below some paths; for an input without one, the reason."""
    for page in read_paths(paths):
        yield page if isinstance(page, HemicycleError) else _parsed(page)


def cover_paths(paths: Sequence[Path]) -> Iterator[PageLines | HemicycleError]:
    """Which rules read the lines of each page below some paths; or why there is no record."""
    for page in read_paths(paths):
        if isinstance(page, HemicycleError):
            yield page
            continue
        try:
            reading = parse_with_rules(page)
        except HemicycleError as error:
            yield error
        else:
            rules = tuple(reading.rules.values())
            yield PageLines(reading.record.layout, rules, len(reading.record.unread))


def _parsed(page: Page) -> Record | HemicycleError:
    try:
        return parse(page)
    except HemicycleError as error:
        return error
