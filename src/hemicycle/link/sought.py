"""All that linking looks for in a text to where it may stand: one pass of one automaton.

What is found is worth a closer look, no more: a name may go on otherwise, a word of a rule
stand where the rule does not hold. What is not found is nowhere in the text.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum

from ahocorasick_rs import BytesAhoCorasick, Implementation
from msgspec import Struct

from hemicycle.link.damaged import LONE_N_BEFORE, LOST
from hemicycle.link.names import Branch
from hemicycle.link.referrals import COMPETENCE, REFERRING
from hemicycle.link.signs import DROPPED


class Kind(IntEnum):
    """What a pattern is looked for."""

    OPENER = 0
    ACRONYM = 1
    REFERRING = 2
    COMPETENCE = 3
    LONE_N = 4
    LOST = 5
    BLOG = 6


_BEFORE = f" &+{DROPPED}"
"""What stands before a word; regular expressions see one behind the last three, too."""

_BLOGS = ("hyves nl", "wordpress com", "blogspot com", "blogspot be", "skynetblogs be")
_LOCAL = {
    **dict.fromkeys(("spf", "fod", "spp", "pod", "programmatorische"), ""),
    "service": "public ",
    "federale": "overheidsdienst ",
}
"""What opens the name of a service, also of one that no authority file has."""

_ENOUGH = 4
"""How many signs of a second word are sought: with more the tables are larger, with no gain."""

_WORD = re.compile(r"[^ ]+")


class Sought(Struct, frozen=True):
    """What is looked for: the kind of each of the automaton's patterns, first words of names."""

    automaton: BytesAhoCorasick
    kinds: tuple[int, ...]
    openers: frozenset[str]


class Seen(Struct, frozen=True, gc=False):
    """The places in a text, each list in its order, and what else may be there.

    `openers` are words that may open a known name, or one like it; `referring` and
    `competence` are what the rules of `referrals` begin to look at.
    """

    openers: Sequence[int]
    referring: Sequence[int]
    competence: Sequence[int]
    may_have_lone_n: bool
    may_have_lost: bool
    may_have_blog: bool

    def between(self, start: int, end: int) -> "Seen":
        """What stands in [start, end) of the text, by its place behind `start`."""
        return Seen(
            _between(self.openers, start, end),
            _between(self.referring, start, end) if self.referring else (),
            _between(self.competence, start, end) if self.competence else (),
            self.may_have_lone_n,
            self.may_have_lost,
            self.may_have_blog,
        )


def sought(names: Mapping[str, Branch]) -> Sought:
    """What is to be looked for, where some names are known."""
    patterns: dict[str, Kind] = {
        **dict.fromkeys(_openings(names), Kind.OPENER),
        **dict.fromkeys((f" {word} " for word in names if names[word].in_capitals), Kind.ACRONYM),
        **dict.fromkeys(
            (f"{sign}{word}" for word in REFERRING for sign in _BEFORE), Kind.REFERRING
        ),
        **dict.fromkeys(COMPETENCE, Kind.COMPETENCE),
        **dict.fromkeys(
            (f"{sign}n {word}" for word in LONE_N_BEFORE for sign in _BEFORE), Kind.LONE_N
        ),
        **dict.fromkeys((f" {word} " for word in LOST), Kind.LOST),
        **dict.fromkeys((f" {host}" for host in _BLOGS), Kind.BLOG),
    }
    ordered = sorted(patterns)
    return Sought(
        BytesAhoCorasick(
            [pattern.encode("ascii") for pattern in ordered], implementation=Implementation.DFA
        ),
        tuple(int(patterns[pattern]) for pattern in ordered),
        frozenset(names),
    )


def _openings(names: Mapping[str, Branch]) -> Iterator[str]:
    """How names begin: with a word that is one, with one and the head of the next, or a gap."""
    for word, branch in names.items():
        if branch.names:
            yield f" {word} "
        if branch.onward:
            yield f" {word}   "
            for second in branch.onward:
                head = f"{second} "[:_ENOUGH]
                yield from (f" {word} {head}", f" {word}  {head}")
        if word in _LOCAL:
            yield f" {word} {_LOCAL[word]}"


def seek(text: str, plain: str, sought: Sought) -> Seen:
    """What a text may hold of all that is sought; `plain` are its words between two blanks."""
    places: tuple[list[int], ...] = ([], [], [], [], [], [], [])
    kinds = sought.kinds
    searched = plain.encode("ascii")
    for pattern, place, _ in sought.automaton.find_matches_as_indexes(searched, overlapping=True):
        places[kinds[pattern]].append(place)
    openers, acronyms, referring, competence, lone_n, lost, blog = places
    openers += [place for place in acronyms if not text[place].islower()]
    if DROPPED in plain:
        openers = list(_openers(plain, sought.openers))
    return Seen(
        sorted(set(openers)),
        sorted(referring),
        [place - 1 for place in competence],
        bool(lone_n),
        bool(lost),
        bool(blog),
    )


def _openers(plain: str, known: frozenset[str]) -> Iterator[int]:
    """The words that open a name in a text that has signs which nobody sees."""
    for word in _WORD.finditer(plain):
        if word.group().replace(DROPPED, "") in known:
            yield word.start() - 1


def _between(places: Sequence[int], start: int, end: int) -> Sequence[int]:
    first = bisect_left(places, start)
    return [place - start for place in places[first : bisect_left(places, end, first)]]
