"""A list of names and handles to the pattern that finds and covers them in any text.

The list is `take-down.txt` in a user's authority folder: one name or handle a line, `#`
opens a remark. It is no Turtle file and stands in no graph, for what it leaves out must
occur in no output (see `withheld`). What is found is covered by a mark of the same length,
so that all offsets hold.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from hemicycle.errors import AuthorityError

TAKE_DOWN_FILE = "take-down.txt"
MARK = "█"
"""What stands for each sign that is left out."""

_ACCENTS = "[\u0300-\u036f\u00ad\u200b-\u200d]*"
_APART = r"[\W_]{0,4}"
_START, _END = r"(?<![^\W_])", r"(?![^\W_])"
_NOTHING = re.compile(r"(?!)")


class _Folding(dict[int, str]):
    """Signs without case and accents, each for one sign."""

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFD", chr(code))[0].lower()[:1]
        self[code] = plain or chr(code)
        return self[code]


class TakeDown(Struct, frozen=True):
    """What is to be left out, and the pattern that finds it in folded text."""

    listed: tuple[str, ...]
    pattern: re.Pattern[str]

    def finds(self, words: str) -> bool:
        """Whether something listed stands in some words, whatever its case and accents."""
        return bool(self.listed) and self.pattern.search(_folded(words)) is not None

    def covered(self, words: str) -> str:
        """The words with the mark for each sign of what is listed; as long as they were."""
        if not self.listed:
            return words
        pieces, place = [], 0
        for found in self.pattern.finditer(_folded(words)):
            pieces += [words[place : found.start()], MARK * (found.end() - found.start())]
            place = found.end()
        return "".join((*pieces, words[place:])) if pieces else words


def read_take_down(folders: Iterable[Path]) -> TakeDown:
    """The list of some authority folders; a folder without the file lists nothing.

    Raises AuthorityError for a file that cannot be read, and for a line without any
    letter or digit.
    """
    listed: dict[str, None] = {}
    for folder in folders:
        file = folder / TAKE_DOWN_FILE
        if file.exists():
            listed.update(dict.fromkeys(_lines(file)))
    return take_down(tuple(listed))


def take_down(listed: Sequence[str]) -> TakeDown:
    """A list of names and handles.

    Words may stand apart by up to four signs that are none of letters and digits, or
    not at all: `Jan Janssens` is found in `Jan  JANSSENS` and in `@jan_janssens`.

    >>> take_down(["Jan Janssens"]).covered("M. Jan Janssens (@JanJanssens, @JanJ)")
    'M. ████████████ (@███████████, @JanJ)'
    """
    forms = sorted({tuple(re.findall(r"[^\W_]+", _folded(form))) for form in listed} - {()})
    if not forms:
        return TakeDown((), _NOTHING)
    longest_first = sorted(forms, key=lambda words: (-len("".join(words)), words))
    pattern = "|".join(_APART.join(map(_word, words)) for words in longest_first)
    return TakeDown(tuple(listed), re.compile(f"{_START}(?:{pattern}){_END}"))


def _word(letters: str) -> str:
    return "".join(re.escape(letter) + _ACCENTS for letter in letters)


def _folded(text: str) -> str:
    return text.translate(_FOLDING)


_FOLDING = _Folding()


def _lines(file: Path) -> Iterator[str]:
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise AuthorityError(f"cannot be read ({error})", file=file) from error
    for number, line in enumerate(lines, 1):
        words = line.partition("#")[0].strip()
        if words and not any(sign.isalnum() for sign in words):
            problem = f"lists no name or handle: {words!r}"
            raise AuthorityError(
                problem, file=file, line=number, remedy="write one, or take the line out"
            )
        if words:
            yield words
