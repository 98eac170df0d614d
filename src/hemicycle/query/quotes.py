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


class _Page(Struct, frozen=True):
    text: str
    sentences: list[int]
    lines: list[int]


class Texts:
    """The texts of a build's pages, by page key."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._page = lru_cache(maxsize=_PAGES_KEPT)(self._read)

    def text(self, key: str) -> str:
        """The whole text of a page; raises ReadError when it is not there."""
        return self._page(key).text

    def passage(self, key: str, start: int, end: int) -> Passage:
        """The sentence or sentences that [start, end) of the page touches.

        Offsets count code points. Raises ReadError when the page's text is not
        there, or has no such offsets.
        """
        page = self._page(key)
        if not 0 <= start < end <= len(page.text):
            raise ReadError(
                f"has no characters {start} to {end}",
                file=self._file(key),
                remedy="build graph and texts together",
            )
        first = page.sentences[bisect_right(page.sentences, start) - 1]
        after = bisect_right(page.sentences, end - 1)
        last = page.sentences[after] if after < len(page.sentences) else len(page.text)
        sentence = " ".join(page.text[first:last].split())
        return Passage(sentence, bisect_right(page.lines, start))

    def _file(self, key: str) -> Path:
        return self._directory / f"{key}.txt"

    def _read(self, key: str) -> _Page:
        try:
            text = self._file(key).read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise ReadError(f"cannot be read: {error}", file=self._file(key)) from error
        lines = [0, *(sign.end() for sign in re.finditer("\n", text))]
        return _Page(text, sentence_starts(text), lines)


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
