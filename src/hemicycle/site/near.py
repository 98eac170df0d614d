"""Some questions to what networks read of them: looked up one by one, nothing scanned."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from hemicycle.mint import Mint
from hemicycle.networks.reader import Mentioned, Reader, Values
from hemicycle.site.facts import term

_MERGE = DefaultGraph()
_ACCOUNT = Literal("account")


class _LookedUp(Values):
    """The values of one property, each subject's found when it is first asked for."""

    def __init__(self, find: Callable[[str], list[str]]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, key: str) -> list[str]:
        found = self[key] = self._find(key)
        return found

    def __contains__(self, key: object) -> bool:
        return bool(self[str(key)])

    def get(self, key: str, default: object = None) -> list[str]:
        """The values of a subject, none where there are none."""
        return self[key]


class NearReader(Reader):
    """Reads of a store what concerns some questions, given by their IRIs."""

    def __init__(self, store: Store, mint: Mint, questions: Iterable[str]) -> None:
        super().__init__(store, mint)
        self._chosen = tuple(questions)
        self._by_value: dict[str, Values] = {}
        self._labels: dict[tuple[str, str], dict[str, str]] = {}

    def values(self, curie: str) -> Values:
        """The values of a property by subject."""
        if curie not in self._values:
            self._values[curie] = _LookedUp(lambda subject: self._objects(subject, curie))
        return self._values[curie]

    def subjects(self, curie: str) -> Values:
        """The subjects of each value of a property, sorted."""
        if curie not in self._by_value:
            self._by_value[curie] = _LookedUp(lambda value: self._naming(value, curie))
        return self._by_value[curie]

    def text(self, curie: str, subject: str, language: str) -> str | None:
        """The first text of a subject in one language ("" for none), None without any."""
        key = (curie, subject)
        if key not in self._labels:
            found: dict[str, str] = {}
            for quad in self._quads(NamedNode(subject), curie, None):
                if isinstance(quad.object, Literal):
                    tag, value = quad.object.language or "", quad.object.value
                    found[tag] = min(value, found.get(tag, value))
            self._labels[key] = found
        return self._labels[key].get(language)

    def instances(self, curie: str) -> list[str]:
        """The things of one class that answers to the questions speak of, sorted."""
        if curie == "foaf:OnlineAccount":
            return sorted({body for body, _ in self._named_accounts})
        if curie == "hc:AccountStatement":
            return sorted(self._statements())
        return super().instances(curie)

    def mentions(self, bodies: Iterable[str]) -> Iterator[Mentioned]:
        """The mentions of accounts on the pages of the questions, in the order of accounts."""
        claimed, stance = self.mint.thing("stance/claimed"), term("hc:stance")
        wanted = frozenset(bodies)
        for body, mention in sorted(self._named_accounts):
            if body in wanted:
                page = mention.rpartition("/")[2].partition("-")[0]
                said = Quad(NamedNode(mention), stance, claimed)
                yield Mentioned(body, page, said in self._store)

    @cached_property
    def questions_of_pages(self) -> dict[str, str]:
        """The question that each page asks, by the page's key."""
        texts = self.values("prov:wasDerivedFrom")
        return {
            text.rpartition("/")[2]: question
            for question in self._chosen
            for text in texts[question]
        }

    @cached_property
    def _named_accounts(self) -> tuple[tuple[str, str], ...]:
        """Each account that a page of the questions names, with the mention."""
        kind, found = term("hc:mentionKind"), []
        for key in self.questions_of_pages:
            graph = self.mint.graph(f"page/{key}")
            for quad in self._store.quads_for_pattern(None, kind, _ACCOUNT, graph):
                mention = _value(quad.subject)
                found += [(body, mention) for body in self._objects(mention, "hc:body")]
        return tuple(found)

    def _statements(self) -> Iterator[str]:
        before = self.mint.thing("account-statement/").value
        answers, sections = self.subjects("hc:answers"), self.values("hc:section")
        for question in self._chosen:
            for answer in answers[question]:
                for section in sections[answer]:
                    found = self._naming(section, "hc:within")
                    yield from (each for each in found if each.startswith(before))

    def _objects(self, subject: str, curie: str) -> list[str]:
        quads = self._quads(NamedNode(subject), curie, None)
        return sorted(self._word(_value(quad.object)) for quad in quads)

    def _naming(self, value: str, curie: str) -> list[str]:
        quads = self._quads(None, curie, NamedNode(value))
        return sorted(self._word(_value(quad.subject)) for quad in quads)

    def _quads(
        self, subject: NamedNode | None, curie: str, value: NamedNode | None
    ) -> Iterator[Quad]:
        return self._store.quads_for_pattern(subject, term(curie), value, _MERGE)


def _value(node: object) -> str:
    assert isinstance(node, NamedNode | Literal), "no blank nodes in the graph"
    return node.value
