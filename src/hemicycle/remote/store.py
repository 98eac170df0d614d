"""A store elsewhere as readers see a store: the part of pyoxigraph's Store that they use.

Every query is parsed on an empty store of our own first. So it is refused for the same
reasons and in the same words as on a build, and only what parses is sent.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from pyoxigraph import (
    DefaultGraph,
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

from hemicycle.errors import BrokenOffError, EndpointError, QueryError
from hemicycle.mint import Mint
from hemicycle.remote.dataset import Dataset, chosen, dataset_of
from hemicycle.remote.endpoint import Endpoint
from hemicycle.remote.graphs import MERGE, is_of_build
from hemicycle.remote.limited import with_limit
from hemicycle.remote.patterns import Patterns, Seen, Term, Where
from hemicycle.remote.published import graph_sizes, read_published
from hemicycle.remote.sparql_text import prologue
from hemicycle.remote.substitute import substituted
from hemicycle.remote.whole import WholeRows

Found = QuerySolutions | QueryBoolean | QueryTriples

MOST_GRAPHS = 1_000
"""The protocol names every graph a query may look into: more make no request."""

_NO = ("0", "false")
_YES, _NOT = b'{"head": {}, "boolean": true}', b'{"head": {}, "boolean": false}'
_EVERYTHING = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"


class RemoteStore:
    """Answers queries and patterns: the default graph is the merge, graph/all."""

    def __init__(self, endpoint: Endpoint, mint: Mint) -> None:
        self.endpoint = endpoint
        self.mint = mint
        self._rows = WholeRows(endpoint)
        self._patterns = Patterns(self._rows, mint)

    def query(
        self,
        query: str,
        *,
        base_iri: str | None = None,
        prefixes: dict[str, str] | None = None,
        substitutions: Mapping[Variable, Term] | None = None,
        default_graph: Sequence[Where] | None = None,
        named_graphs: Sequence[NamedNode] | None = None,
        most: int | None = None,
    ) -> Found:
        """What a query finds, as pyoxigraph's store would say it; of a SELECT `most` rows.

        Raises SyntaxError for a query that does not parse, EndpointError where the store
        elsewhere does not answer it, QueryError where it looks into too many graphs.
        """
        values = dict(substitutions or {})
        form = Store().query(query, base_iri=base_iri, prefixes=prefixes, substitutions=values)
        terms = {name.value: term for name, term in values.items()}
        before = prologue(base_iri or self.mint.base, prefixes or {})
        if default_graph is None and named_graphs is None:
            sees = dataset_of(query, self.mint, before, terms, self._all_graphs)
        else:
            sees = self._chosen(default_graph or (), named_graphs or ())
        asked = before + substituted(query, terms)
        if isinstance(form, QueryBoolean):
            return _as_truth(self.endpoint.rows(asked, sees.default, sees.named))
        if isinstance(form, QuerySolutions):
            limited = None if most is None else before + with_limit(substituted(query, terms), most)
            return self._selected(asked, limited, sees)
        with self.endpoint.triples(asked, sees.default, sees.named) as triples:
            return _as_found(triples)

    def _selected(self, asked: str, limited: str | None, sees: Dataset) -> Found:
        seen = Seen()
        ask = partial(self._rows.rows, default=sees.default, named=sees.named, look=seen.look)
        try:
            found = ask(asked if limited is None else limited)
        except BrokenOffError:
            raise
        except EndpointError:
            if limited is None:
                raise
            found = ask(
                asked
            )  # Virtuoso 7.2 sorts no more rows than it gives, where a limit is set
        self._patterns.expect(seen.things())
        return found

    def quads_for_pattern(
        self,
        subject: Term | None,
        predicate: Term | None,
        object: Term | None,
        graph_name: Where | None = None,
    ) -> Iterator[Quad]:
        """The quads of a pattern; without a graph those of all the build's graphs.

        Raises EndpointError, as late as a quad is wanted.
        """
        return self._patterns.quads((subject, predicate, object, graph_name))

    def __contains__(self, quad: Quad) -> bool:
        """Whether the build has a quad."""
        where = quad.graph_name
        assert isinstance(where, Where)  # no graph of ours is a blank node
        found = self.quads_for_pattern(quad.subject, quad.predicate, quad.object, where)
        return next(found, None) is not None

    def contains_named_graph(self, graph_name: NamedNode) -> bool:
        """Whether the build has a graph that holds something."""
        return next(self.quads_for_pattern(None, None, None, graph_name), None) is not None

    def named_graphs(self) -> Iterator[NamedNode]:
        """The named graphs that a build of our own would have."""
        names = graph_sizes(self.endpoint, self.mint)
        return (NamedNode(name) for name in names if is_of_build(name, self.mint))

    def _chosen(self, default: Sequence[Where], named: Sequence[NamedNode]) -> Dataset:
        merge = self.mint.graph(MERGE).value
        names = [merge if isinstance(name, DefaultGraph) else name.value for name in default]
        return chosen(names, [name.value for name in named], self.mint)

    def _all_graphs(self) -> list[str]:
        graphs = [
            graph
            for graph in read_published(self.endpoint, self.mint)
            if is_of_build(graph, self.mint)
        ]
        if len(graphs) > MOST_GRAPHS:
            raise QueryError(
                f"GRAPH with a variable would look into {len(graphs)} graphs",
                remedy="name the graph, or ask a build with --store",
            )
        return graphs


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
