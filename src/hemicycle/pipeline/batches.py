"""The linked records of some clusters to pieces of every output: triples, rules, shapes.

A piece holds what is said of the clusters' own nodes. What is said of nodes that
clusters share (persons, accounts, concepts …) goes into sorted runs, which are merged
at the end. Pieces follow one another in the order of the clusters, so no output
depends on how clusters were batched.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace
from pyoxigraph import Quad

from hemicycle.assets import asset
from hemicycle.export.pieces import Heads, heads
from hemicycle.infer import Rule, all_rules
from hemicycle.links import Linked
from hemicycle.mint import Mint
from hemicycle.page import Source
from hemicycle.pipeline.derive import Known, derive, known_quads
from hemicycle.pipeline.facts import known_facts
from hemicycle.pipeline.given import BatchTriples, Given, gather, types_of
from hemicycle.pipeline.ledger import Ledger, batch_ledger
from hemicycle.pipeline.owners import Owners
from hemicycle.pipeline.quoted import Quoted
from hemicycle.pipeline.settings import Settings
from hemicycle.pipeline.written import WrittenPieces, write_pieces, write_shared
from hemicycle.shards import Stretch, read_linked
from hemicycle.triples import (
    Triple,
    older_triples,
    page_triples,
    source_triples,
    vocabulary_classes,
)
from hemicycle.validate import CrossRule, Result, load_rules, load_shapes
from hemicycle.validate.compiled import Checked, Compiled, Term, check, compile_shapes, statements
from hemicycle.vocabulary import vocabulary_files
from hemicycle.whole import written_whole

SHAPES = "shapes"
RULES = "shapes/rules"


class Member(Struct, frozen=True, kw_only=True):
    """One page of a cluster: its linked record, and where other copies of it came from.

    `older` are the linked records of pages that the address had before.
    """

    linked: Stretch
    copies: tuple[Source, ...]
    older: tuple[Stretch, ...]


class BatchTask(Struct, frozen=True, kw_only=True):
    """Some clusters, the stem of the files that take their pieces, and the folder of texts."""

    clusters: tuple[tuple[Member, ...], ...]
    stem: Path
    texts: Path
    settings: Settings


class BatchDone(Struct, frozen=True, kw_only=True):
    """What a batch leaves beside its files: what shapes found, how pieces are cut, its counts."""

    stem: Path
    pages: int
    checked: Checked
    written: WrittenPieces
    ledger: Ledger


class Tools(Struct, frozen=True):
    """What a process makes once: `facts` are graph/authority, `types` the classes it tells.

    `checks` are the rules that hold across documents.
    """

    mint: Mint
    facts: tuple[Quad, ...]
    rules: tuple[Rule, ...]
    checks: tuple[CrossRule, ...]
    known: Known
    types: dict[Term, list[Term]]
    shapes: Compiled
    heads: Heads


def do_batch(task: BatchTask) -> BatchDone:
    """Write the pieces and runs of some clusters, and tell what they hold."""
    tools = make_tools(task.settings)
    pages = list(_given(task, tools.mint))
    owners = Owners(((page.cluster, page.linked) for page in pages), tools.mint)
    derived = derive(pages, tools.known, tools.rules, tools.checks, tools.mint)
    found = gather(pages, derived, owners, tools.mint)
    with written_whole(task.stem) as own:
        written = write_pieces(found, own, tools.heads, tools.mint, task.settings.dumps)
        write_shared(found, own, tools.mint)
    quoted = Quoted(pages, owners, task.texts, tools.mint)
    return BatchDone(
        stem=task.stem,
        pages=len(pages),
        checked=_checked(found, derived.broken, owners, quoted, tools),
        written=written,
        ledger=batch_ledger(pages, _files(task, pages), found, tools.mint),
    )


def _checked(
    found: BatchTriples, broken: Iterable[Result], owners: Owners, quoted: Quoted, tools: Tools
) -> Checked:
    """What shapes, and rules across documents, find in the clusters' own nodes, and where."""
    types = {**tools.types, **types_of(found.merge)}
    checked = check(tools.shapes, found.own(), types, spoken(tools.checks))
    own = (one for one in broken if owners.of(str(one.focus)) is not None)
    return replace(checked, results=tuple(map(quoted.located, (*checked.results, *own))))


def spoken(checks: Iterable[CrossRule]) -> frozenset[str]:
    """The properties whose subjects some rules look at."""
    return frozenset(rule.term for rule in checks if rule.looks_at == "subjects")


@lru_cache(maxsize=1)
def make_tools(settings: Settings) -> Tools:
    """What a process needs for batches; costs a second.

    Raises AuthorityError, QueryError or ShapeError for a broken file of those.
    """
    mint = Mint(settings.base)
    rules, checks = all_rules("family"), load_rules(asset(RULES))
    facts = tuple(known_facts(settings, mint))
    vocabulary = vocabulary_classes(vocabulary_files(settings.authority), mint)
    return Tools(
        mint=mint,
        facts=facts,
        rules=rules,
        checks=checks,
        known=known_quads(facts, rules, checks),
        types=types_of(statements((*facts, *vocabulary))),
        shapes=compile_shapes(load_shapes(asset(SHAPES))),
        heads=heads(),
    )


def _given(task: BatchTask, mint: Mint) -> Iterator[Given]:
    for number, cluster in enumerate(task.clusters):
        for member in cluster:
            linked = read_linked(member.linked)
            yield Given(
                number, linked, page_triples(linked, mint), tuple(_sources(member, linked, mint))
            )


def _files(task: BatchTask, pages: Sequence[Given]) -> dict[str, list[str]]:
    """The names of the files of each page, by its key."""
    members = (member for cluster in task.clusters for member in cluster)
    return {
        page.linked.record.source.key: [
            source.file for source in (page.linked.record.source, *member.copies)
        ]
        for member, page in zip(members, pages, strict=True)
    }


def _sources(member: Member, linked: Linked, mint: Mint) -> Iterator[tuple[Triple, ...]]:
    """Where a page came from beside the first: other copies, and what it replaces."""
    for copy in member.copies:
        yield source_triples(linked.record, copy, mint)
    for older in member.older:
        yield older_triples(linked.record.source.key, read_linked(older).record, mint)
