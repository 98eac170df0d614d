"""Named graphs of a store elsewhere to their triples, some graphs at once."""

from collections.abc import Iterator, Mapping
from functools import partial

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolution, Triple

from hemicycle.errors import EndpointError
from hemicycle.mint import Mint
from hemicycle.namespaces import PREFIXES
from hemicycle.remote.endpoint import Endpoint
from hemicycle.remote.fingerprint import Fingerprint, fingerprint
from hemicycle.remote.parts import in_parts
from hemicycle.remote.published import published_query

LARGE = 100_000
"""A graph of more triples is not held in memory."""

_BOOLEAN = NamedNode(f"{PREFIXES['xsd']}boolean")
_AS_PRINTED = {"1": "true", "0": "false"}


def read_graphs(
    endpoint: Endpoint, sizes: Mapping[str, int], mint: Mint
) -> Iterator[tuple[str, Iterator[Triple]]]:
    """The triples of some graphs, graph by graph; `sizes` is how many each should have.

    A graph's triples are to be taken before the next graph; it may have more or fewer than
    it should.
    """
    small = [graph for graph, size in sizes.items() if size <= LARGE]
    asked = (partial(_triples, endpoint, graph, sizes[graph], mint) for graph in small)
    for graph, triples in zip(small, endpoint.at_once(asked), strict=True):
        yield graph, iter(triples)
    for graph, size in sizes.items():
        if size > LARGE:
            yield graph, read_graph(endpoint, NamedNode(graph), size, mint)


def graph_fingerprints(
    endpoint: Endpoint, sizes: Mapping[str, int], mint: Mint
) -> Iterator[tuple[str, Fingerprint]]:
    """What some graphs there are, graph by graph in their order; `sizes` as above."""
    asked = (partial(_fingerprint, endpoint, graph, size, mint) for graph, size in sizes.items())
    yield from zip(sizes, endpoint.at_once(asked), strict=True)


def _fingerprint(endpoint: Endpoint, graph: str, size: int, mint: Mint) -> Fingerprint:
    return fingerprint(read_graph(endpoint, NamedNode(graph), size, mint))


def _triples(endpoint: Endpoint, graph: str, size: int, mint: Mint) -> list[Triple]:
    return list(read_graph(endpoint, NamedNode(graph), size, mint))


def read_graph(endpoint: Endpoint, graph: NamedNode, size: int, mint: Mint) -> Iterator[Triple]:
    """The triples of a graph of any size; twice where the first answer was cut off.

    A server that cuts results is asked for parts.
    """
    came = 0
    with endpoint.triples(published_query("graph", mint), (graph,)) as triples:
        for triple in triples:
            came += 1
            yield triple
    if 0 < came < size:
        yield from in_parts(endpoint, graph, came, mint)


def row_triple(row: QuerySolution) -> Triple:
    """The triple of a row with subject, predicate and object; EndpointError where it is none."""
    subject, predicate, found = row["subject"], row["predicate"], row["object"]
    if not isinstance(subject, NamedNode | BlankNode) or not isinstance(predicate, NamedNode):
        raise EndpointError(f"answers with what is no triple: {subject} {predicate}")
    return Triple(subject, predicate, _as_printed(found))


def _as_printed(
    term: NamedNode | BlankNode | Literal | Triple,
) -> NamedNode | BlankNode | Literal | Triple:
    """Virtuoso 7.2 writes booleans as 1 and 0 in rows, and as they are in triples."""
    if isinstance(term, Literal) and term.datatype == _BOOLEAN and term.value in _AS_PRINTED:
        return Literal(_AS_PRINTED[term.value], datatype=_BOOLEAN)
    return term
