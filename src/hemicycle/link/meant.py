"""The words of a name, as they are printed, to the node they mean on a day."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from msgspec import Struct

from hemicycle.link.names import Branch, Name

_MARK = re.compile(r"[\n;:?!.]")
_BREAK = re.compile(r"[\n;:?!]|[a-zà-ÿ]{2}\.\s")
_LONG = 160
"""The signs of printed words that are longer than any name: they are not remembered."""


class _Fitting(Struct, frozen=True, gc=False):
    """The names that some printed words may be; `is_one` where all are of one node."""

    names: tuple[Name, ...]
    is_one: bool


def meant(named: Branch, printed: str, on: date | None, language: str | None) -> Name | None:
    """The one node meant, in the language of the text before any other; else none."""
    fitting = (_fitting if len(printed) < _LONG else _read)(named, printed)
    if not fitting.is_one:
        return _chosen(fitting.names, on, language)
    for name in fitting.names:
        if name.holds(on):
            return name
    return None


def _chosen(names: Sequence[Name], on: date | None, language: str | None) -> Name | None:
    """The one node that some names mean on a day, all of them or those in a language."""
    fitting = [name for name in names if name.holds(on)]
    for choice in (fitting, [name for name in fitting if name.language == language]):
        if choice and all(name.path == choice[0].path for name in choice):
            return choice[0]
    return None


def _read(named: Branch, printed: str) -> _Fitting:
    """The names of a branch that are printed with such capitals."""
    if _MARK.search(printed) and _BREAK.search(printed):
        return _Fitting((), True)  # a sentence or a line ends within
    names = tuple([name for name in named.names if name.fits(printed)])
    return _Fitting(names, len({name.path for name in names}) <= 1)


_fitting = lru_cache(maxsize=4096)(_read)
