"""Some words of a passage to the account they name."""

import re
from collections.abc import Iterator

from msgspec import Struct

from hemicycle.link.candidates import Candidate, handle_url
from hemicycle.link.platforms import OTHER, PLATFORMS

_SEPARATOR = re.compile(r"\s{0,3}[,;/&+]\s{0,3}|\s{1,3}(?:et|en|ou|of|und)\s{1,3}")
_IDENTIFIER = re.compile(r"\w*(?:_|[a-z][A-Z]|\b(?:SPF|FOD|SPP|POD)[A-Za-z])\w*")


class Printed(Struct, frozen=True):
    """Some words at [start, end), without the blanks around them."""

    text: str
    start: int
    end: int


def printed(text: str, start: int, end: int) -> Printed:
    """The words at [start, end), without the blanks around them."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Printed(words.strip(), start, start + len(words.strip()))


def items(text: str, start: int, end: int) -> Iterator[Printed]:
    """The items of a list: between commas, strokes and « et »."""
    for separator in _SEPARATOR.finditer(text, start, end):
        yield printed(text, start, separator.start())
        start = separator.end()
    yield printed(text, start, end)


def is_identifier(text: str) -> bool:
    """Whether a word is of the kind that only accounts are called: FOD_Justitie, SPFJustice."""
    return len(text) > 3 and _IDENTIFIER.fullmatch(text) is not None


def called(
    platform: str, kind: str, name: Printed, rule: str, *, is_handle: bool = False
) -> Candidate:
    """An account by what it is called: a handle where it is one or looks like one, else a name."""
    traits = PLATFORMS.get(platform, OTHER)
    is_handle = is_handle or (traits.at and is_identifier(name.text))
    if is_handle and traits.handle is not None and traits.handle.fullmatch(name.text):
        return Candidate(
            start=name.start,
            end=name.end,
            platform=platform,
            kind=kind,
            rule=rule,
            handle=name.text,
            url=handle_url(platform, name.text),
        )
    return Candidate(
        start=name.start, end=name.end, platform=platform, kind=kind, rule=rule, name=name.text
    )
