"""A result to the line of a page that prints what is at fault."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct
from pyoxigraph import DefaultGraph, NamedNode, Quad, Store
from rdflib import Literal, URIRef

from hemicycle.mention_names import MentionName, read_mention_name
from hemicycle.namespaces import HC
from hemicycle.validate.places import BEFORE_NAME, Find
from hemicycle.validate.report import Place, Result

_BODY, _EXACT = NamedNode(HC.body), NamedNode(HC.exact)
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def in_pages(store: Store, texts: Path) -> Find:
    """Where a page prints what is at fault: the line in `texts` of the mention that fits best.

    One that names the value, or quotes it, or is of the kind of the property; else the
    first line of a page that speaks of the focus node. The file is named from the build's
    folder: a report is the same wherever it was built.
    """

    def find(result: Result) -> Place | None:
        if not isinstance(result.focus, URIRef):
            return None
        mentions = _mentions(result, store)
        if not mentions:
            return None
        _, _, page, start = max(mentions)
        return place_in_text(texts, page, -start)

    return find


def place_in_text(texts: Path, page: str, start: int) -> Place | None:
    """The line of an offset in a page's text, by the page's key; None where the text is gone."""
    file = texts / f"{page}.txt"
    if not file.is_file():
        return None
    # Offsets count code points of the text as it was read, its line ends \n.
    text = file.read_bytes().decode("utf-8")
    return Place(f"{texts.name}/{file.name}", text.count("\n", 0, start) + 1)


def mention_kind(result: Result) -> str:
    """The kind of mention that a result's property is printed as: `hc:askedOn` as `asked-on`."""
    path = result.path or ""
    return _CAPITAL.sub("-", BEFORE_NAME.split(path.strip("^<>"))[-1]).lower()


def _mentions(result: Result, store: Store) -> list[tuple[int, int, str, int]]:
    """Mentions of the value, else of the focus node: how well they fit, page, -start."""
    kind = mention_kind(result)
    for node in (result.value, result.focus):
        if not isinstance(node, URIRef):
            continue
        named = (_read(quad.subject) for quad in _about(store, NamedNode(node)))
        found = [mention for mention in named if mention is not None]
        if found:
            fits = any(one.name.kind == kind for one in found)
            fitting = [one for one in found if (one.name.kind == kind) == fits]
            quoting = _quoting(result, store)
            return [(int(fits), quoting(one), one.name.page, -one.name.start) for one in fitting]
    return []


class _Named(Struct, frozen=True):
    """A mention and its name. Some nodes have thousands: nothing else is asked of most."""

    node: NamedNode
    name: MentionName


def _read(node: object) -> _Named | None:
    """A mention with its name; None where somebody else named it."""
    if not isinstance(node, NamedNode):
        return None
    name = read_mention_name(node.value)
    return None if name is None else _Named(node, name)


def _about(store: Store, body: NamedNode) -> Iterator[Quad]:
    return store.quads_for_pattern(None, _BODY, body, DefaultGraph())


def _quoting(result: Result, store: Store) -> Callable[[_Named], int]:
    """Whether a mention quotes the value of a result, where that is a text: 1 or 0."""
    if not isinstance(result.value, Literal):
        return lambda _: 0
    words = str(result.value)

    def quotes(mention: _Named) -> int:
        quads = store.quads_for_pattern(mention.node, _EXACT, None, DefaultGraph())
        return int(any(getattr(quad.object, "value", None) == words for quad in quads))

    return quotes
