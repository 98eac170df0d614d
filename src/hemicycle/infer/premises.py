"""Rules to the properties they read: all that a store must hold for them."""

import re
from collections.abc import Iterable
from typing import Protocol

_PREFIX = re.compile(r"^PREFIX\s+([\w-]*):\s*<([^>]*)>", re.MULTILINE)
_NAME = re.compile(r"\b([A-Za-z][\w-]*):([A-Za-z][\w-]*)")
_OF_MENTIONS = re.compile(r"\bhc:(?:body|exact|mentionKind|rule)\b")
_KIND = re.compile(r'\bhc:mentionKind\s+"([\w-]+)"')
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


class Asking(Protocol):
    """Whatever asks a query."""

    @property
    def query(self) -> str:
        """The text of the query."""


def premises(rules: Iterable[Asking]) -> frozenset[str]:
    """The IRIs of every term that some rule names, and rdf:type.

    A rule finds the same on a store that holds the triples with these predicates alone,
    since a rule names its properties, be it in a FILTER. Names in comments do no harm.
    """
    found = {_TYPE}
    for rule in rules:
        spaces = dict(_PREFIX.findall(rule.query))
        for prefix, name in _NAME.findall(rule.query):
            if prefix in spaces:
                found.add(spaces[prefix] + name)
    return frozenset(found)


def mention_kinds(rules: Iterable[Asking]) -> tuple[str, ...] | None:
    """The kinds of mentions that rules read, sorted; None where a rule reads any kind.

    >>> mention_kinds([])
    ()
    """
    found: set[str] = set()
    for rule in rules:
        if _OF_MENTIONS.search(rule.query):
            kinds = _KIND.findall(rule.query)
            if not kinds:
                return None
            found.update(kinds)
    return tuple(sorted(found))
