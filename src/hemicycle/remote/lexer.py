"""A query's text to its tokens, each as it stands: joined they are the text again."""

import re
from collections.abc import Iterator

from msgspec import Struct

_TOKEN = re.compile(
    r"""
      (?P<comment>\#[^\n\r]*)
    | (?P<space>\s+)
    | (?P<string>\"{3}(?:[^"\\]|\\.|"(?!""))*(?:\"{3})? | '{3}(?:[^'\\]|\\.|'(?!''))*(?:'{3})?
        | "(?:[^"\\\n\r]|\\.)*"? | '(?:[^'\\\n\r]|\\.)*'?)
    | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    | (?P<variable>[?$]\w+)
    | (?P<word>[\w:][\w:.%\\-]*)
    | (?P<sign>.)
    """,
    re.VERBOSE | re.DOTALL,
)


# A string that does not end takes all there is: to look for its end again and again from
# each sign would take the square of the length.


class Token(Struct, frozen=True):
    """One token; a word is a keyword, a prefixed name or a number."""

    kind: str
    text: str

    @property
    def word(self) -> str:
        """The word in capitals, empty for all but words: keywords have no case."""
        return self.text.upper() if self.kind == "word" else ""

    @property
    def is_blank(self) -> bool:
        """Whether it is white space or a comment."""
        return self.kind in ("space", "comment")


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a query that parses.

    >>> [token.text for token in tokens('SELECT ?x{}#?y') if not token.is_blank]
    ['SELECT', '?x', '{', '}']
    """
    for found in _TOKEN.finditer(text):
        yield Token(found.lastgroup or "", found.group())
