"""Pages of some clusters to what the rules of scope `family` derive from them."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from pyoxigraph import Literal, NamedNode, Quad, Store
from pyoxigraph import Triple as Statement

from hemicycle.infer import Rule, infer, mention_kinds, premises
from hemicycle.mint import Mint
from hemicycle.pipeline.given import Derived, Given
from hemicycle.triples import Triple
from hemicycle.validate import CrossRule, rule_results


class Known(Struct, frozen=True):
    """What rules read: properties, kinds of mentions (None: all), and what the authority says."""

    premises: frozenset[str]
    mentions: tuple[str, ...] | None
    authority: tuple[Quad, ...]


def known_quads(
    authority: Iterable[Quad], rules: Sequence[Rule], checks: Sequence[CrossRule]
) -> Known:
    """What some rules read; the authority's quads in its graph and in the merge."""
    wanted = premises((*rules, *checks))
    read = [quad for quad in authority if quad.predicate.value in wanted]
    return Known(
        wanted, mention_kinds((*rules, *checks)), (*read, *(_merged(quad) for quad in read))
    )


def derive(
    pages: Sequence[Given],
    known: Known,
    rules: Sequence[Rule],
    checks: Sequence[CrossRule],
    mint: Mint,
) -> Derived:
    """What the rules add, on a store in memory that holds these pages and the authority.

    What the rules across documents then find there is told too.
    """
    store = Store()
    store.bulk_extend(known.authority)
    store.bulk_extend(_premises(pages, known, mint))
    added: dict[str, set[Statement]] = {"inferred": set(), "findings": set()}
    for run in infer(store, mint, rules):
        added[run.graph].update(run.added)
    return Derived(
        _in_order(added["inferred"]),
        _in_order(added["findings"]),
        tuple(result for rule in checks for result in rule_results(rule, store, mint.base)),
    )


def _in_order(found: Iterable[Statement]) -> tuple[Triple, ...]:
    """Statements as N-Triples sorts them: a store gives them in an order of its own."""
    return tuple(map(statement_tuple, sorted(found, key=str)))


def _premises(pages: Sequence[Given], known: Known, mint: Mint) -> Iterator[Quad]:
    """What rules read of the pages, in its graph and in the merge."""
    names: dict[NamedNode, bool] = {}
    for graph, triple in _placed(pages, known, mint):
        predicate = triple[1]
        is_read = names.get(predicate)
        if is_read is None:
            is_read = names[predicate] = predicate.value in known.premises
        if is_read:
            yield Quad(*triple, graph)
            yield Quad(*triple)


def _placed(pages: Sequence[Given], known: Known, mint: Mint) -> Iterator[tuple[NamedNode, Triple]]:
    local, mentions = mint.graph("local"), mint.thing("mention/").value
    for page in pages:
        graph = mint.graph(f"page/{page.linked.record.source.key}")
        for triple in _told(page.triples.page, mentions, known.mentions):
            yield graph, triple
        for triple in page.triples.local:
            yield local, triple


def _told(
    triples: Iterable[Triple], mentions: str, kinds: tuple[str, ...] | None
) -> Iterator[Triple]:
    """All triples but those of mentions that no rule reads: these are most of a page's."""
    last: NamedNode | None = None
    is_told = True
    for triple in triples:
        if triple[0] is not last:
            last = triple[0]
            name = last.value
            # mention/{page}-{start}-{end}-{kind}, see docs/graph.md
            is_told = (
                kinds is None
                or not name.startswith(mentions)
                or name.split("-", 3)[3].startswith(kinds)
            )
        if is_told:
            yield triple


def _merged(quad: Quad) -> Quad:
    return Quad(quad.subject, quad.predicate, quad.object)


def statement_tuple(found: Statement) -> Triple:
    """A constructed triple taken apart: our graphs have neither blank nodes nor triple terms."""
    subject, stated = found.subject, found.object
    assert isinstance(subject, NamedNode), found
    assert isinstance(stated, NamedNode | Literal), found
    return subject, found.predicate, stated
