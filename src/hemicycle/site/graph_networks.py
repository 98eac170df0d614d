"""A site to the networks of its build: of all questions, or in a large archive of some."""

from collections import deque
from functools import cached_property, lru_cache

import msgspec
from msgspec import Struct

from hemicycle.errors import ExportError
from hemicycle.networks import (
    EVERYTHING,
    Network,
    Node,
    Selection,
    build_network,
    find_projection,
    network_of,
)
from hemicycle.networks.facts import Facts
from hemicycle.site.data import SiteData
from hemicycle.site.graph_choice import GraphChoice
from hemicycle.site.near import NearReader
from hemicycle.site.near_questions import near_questions

SMALL = 2000
"""Of no more questions than these every network is made whole."""

SUMMED = frozenset(
    (
        *("senator-minister", "senator-minister-by-year", "party-minister"),
        *("minister-minister", "concept-concept"),
    )
)
"""Networks that count and have few nodes: they can be made of all questions too."""

_KEPT, _KNOWN = 4, 64
_OF_FEW = ("question/", "family/")
"""Things that few questions are tied to."""


class Found(Struct, frozen=True):
    """A network, the questions that it is made of, and those it would be made of at most."""

    network: Network
    questions: int
    all_questions: int

    @property
    def is_part(self) -> bool:
        """Whether the archive has more questions than the network is made of."""
        return self.questions < self.all_questions


class Networks:
    """The networks of one build, the last few kept."""

    def __init__(self, site: SiteData) -> None:
        self._site = site
        (row,) = site.rows("question-count")
        self._questions = row.number("questions") or 0
        self._whole = lru_cache(maxsize=_KEPT)(self._build)
        self._near = lru_cache(maxsize=_KEPT)(self._build_near)
        self._made: deque[tuple[bool, str, Selection, tuple[str, ...]]] = deque(maxlen=_KNOWN)

    def find(self, choice: GraphChoice) -> Found:
        """The network that a choice is cut from; raises ExportError where no question is chosen."""
        key = self._key(choice)
        found = self._whole(*key[:2]) if self._is_whole(choice) else self._near(*key)
        self._made.append((self._is_whole(choice), *key))
        return found

    def _key(self, choice: GraphChoice) -> tuple[str, Selection, tuple[str, ...]]:
        """What a network is made of; of a whole one no part is chosen yet."""
        if self._is_whole(choice):
            return choice.projection, choice.selection, ()
        return choice.projection, _in_years(choice), (*choice.around, *choice.more)

    @cached_property
    def years(self) -> tuple[int, int] | None:
        """The first and the last year of asking in the whole archive."""
        (row,) = self._site.rows("question-days")
        days = [row.text(name) for name in ("first", "last")]
        years = [int(day[:4]) for day in days if day]
        return (years[0], years[1]) if len(years) == 2 else None

    def is_slow(self, choice: GraphChoice) -> bool:
        """Whether the network takes a second or more: it is of many questions, and not made yet."""
        things = (*choice.around, *choice.more)
        is_small = bool(things) and all(thing.startswith(_OF_FEW) for thing in things)
        is_quick = is_small and not self._is_whole(choice)
        return self._questions > SMALL and not is_quick and not self._is_made(choice)

    def _is_made(self, choice: GraphChoice) -> bool:
        return (self._is_whole(choice), *self._key(choice)) in self._made

    def _is_whole(self, choice: GraphChoice) -> bool:
        return self._questions <= SMALL or (choice.of_all and choice.projection in SUMMED)

    def _build(self, projection: str, selection: Selection) -> Found:
        build = self._site.build
        network = build_network(build.store, build.mint, projection, selection=selection)
        return Found(network, self._questions, self._questions)

    def _build_near(self, name: str, selection: Selection, things: tuple[str, ...]) -> Found:
        projection = find_projection(name)
        near = near_questions(self._site, things, selection)
        if not near.questions and selection != EVERYTHING:
            raise ExportError(f"no question is chosen by {selection.words()}")
        reader = NearReader(self._site.build.store, self._site.mint, near.questions)
        facts = Facts(reader, near.questions, is_everything=False)
        network = network_of(projection, facts, words=selection.words())
        return Found(network, len(near.questions), near.all)


def _in_years(choice: GraphChoice) -> Selection:
    """What is chosen, and the years too: they choose among all questions, not those at hand."""
    if choice.first is None and choice.last is None:
        return choice.selection
    since = None if choice.first is None else f"{choice.first:04}-01-01"
    until = None if choice.last is None else f"{choice.last:04}-12-31"
    return msgspec.structs.replace(choice.selection, since=since, until=until)


def label_of(node: Node, language: str) -> str:
    """What a node is called in a language; a network has the labels of all."""
    return str(node.values.get(f"label_{language}") or node.label)
