"""The attributes of an HTML list to the markers a browser prints before its items."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_START = re.compile(r"[0-9]{1,6}")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(slots=True)
class Numbering:
    """The state of one list: its kind of marker ("1", "a", "A" or none), the last number."""

    kind: str
    number: int

    def next_marker(self) -> str:
        """The marker of the next item, with the blank that follows it.

        >>> numbering = list_numbering("ol", {"type": "a", "start": "2"})
        >>> numbering.next_marker() + numbering.next_marker()
        'b. c. '
        """
        self.number += 1
        if self.kind == "1":
            return f"{self.number}. "
        if self.kind in ("a", "A") and 1 <= self.number <= len(_LETTERS):
            letter = _LETTERS[self.number - 1]
            return f"{letter.upper() if self.kind == 'A' else letter}. "
        return ""


def list_numbering(tag: str, attributes: Mapping[str, str]) -> Numbering:
    """How the list that opens with `tag` numbers its items; only `ol` does at all."""
    if tag != "ol":
        return Numbering("", 0)
    start = attributes.get("start", "").strip()
    first = int(start) if _START.fullmatch(start) else 1
    return Numbering(attributes.get("type", "1").strip(), first - 1)
