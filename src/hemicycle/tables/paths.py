"""A path of a table's declaration to the steps that lead from a row to the values of a cell.

Steps stand between ` / `, at most six of them. `hc:answers` goes from subject to object,
`^hc:answers` from object to subject; `hc:stance = id/stance/claimed` goes nowhere, and keeps
what has that value. `@fr` behind the last step keeps the texts in that language.
"""

import re

from msgspec import Struct
from pyoxigraph import NamedNode

from hemicycle.errors import ExportError
from hemicycle.mint import Mint
from hemicycle.namespaces import PREFIXES

LONGEST = 6
_LANGUAGE = re.compile(r"[a-z]{2,3}")


class Hop(Struct, frozen=True):
    """From a node along a property, or against it."""

    predicate: NamedNode
    is_inverse: bool = False


class Keep(Struct, frozen=True):
    """Stays where a property has this value."""

    predicate: NamedNode
    value: NamedNode


Step = Hop | Keep


class Path(Struct, frozen=True):
    """The steps from a row to a cell's values; `language` is None where any will do."""

    steps: tuple[Step, ...]
    language: str | None = None


def parse_path(text: str, mint: Mint) -> Path:
    """The path a text is; `mint` has the base of what `id/…` names.

    Raises ExportError, naming the step that is none.

    >>> path = parse_path("^hc:answers / schema:text @fr", Mint())
    >>> [step.is_inverse for step in path.steps], path.language
    ([True, False], 'fr')
    """
    words, at, language = text.partition(" @")
    if at and not _LANGUAGE.fullmatch(language):
        raise ExportError(f"the path {text!r} ends in no language", remedy="write @fr or @nl")
    steps = tuple(_step(step.strip(), text, mint) for step in words.split(" / "))
    if len(steps) > LONGEST:
        raise ExportError(f"the path {text!r} has more than {LONGEST} steps")
    return Path(steps, language or None)


def term_iri(name: str) -> NamedNode:
    """The IRI that a CURIE with one of our prefixes stands for; raises ExportError."""
    prefix, _, local = name.partition(":")
    if prefix not in PREFIXES or not local.replace("_", "").isalnum():
        raise ExportError(
            f"{name!r} names no term", remedy=f"begin with one of {', '.join(PREFIXES)}"
        )
    return NamedNode(PREFIXES[prefix] + local)


def _step(step: str, path: str, mint: Mint) -> Step:
    predicate, equals, value = step.partition(" = ")
    try:
        if equals:
            return Keep(term_iri(predicate), _value(value, mint))
        return Hop(term_iri(step.removeprefix("^")), step.startswith("^"))
    except ExportError as error:
        raise ExportError(f"in the path {path!r}: {error.problem}", remedy=error.remedy) from error


def _value(text: str, mint: Mint) -> NamedNode:
    return mint.thing(text.removeprefix("id/")) if text.startswith("id/") else term_iri(text)
