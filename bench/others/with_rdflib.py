"""Records to Turtle and JSON-LD, and questions asked of the graph: ours beside rdflib's."""

import json
import statistics
from collections.abc import Iterator, Sequence
from pathlib import Path

import pyoxigraph as ox
from rdflib import Graph, Literal, URIRef
from rdflib.term import Node

from hemicycle.assets import asset
from hemicycle.export.pieces import CONTEXT, Heads, heads, jsonld_piece, turtle_piece
from hemicycle.links import Linked
from hemicycle.mint import Mint
from hemicycle.namespaces import PREFIXES
from hemicycle.rdf_bytes import rdf_lines
from hemicycle.triples import page_triples
from hemicycle.triples.terms import Triple
from others.timing import Compared, compare, seconds

QUESTIONS = Path(__file__).parent / "questions"
"""Ten queries of as many kinds, in SPARQL that both take as it stands."""


def serialising(records: Sequence[Linked], mint: Mint, rounds: int) -> Iterator[Compared]:
    """Linked records to the triples of their pages, and those to the bytes of a file."""
    statements, begin = list(dict.fromkeys(_statements(records, mint))), heads()
    for form, write in (("Turtle", _turtle), ("JSON-LD", _jsonld)):
        yield compare(
            f"{len(records)} records to {form}",
            lambda write=write: [write(record, begin, mint) for record in records],  # type: ignore[misc]
            "rdflib",
            lambda form=form: _serialise(statements, form),  # type: ignore[misc]
            rounds,
        )


def _statements(records: Sequence[Linked], mint: Mint) -> Iterator[ox.Triple]:
    for record in records:
        made = page_triples(record, mint)
        yield from (ox.Triple(*triple) for triple in (*made.page, *made.local))


def _turtle(record: Linked, begin: Heads, mint: Mint) -> bytes:
    return turtle_piece([statement for _, statement in _ordered(record, mint)], begin)


def _jsonld(record: Linked, begin: Heads, mint: Mint) -> bytes:
    return jsonld_piece([triple for triple, _ in _ordered(record, mint)], begin)


def _ordered(record: Linked, mint: Mint) -> list[tuple[Triple, ox.Triple]]:
    """The triples of a page in the order of their lines, as a build writes them."""
    made = page_triples(record, mint)
    triples = [*made.page, *made.local]
    statements = [ox.Triple(*triple) for triple in triples]
    lines = rdf_lines(statements, ox.RdfFormat.N_TRIPLES)
    found = sorted(zip(lines, triples, statements, strict=True), key=lambda one: one[0])
    return [(triple, statement) for _, triple, statement in found]


def _serialise(statements: Sequence[ox.Triple], form: str) -> str:
    """What a user of rdflib does: make its terms, add them to a graph, serialise it."""
    graph = as_rdflib(statements)
    if form == "Turtle":
        return graph.serialize(format="turtle")
    context = json.loads(asset(CONTEXT).read_text("utf-8"))["@context"]
    return graph.serialize(format="json-ld", context=context)


def as_rdflib(statements: Sequence[ox.Triple]) -> Graph:
    """The same triples in rdflib's terms."""
    graph = Graph(bind_namespaces="none")
    for prefix, space in PREFIXES.items():
        graph.bind(prefix, space)
    for statement in statements:
        graph.add(tuple(map(_term, (statement.subject, statement.predicate, statement.object))))  # type: ignore[arg-type]
    return graph


def _term(term: object) -> Node:
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    assert isinstance(term, ox.Literal)  # we have no blank nodes
    if term.language:
        return Literal(term.value, lang=term.language)
    return Literal(term.value, datatype=URIRef(term.datatype.value), normalize=False)


def asking(store: ox.Store, graph: Graph, mint: Mint, rounds: int) -> Iterator[Compared]:
    """The queries on the merge: on our store on disk, and on the same triples in rdflib.

    Both have to find as many rows.
    """
    for file in sorted(QUESTIONS.glob("*.rq")):
        query = file.read_text("utf-8")
        counts: list[int] = []
        ours = [seconds(lambda: counts.append(_rows(store, query, mint))) for _ in range(rounds)]  # noqa: B023
        theirs = seconds(lambda: counts.append(len(list(_ask_rdflib(graph, query, mint)))))  # noqa: B023
        if len(set(counts)) > 1:
            raise SystemExit(f"query {file.name} finds {counts} rows")
        yield Compared(f"query {file.stem}", statistics.median(ours), "rdflib, once", theirs)


def _rows(store: ox.Store, query: str, mint: Mint) -> int:
    found = store.query(query, base_iri=mint.base, prefixes=PREFIXES)
    assert not isinstance(found, ox.QueryBoolean)  # none of them is an ASK query
    return sum(1 for _ in found)


def _ask_rdflib(graph: Graph, query: str, mint: Mint) -> Iterator[object]:
    yield from graph.query(query, initNs=PREFIXES, base=mint.base)
