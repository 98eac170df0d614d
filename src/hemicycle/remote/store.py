"""A store elsewhere as queries see a store: the part of pyoxigraph's Store that they use.

Every query is parsed on an empty store of our own first. So it is refused for the same
reasons and in the same words as on a build, and only what parses is sent.
"""

from collections.abc import Iterator, Mapping

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    Store,
    Triple,
    Variable,
    parse_query_results,
)

from hemicycle.errors import QueryError
from hemicycle.mint import Mint
from hemicycle.remote.endpoint import Endpoint
from hemicycle.remote.lexer import tokens
from hemicycle.remote.published import MERGE, read_published
from hemicycle.remote.sparql_text import prologue
from hemicycle.remote.substitute import substituted

Term = NamedNode | BlankNode | Literal | Triple
Found = QuerySolutions | QueryBoolean | QueryTriples

MOST_GRAPHS = 1_000
"""The protocol names every graph a query may look into: more make no request."""

_BESIDE = ("authority", "eurovoc", "local", "inferred", "provenance", "findings")
_NO = ("0", "false")
_YES, _NOT = b'{"head": {}, "boolean": true}', b'{"head": {}, "boolean": false}'
_EVERYTHING = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"


class RemoteStore:
    """Answers queries: the default graph is the merge, graph/all."""

    def __init__(self, endpoint: Endpoint, mint: Mint) -> None:
        self.endpoint = endpoint
        self.mint = mint

    def query(
        self,
        query: str,
        *,
        base_iri: str | None = None,
        prefixes: dict[str, str] | None = None,
        substitutions: Mapping[Variable, Term] | None = None,
    ) -> Found:
        """What a query finds, as pyoxigraph's store would say it.

        Raises SyntaxError for a query that does not parse, EndpointError where the store
        elsewhere does not answer it, QueryError where it looks into too many graphs.
        """
        values = dict(substitutions or {})
        form = Store().query(query, base_iri=base_iri, prefixes=prefixes, substitutions=values)
        text = substituted(query, {name.value: term for name, term in values.items()})
        asked = prologue(base_iri or self.mint.base, prefixes or {}) + text
        default, named = self._graphs(query)
        if isinstance(form, QueryBoolean):
            return _as_truth(self.endpoint.rows(asked, default, named))
        if isinstance(form, QuerySolutions):
            return self.endpoint.rows(asked, default, named)
        with self.endpoint.triples(asked, default, named) as triples:
            return _as_found(triples)

    def _graphs(self, query: str) -> tuple[list[NamedNode], list[NamedNode]]:
        """The default graph and the graphs that GRAPH may look into.

        The protocol lets a query see no other graphs than it names. A query that says FROM
        says for itself what it sees.
        """
        graphs: set[str] = set()
        before = ""
        for token in tokens(query):
            if token.is_blank:
                continue
            if token.word == "FROM":
                return [], []
            if before == "GRAPH" and token.kind != "iri":
                graphs.update(self._all_graphs() if token.kind == "variable" else self._beside())
            elif token.kind == "iri":
                graphs.add(self._below_base(token.text[1:-1]))
            before = token.word
        named = [NamedNode(graph) for graph in sorted(graphs) if graph]
        return [self.mint.graph(MERGE)], named

    def _beside(self) -> list[str]:
        return [self.mint.graph(name).value for name in _BESIDE]

    def _below_base(self, iri: str) -> str:
        """The graph that an IRI of a query means, in full or below the base; else nothing."""
        space = self.mint.graph("").value
        full = iri if iri.startswith(space) else self.mint.base + iri
        return full if full.startswith(space) else ""

    def _all_graphs(self) -> list[str]:
        graphs = list(read_published(self.endpoint, self.mint))
        if len(graphs) > MOST_GRAPHS:
            raise QueryError(
                f"GRAPH with a variable would look into {len(graphs)} graphs",
                remedy="name the graph, or ask a build with --store",
            )
        return [graph for graph in graphs if graph != self.mint.graph(MERGE).value]


def _as_truth(found: QuerySolutions | QueryBoolean) -> Found:
    """Yes or no; Virtuoso 7.2 says it as one row with a number."""
    if isinstance(found, QueryBoolean):
        return found
    cells = [cell for row in found for cell in row]
    is_true = any(isinstance(cell, Literal) and cell.value not in _NO for cell in cells)
    return parse_query_results(_YES if is_true else _NOT, format=QueryResultsFormat.JSON)


def _as_found(triples: Iterator[Triple]) -> QueryTriples:
    """Triples as a query's result, which only a store makes."""
    store = Store()
    store.extend(Quad(one.subject, one.predicate, one.object) for one in triples)
    found = store.query(_EVERYTHING)
    assert isinstance(found, QueryTriples)
    return found
