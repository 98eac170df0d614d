"""A store's merge to the values of one property at a time, each property scanned once."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from msgspec import Struct
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from hemicycle.mint import Mint
from hemicycle.namespaces import HC, PREFIXES

Values = dict[str, list[str]]
"""What each subject has, in order: IRIs in full, or the words of literals."""

_MERGE = DefaultGraph()
_TYPE = NamedNode(f"{PREFIXES['rdf']}type")
_BODY = NamedNode(str(HC.body))
_STANCE = NamedNode(str(HC.stance))


class Mentioned(Struct, frozen=True):
    """One mention: of what, on which page (its key), and whether an answer claims it."""

    body: str
    page: str
    is_claimed: bool


class Reader:
    """Reads a store by single patterns, which stay cheap on the whole archive.

    Nothing scans all mentions, of which every page has dozens: `mentions` looks up those
    of the things it is asked for.
    """

    def __init__(self, store: Store, mint: Mint) -> None:
        self.mint = mint
        self._store = store
        self._values: dict[str, Values] = {}
        self._texts: dict[str, dict[str, dict[str, str]]] = {}
        self._words: dict[str, str] = {}

    def values(self, curie: str) -> Values:
        """The values of a property by subject, texts of all languages together."""
        if curie not in self._values:
            found: Values = {}
            for subject, value in self._scan(curie):
                found.setdefault(subject, []).append(self._word(value.value))
            for values in found.values():
                values.sort()
            self._values[curie] = found
        return self._values[curie]

    def first(self, curie: str, subject: str) -> str | None:
        """The first value of a subject in the order of the alphabet, None without any."""
        found = self.values(curie).get(subject)
        return found[0] if found else None

    def look_up(self, subject: str, curie: str) -> str | None:
        """The first value of one subject alone: for properties that mentions have too."""
        quads = self._store.quads_for_pattern(NamedNode(subject), _term(curie), None, _MERGE)
        return min((_value(quad.object) for quad in quads), default=None)

    def subjects(self, curie: str) -> Values:
        """The subjects of each value of a property, sorted."""
        inverse: Values = {}
        for subject, values in self.values(curie).items():
            for value in values:
                inverse.setdefault(value, []).append(subject)
        for subjects in inverse.values():
            subjects.sort()
        return inverse

    def text(self, curie: str, subject: str, language: str) -> str | None:
        """The first text of a subject in one language ("" for none), None without any."""
        if curie not in self._texts:
            self._texts[curie] = self._scan_texts(curie)
        return self._texts[curie].get(language, {}).get(subject)

    def instances(self, curie: str) -> list[str]:
        """The things of one class, sorted."""
        quads = self._store.quads_for_pattern(None, _TYPE, _term(curie), _MERGE)
        return sorted(self._word(_iri(quad.subject)) for quad in quads)

    def mentions(self, bodies: Iterable[str]) -> Iterator[Mentioned]:
        """The mentions of these things, in the order of the things."""
        claimed = self.mint.thing("stance/claimed")
        for body in bodies:
            for quad in self._store.quads_for_pattern(None, _BODY, NamedNode(body), _MERGE):
                name = _iri(quad.subject).rpartition("/")[2]
                is_claimed = Quad(quad.subject, _STANCE, claimed) in self._store
                yield Mentioned(body, name.partition("-")[0], is_claimed)

    @cached_property
    def questions_of_pages(self) -> dict[str, str]:
        """The question that each page asks, by the page's key."""
        question = f"{self.mint.base}id/question/"
        return {
            text.rpartition("/")[2]: subject
            for subject, texts in self.values("prov:wasDerivedFrom").items()
            if subject.startswith(question)
            for text in texts
        }

    def _scan(self, curie: str) -> Iterator[tuple[str, NamedNode | Literal]]:
        for quad in self._store.quads_for_pattern(None, _term(curie), None, _MERGE):
            assert isinstance(quad.object, NamedNode | Literal), "no blank nodes in the graph"
            yield self._word(_iri(quad.subject)), quad.object

    def _scan_texts(self, curie: str) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = {}
        for subject, value in self._scan(curie):
            language = (value.language or "") if isinstance(value, Literal) else ""
            texts = found.setdefault(language, {})
            texts[subject] = min(value.value, texts.get(subject, value.value))
        return found

    def _word(self, text: str) -> str:
        """The one copy of a text: the same IRI comes back thousands of times."""
        return self._words.setdefault(text, text)


def _term(curie: str) -> NamedNode:
    prefix, _, name = curie.partition(":")
    return NamedNode(PREFIXES[prefix] + name)


def _iri(term: object) -> str:
    assert isinstance(term, NamedNode), "no blank nodes in the graph"
    return term.value


def _value(term: object) -> str:
    return term.value if isinstance(term, Literal) else _iri(term)
