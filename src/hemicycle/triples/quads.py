"""A linked record to quads: everything one page gives, in its named graphs."""

from collections.abc import Iterable, Iterator
from itertools import chain

from pyoxigraph import NamedNode, Quad

from hemicycle.links import Linked
from hemicycle.mint import Mint
from hemicycle.page import Source
from hemicycle.records import Record
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


def page_quads(linked: Linked, mint: Mint) -> Iterator[Quad]:
    """Everything one page gives: its own graph, then local, provenance and findings.

    The order is that of the record; no quad comes twice. Pages share graph/local,
    so quads of several pages may repeat one another there.
    Raises BuildError when the record has a kind or language that the graph has not.
    """
    page = mint.graph(f"page/{linked.record.source.key}")
    said = chain.from_iterable(triples(linked, mint) for triples in _SAID)
    yield from _placed(dict.fromkeys(said), page)
    # Most triples of a page are those of its mentions, and each mention has its own node.
    yield from _placed(mention_triples(linked, mint), page)
    yield from _placed(dict.fromkeys(local_triples(linked, mint)), mint.graph("local"))
    yield from page_text_quads(linked.record, linked.record.source, mint)
    yield from _placed(dict.fromkeys(finding_triples(linked, mint)), mint.graph("findings"))


def page_text_quads(record: Record, source: Source, mint: Mint) -> Iterator[Quad]:
    """Where a page came from, in graph/provenance.

    `page_quads` has it of the record's own source; another file with the same bytes
    is one more source of the same page.
    """
    triples = page_text_triples(record, source, mint)
    yield from _placed(dict.fromkeys(triples), mint.graph("provenance"))


def _placed(triples: Iterable[Triple], graph: NamedNode) -> Iterator[Quad]:
    for subject, predicate, stated in triples:
        yield Quad(subject, predicate, stated, graph)
