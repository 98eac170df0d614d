"""A page's text and two offsets to the sentence that stands there."""

import re
from bisect import bisect_right
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from hemicycle.errors import ReadError

TEXTS_FOLDER = "texts"
"""Where the texts of the pages stand in a build's directory."""

_PAGES_KEPT = 64
_SPACE = re.compile(r"\s+")
_LONGEST_WORD = 16
_APOSTROPHE = re.compile("['’]")
_CLOSING = "»”’\"')]"
# fmt: off
_ABBREVIATIONS = frozenset(
    ("al", "art", "blz", "bv", "cf", "d.d", "dhr", "dr", "ex", "fig", "mevr", "mm", "mme",
     "mr", "no", "nr", "prof", "resp", "st", "ste", "vgl")
)
# fmt: on


class Passage(Struct, frozen=True):
    """The sentence a quotation stands in, white space folded, and its line, counted from 1."""

    sentence: str
    line: int


class Texts:
    """The texts of a build's pages, by page key."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self.text = lru_cache(maxsize=_PAGES_KEPT)(self._read)
        """The whole text of a page by its key; raises ReadError when it is not there."""

    def passage(self, key: str, start: int, end: int) -> Passage:
        """The sentence or sentences that [start, end) of the page touches.

        Offsets count code points. Raises ReadError when the page's text is not
        there, or has no such offsets.
        """
        text = self.text(key)
        if not 0 <= start < end <= len(text):
            raise ReadError(
                f"has no characters {start} to {end}",
                file=self._file(key),
                remedy="build graph and texts together",
            )
        begin, finish = sentence_around(text, start, end)
        return Passage(" ".join(text[begin:finish].split()), text.count("\n", 0, start) + 1)

    def _file(self, key: str) -> Path:
        return self._directory / f"{key}.txt"

    def _read(self, key: str) -> str:
        try:
            return self._file(key).read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise ReadError(f"cannot be read: {error}", file=self._file(key)) from error


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    r"""Where the sentence or sentences begin and end that [start, end) of a text touches.

    A line end ends every sentence: no other lines are looked at.

    >>> text = "Vu.\nLe SPF est présent. Art. 3 vaut. Fin."
    >>> text[slice(*sentence_around(text, 24, 27))]
    'Art. 3 vaut. '
    """
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end - 1)
    lines = text[first : last if last >= 0 else len(text)]
    blank = len(lines) - len(lines.lstrip())  # it belongs to no sentence
    starts = [first + blank + each for each in sentence_starts(lines[blank:])]
    begin = starts[max(bisect_right(starts, start) - 1, 0)]
    after = bisect_right(starts, end - 1)
    return begin, starts[after] if after < len(starts) else first + len(lines)


def sentence_starts(text: str) -> list[int]:
    """Where sentences start: after a line end, a tab, or a full stop and a space.

    >>> sentence_starts("Art. 3 vaut. Le SPF est présent.")
    [0, 13]
    """
    starts = [0]
    for space in _SPACE.finditer(text):
        run = space.group()
        if "\n" in run or "\t" in run or _ends_sentence(text, starts[-1], space):
            starts.append(space.end())
    return starts


def _ends_sentence(text: str, start: int, space: re.Match[str]) -> bool:
    if space.end() == len(text) or text[space.end()].islower():
        return False
    before = text[max(start, space.start() - _LONGEST_WORD) : space.start()].rstrip(_CLOSING)
    if not before.endswith("."):
        return before.endswith(("?", "!", "…"))
    word = _APOSTROPHE.split(before.split()[-1].rstrip("."))[-1].lower()
    if word.isdigit() and space.start() - start == len(word) + 1:
        return False  # the number of a part
    is_initial = len(word) == 1 and word.isalpha()
    return not is_initial and word not in _ABBREVIATIONS
