"""A thing of the graph to all that the merge says of it, asked once."""

from collections.abc import Iterator

from pyoxigraph import DefaultGraph, Literal, NamedNode

from hemicycle.site.data import SiteData
from hemicycle.site.facts import term


class Said:
    """What is said of one thing, by property; values in a fixed order."""

    def __init__(self, site: SiteData, thing: NamedNode) -> None:
        self.thing = thing
        self._said: dict[str, list[NamedNode | Literal]] = {}
        for quad in site.build.store.quads_for_pattern(thing, None, None, DefaultGraph()):
            if isinstance(quad.object, NamedNode | Literal):
                self._said.setdefault(quad.predicate.value, []).append(quad.object)

    def __bool__(self) -> bool:
        return bool(self._said)

    def iris(self, curie: str) -> list[str]:
        """The things that a property names, sorted."""
        return sorted(each.value for each in self._values(curie) if isinstance(each, NamedNode))

    def iri(self, curie: str) -> str | None:
        """The first of them, None where there is none."""
        return next(iter(self.iris(curie)), None)

    def literals(self, curie: str) -> list[Literal]:
        """The literals of a property, by language and words."""
        found = [each for each in self._values(curie) if isinstance(each, Literal)]
        return sorted(found, key=lambda each: (each.language or "", each.value))

    def text(self, curie: str) -> str | None:
        """The first literal, whatever its language."""
        return next((each.value for each in self.literals(curie)), None)

    def number(self, curie: str) -> int | None:
        """The first number, None where there is none."""
        found = self.text(curie)
        return None if found is None else int(found)

    def in_language(self, curie: str, language: str) -> Literal | None:
        """The literal of a language, else without one, else of another; None: there is none."""
        order = (language, "", *(tag for tag in ("fr", "nl", "en", "de") if tag != language))
        return min(self.literals(curie), key=lambda each: _place(each, order), default=None)

    def properties(self) -> Iterator[str]:
        """The IRIs of the properties, sorted."""
        return iter(sorted(self._said))

    def _values(self, curie: str) -> list[NamedNode | Literal]:
        return self._said.get(term(curie).value, [])


def _place(literal: Literal, order: tuple[str, ...]) -> tuple[int, str]:
    tag = literal.language or ""
    return (order.index(tag) if tag in order else len(order)), literal.value
