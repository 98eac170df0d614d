"""Named graphs of a store elsewhere to their triples, many small ones in one request."""

from collections.abc import Iterator, Mapping

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolution, Triple

from hemicycle.errors import EndpointError
from hemicycle.mint import Mint
from hemicycle.namespaces import PREFIXES
from hemicycle.remote.endpoint import Endpoint
from hemicycle.remote.published import published_query, solutions

TOGETHER = 5_000
"""How many triples one request reads of small graphs; many servers give 10,000 rows at most."""


_MOST_DIGITS = 4
_BOOLEAN = NamedNode(f"{PREFIXES['xsd']}boolean")
_AS_PRINTED = {"1": "true", "0": "false"}

Batch = list[NamedNode]


def read_graphs(
    endpoint: Endpoint, sizes: Mapping[str, int], mint: Mint
) -> Iterator[tuple[str, Iterator[Triple]]]:
    """The triples of some graphs, graph by graph; `sizes` is how many each should have.

    A graph's triples are to be taken before the next graph. One that comes with fewer than it
    should have is asked again, in parts, and may have more or fewer even then.
    """
    for batch in _batches(sizes):
        if len(batch) == 1 and sizes[batch[0].value] > TOGETHER:
            graph = batch[0]
            yield graph.value, read_graph(endpoint, graph, sizes[graph.value], mint)
            continue
        found: dict[str, list[Triple]] = {graph.value: [] for graph in batch}
        for row in solutions(endpoint, "quads", mint, named=batch):
            if (name := _iri(row)) in found:
                found[name].append(_triple(row))
        for name, triples in found.items():
            is_whole = len(triples) >= sizes[name]
            again = read_graph(endpoint, NamedNode(name), sizes[name], mint)
            yield name, iter(triples) if is_whole else again


def _batches(sizes: Mapping[str, int]) -> Iterator[Batch]:
    """The graphs in their order, as many as go into one request."""
    batch: Batch = []
    together = 0
    for graph, size in sizes.items():
        if batch and together + size > TOGETHER:
            yield batch
            batch, together = [], 0
        batch.append(NamedNode(graph))
        together += size
    if batch:
        yield batch


def read_graph(endpoint: Endpoint, graph: NamedNode, size: int, mint: Mint) -> Iterator[Triple]:
    """The triples of a graph of any size; twice where the first answer was cut off.

    A server that cuts results is asked for parts, by the MD5 of the subjects.
    """
    came = 0
    with endpoint.triples(published_query("graph", mint), (graph,)) as triples:
        for triple in triples:
            came += 1
            yield triple
    if 0 < came < size:
        yield from _in_parts(endpoint, graph, size, came, mint)


def _in_parts(
    endpoint: Endpoint, graph: NamedNode, size: int, most: int, mint: Mint
) -> Iterator[Triple]:
    digits = 1
    while size / 16**digits * 2 > most and digits < _MOST_DIGITS:
        digits += 1
    for number in range(16**digits):
        values = {"digits": Literal(f"{number:0{digits}x}")}
        query = published_query("part-of-graph", mint, values)
        with endpoint.triples(query, (graph,)) as triples:
            yield from triples


def _iri(row: QuerySolution) -> str:
    graph = row["graph"]
    assert isinstance(graph, NamedNode)  # the names of graphs are IRIs in our stores
    return graph.value


def _triple(row: QuerySolution) -> Triple:
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
