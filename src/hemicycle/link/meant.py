"""The words of a name, as they are printed, to the node they mean on a day."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from hemicycle.link.names import Branch, Name

_MARK = re.compile(r"[\n;:?!.]")
_BREAK = re.compile(r"[\n;:?!]|[a-zà-ÿ]{2}\.\s")
_LONG = 160
"""The signs of printed words that are longer than any name: they are not remembered."""


def meant(named: Branch, printed: str, on: date | None, language: str | None) -> Name | None:
    """The one node meant, in the language of the text before any other; else none."""
    return (_known if len(printed) < _LONG else _meant)(named, printed, on, language)


def _meant(named: Branch, printed: str, on: date | None, language: str | None) -> Name | None:
    if _MARK.search(printed) and _BREAK.search(printed):
        return None  # a sentence or a line ends within
    return _chosen([name for name in named.names if name.fits(printed)], on, language)


_known = lru_cache(maxsize=8192)(_meant)


def _chosen(names: Sequence[Name], on: date | None, language: str | None) -> Name | None:
    """The one node that some names mean on a day, all of them or those in a language."""
    fitting = [name for name in names if name.holds(on)]
    for choice in (fitting, [name for name in fitting if name.language == language]):
        if choice and all(name.path == choice[0].path for name in choice):
            return choice[0]
    return None
