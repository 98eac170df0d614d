"""A linked record to triples: everything one page gives, by the named graph it stands in."""

from collections.abc import Iterable, Iterator
from itertools import chain

from msgspec import Struct
from pyoxigraph import NamedNode, Quad

from hemicycle.links import Linked
from hemicycle.mint import Mint
from hemicycle.page import Source
from hemicycle.records import Record
from hemicycle.triples import terms
from hemicycle.triples.account import account_triples, statement_triples
from hemicycle.triples.answer import answer_triples
from hemicycle.triples.event import event_triples
from hemicycle.triples.finding import finding_triples
from hemicycle.triples.local import local_triples
from hemicycle.triples.mention import mention_triples
from hemicycle.triples.page_text import page_text_triples
from hemicycle.triples.part import answer_part_triples, question_part_triples
from hemicycle.triples.question import question_triples
from hemicycle.triples.terms import Triple

_SAID = (
    question_triples,
    question_part_triples,
    event_triples,
    answer_triples,
    answer_part_triples,
    account_triples,
    statement_triples,
)


class PageTriples(Struct, frozen=True, kw_only=True):
    """What one page gives to each graph, no triple twice, in the order of the record.

    Pages share graph/local, so several pages may repeat one another there.
    """

    page: tuple[Triple, ...]
    local: tuple[Triple, ...]
    provenance: tuple[Triple, ...]
    findings: tuple[Triple, ...]


def page_triples(linked: Linked, mint: Mint) -> PageTriples:
    """Everything one page gives.

    Raises BuildError when the record has a kind or language that the graph has not.
    """
    said = chain.from_iterable(triples(linked, mint) for triples in _SAID)
    source = linked.record.source
    return PageTriples(
        # Most triples of a page are those of its mentions, and each mention has its own node.
        page=(*dict.fromkeys(said), *mention_triples(linked, mint)),
        local=tuple(dict.fromkeys(local_triples(linked, mint))),
        provenance=source_triples(linked.record, source, mint),
        findings=tuple(dict.fromkeys(finding_triples(linked, mint))),
    )


def source_triples(record: Record, source: Source, mint: Mint) -> tuple[Triple, ...]:
    """Where a page came from, for graph/provenance.

    `page_triples` has it of the record's own source; another file with the same bytes
    is one more source of the same page.
    """
    return tuple(dict.fromkeys(page_text_triples(record, source, mint)))


def older_triples(key: str, older: Record, mint: Mint) -> tuple[Triple, ...]:
    """Where an older page of the same address came from, for graph/provenance.

    `key` is that of the page that is built in its place; nothing else is said of the older one.
    """
    newer, replaced = (mint.thing(f"text/{one}") for one in (key, older.source.key))
    sources = source_triples(older, older.source, mint)
    return (*sources, (newer, terms.WAS_REVISION_OF, replaced))


def page_quads(linked: Linked, mint: Mint) -> Iterator[Quad]:
    """Everything one page gives as quads: its own graph, then local, provenance and findings."""
    given = page_triples(linked, mint)
    yield from placed(given.page, mint.graph(f"page/{linked.record.source.key}"))
    yield from placed(given.local, mint.graph("local"))
    yield from placed(given.provenance, mint.graph("provenance"))
    yield from placed(given.findings, mint.graph("findings"))


def placed(triples: Iterable[Triple], graph: NamedNode) -> Iterator[Quad]:
    """Triples as quads of one graph."""
    for subject, predicate, stated in triples:
        yield Quad(subject, predicate, stated, graph)
