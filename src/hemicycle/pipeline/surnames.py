"""Clusters that are gone or new to whether the rules of surnames find what they found before.

They look at the surnames that bulletins print, who asked what of these, and at which senators
asked a question of which legislature.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, parse

from hemicycle.mint import Mint
from hemicycle.namespaces import HC
from hemicycle.pipeline.written import MERGE, pieces, run_file

OF_SURNAMES = frozenset(("12-surnames", "surname-not-joined"))
"""The names of these rules."""

_ASKED_BY, _LEGISLATURE = NamedNode(HC.askedBy), NamedNode(HC.legislature)
_SURNAME = re.compile(r"\d+-")
"""What opens the name of a person who is known by surname and legislature alone."""


class _Asked(Struct, frozen=True):
    """Somebody who asked a question of a legislature."""

    senator: NamedNode
    legislature: NamedNode


class _Touched(Struct, frozen=True):
    """What some clusters say of senators: questions with who asked them, lines on surnames."""

    asked: dict[NamedNode, tuple[_Asked, ...]]
    surnames: frozenset[bytes]

    @property
    def pairs(self) -> set[_Asked]:
        """Each senator with each legislature."""
        return {pair for pairs in self.asked.values() for pair in pairs}


def surnames_stand(gone: Sequence[Path], new: Sequence[Path], store: Store, mint: Mint) -> bool:
    """Whether nothing that these rules look at changes; `store` is as it was.

    `gone` and `new` are stems of batches. False where it is not known.
    """
    old, now = (_touched(stems, mint) for stems in (gone, new))
    if old.surnames != now.surnames:
        return False
    pairs = old.pairs | now.pairs
    if any(_is_surname(pair.senator.value, mint) for pair in pairs):
        return False
    touched = old.asked.keys() | now.asked.keys()
    return all(_is_said(pair, touched, store) for pair in old.pairs ^ now.pairs)


def _touched(stems: Iterable[Path], mint: Mint) -> _Touched:
    asked: dict[NamedNode, tuple[_Asked, ...]] = {}
    surnames: set[bytes] = set()
    for stem in stems:
        asked |= dict(_asked(stem))
        for name in (MERGE, "local"):
            surnames.update(_surname_lines(run_file(stem, name), mint))
    return _Touched(asked, frozenset(surnames))


def _asked(stem: Path) -> Iterator[tuple[NamedNode, tuple[_Asked, ...]]]:
    """The questions of a batch, with who asked them."""
    said: dict[NamedNode, dict[str, list[NamedNode]]] = {}
    for quad in parse(path=pieces(stem).nt, format=RdfFormat.N_TRIPLES):
        if quad.predicate in (_ASKED_BY, _LEGISLATURE) and isinstance(quad.subject, NamedNode):
            assert isinstance(quad.object, NamedNode), quad
            facts = said.setdefault(quad.subject, {})
            facts.setdefault(quad.predicate.value, []).append(quad.object)
    for question, facts in said.items():
        senators, legislatures = (facts.get(name.value, ()) for name in (_ASKED_BY, _LEGISLATURE))
        yield question, tuple(_Asked(who, era) for who in senators for era in legislatures)


def _surname_lines(run: Path, mint: Mint) -> Iterator[bytes]:
    """The lines of a run on persons who are known by surname and legislature."""
    start = f"<{mint.thing('person/').value}".encode()
    for line in run.read_bytes().splitlines():
        if line.startswith(start) and line[len(start) : len(start) + 1].isdigit():
            yield line


def _is_surname(iri: str, mint: Mint) -> bool:
    return _SURNAME.match(iri.removeprefix(mint.thing("person/").value)) is not None


def _is_said(pair: _Asked, touched: Iterable[NamedNode], store: Store) -> bool:
    """Whether a question that nothing touches was asked by somebody, of a legislature."""
    others = set(touched)
    asked = store.quads_for_pattern(None, _ASKED_BY, pair.senator, DefaultGraph())
    return any(
        Quad(quad.subject, _LEGISLATURE, pair.legislature) in store
        for quad in asked
        if quad.subject not in others
    )
