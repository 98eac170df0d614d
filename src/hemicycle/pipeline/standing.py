"""Rules on the whole archive to what they gave the last build and need not be asked again for.

A rule with a key is asked again for the values alone that clusters have which are gone or
new; those of surnames not at all, where `surnames_stand` says so; all others as a whole.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, Triple, parse

from hemicycle.infer import (
    Bound,
    Key,
    Rule,
    RuleRun,
    all_rules,
    key_values,
    keyed_triples,
)
from hemicycle.mint import Mint
from hemicycle.pipeline.rule_runs import kept_run
from hemicycle.pipeline.surnames import OF_SURNAMES, surnames_stand
from hemicycle.pipeline.written import pieces
from hemicycle.rdf_bytes import rdf_lines
from hemicycle.store_change import Change, Lines, change_store

MOST_VALUES = 500
"""Where more values of a key are touched, the whole rule takes no longer."""


class Standing(Struct, frozen=True):
    """What a rule added to the last build, and the values for which it is to be asked again.

    `before` is what it constructed for these.
    """

    rule: Rule
    run: RuleRun
    values: tuple[Bound, ...] = ()
    before: frozenset[Triple] = frozenset()

    def again(self, store: Store, mint: Mint) -> RuleRun:
        """What the rule adds to a store that has changed but still holds what it added before."""
        now = keyed_triples(self.rule, self.values, store, mint) if self.values else set()
        graph = DefaultGraph() if self.rule.graph == "inferred" else mint.graph(self.rule.graph)
        came = {one for one in now - self.before if _placed(one, graph) not in store}
        lost = self.before - now
        change = (Lines(tuple(self._lines(some, mint))) for some in (lost, came))
        change_store(store, Change(*change))
        staying = (one for one in self.run.added if one not in lost)
        known = len(now - self.before) - len(came)
        return RuleRun(self.run.name, self.run.graph, (*staying, *sorted(came, key=str)), known)

    def lines(self, mint: Mint) -> Iterator[bytes]:
        """The lines in which the store has what the rule added."""
        yield from self._lines(self.run.added, mint)

    def _lines(self, triples: Collection[Triple], mint: Mint) -> Iterator[bytes]:
        graph = mint.graph(self.rule.graph)
        quads = [_placed(one, graph) for one in triples]
        yield from rdf_lines(quads, RdfFormat.N_QUADS)
        if self.rule.graph == "inferred":
            yield from rdf_lines(triples, RdfFormat.N_TRIPLES)


def standing_rules(
    kept: Path, gone: Sequence[Path], new: Sequence[Path], store: Store, mint: Mint
) -> list[Standing]:
    """The rules that need not run again; `store` is as it was, `gone` and `new` stems of batches.

    `kept` is the stem of what the last build keeps of such rules.
    """
    keys = [rule.key for rule in all_rules("archive") if rule.key is not None]
    touched = _touched(keys, (*gone, *new))
    found = [_standing(rule, kept, touched, store, mint) for rule in all_rules("archive")]
    if surnames_stand(gone, new, store, mint):
        found.extend(
            _as_it_was(rule, kept) for rule in all_rules("archive") if rule.name in OF_SURNAMES
        )
    return [one for one in found if one is not None]


def _touched(keys: Sequence[Key], stems: Sequence[Path]) -> dict[Key, tuple[Bound, ...]]:
    """The values of each key that some batches have; a batch at a time is in memory.

    All that the merge says of a node of a cluster stands in one batch.
    """
    found: dict[Key, dict[Bound, None]] = {key: {} for key in keys}
    for stem in stems:
        triples = list(_triples(stem))
        for key, values in found.items():
            values.update(dict.fromkeys(key_values(key, triples)))
    return {key: tuple(sorted(values, key=str)) for key, values in found.items()}


def _as_it_was(rule: Rule, kept: Path) -> Standing | None:
    run = kept_run(rule, kept)
    return None if run is None else Standing(rule, run)


def _standing(
    rule: Rule, kept: Path, touched: Mapping[Key, tuple[Bound, ...]], store: Store, mint: Mint
) -> Standing | None:
    if rule.key is None:
        return None
    run, values = kept_run(rule, kept), touched[rule.key]
    if run is None or len(values) > MOST_VALUES:
        return None
    return Standing(rule, run, values, frozenset(keyed_triples(rule, values, store, mint)))


def _triples(stem: Path) -> Iterator[Triple]:
    """What the merge has of the nodes of some clusters."""
    return (quad.triple for quad in parse(path=pieces(stem).nt, format=RdfFormat.N_TRIPLES))


def _placed(one: Triple, graph: NamedNode | DefaultGraph) -> Quad:
    return Quad(one.subject, one.predicate, one.object, graph)
