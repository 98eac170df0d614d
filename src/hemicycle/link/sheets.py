"""A page's text to what all of linking reads it by: its signs and words, and what is sought."""

from msgspec import Struct

from hemicycle.link.fold import Words, plain_signs
from hemicycle.link.signs import Signs, signs_of
from hemicycle.link.sought import Seen, Sought, seek


class Sheet(Struct, frozen=True, gc=False):
    """One page: `text` and `signs` have each sign at the same place, `plain` one behind it.

    `plain` has a blank for every sign of no word, and one more at both ends.
    """

    text: str
    signs: Signs
    plain: str
    seen: Seen


class Cutting(Struct, frozen=True, gc=False):
    """A stretch of a page, its words, and what is seen in it."""

    words: Words
    seen: Seen


def read_sheet(text: str, sought: Sought) -> Sheet:
    """A page's text, ready to be read."""
    signs = signs_of(text)
    plain = f" {plain_signs(signs)} "
    return Sheet(text, signs, plain, seek(text, plain, sought))


def cut(sheet: Sheet, start: int, end: int, sought: Sought) -> Cutting:
    """What stands at [start, end) of a page; sought anew where words of the page are cut there."""
    plain = sheet.plain
    if plain[start] == " " == plain[end + 1]:
        return Cutting(Words(plain[start + 1 : end + 2]), sheet.seen.between(start, end))
    plain = f" {plain[start + 1 : end + 1]} "
    return Cutting(Words(plain[1:]), seek(sheet.text[start:end], plain, sought))
