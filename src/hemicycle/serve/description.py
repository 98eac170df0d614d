"""A build's store to the description of its endpoint, as the SPARQL vocabulary has it.

https://www.w3.org/TR/sparql11-service-description/
"""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, QueryResultsFormat, RdfFormat, Store, Triple

from hemicycle.mint import Mint
from hemicycle.namespaces import PREFIXES
from hemicycle.serve.protocol import MERGE
from hemicycle.serve.settings import Settings

SD = "http://www.w3.org/ns/sparql-service-description#"
_RESULTS = (
    QueryResultsFormat.JSON,
    QueryResultsFormat.XML,
    QueryResultsFormat.CSV,
    QueryResultsFormat.TSV,
)
_GRAPHS = (RdfFormat.TURTLE, RdfFormat.N_TRIPLES, RdfFormat.JSON_LD, RdfFormat.RDF_XML)
_NAMED = ("authority", "eurovoc", "local", "inferred", "provenance", "findings")
_TYPE = NamedNode(f"{PREFIXES['rdf']}type")


def description(store: Store, mint: Mint, endpoint: str, settings: Settings) -> list[Triple]:
    """What the endpoint at an address can do, and which graphs it has; no blank nodes.

    The graphs of single pages are left out: there are as many as pages.
    """
    return [
        *_service(NamedNode(endpoint), settings),
        *_dataset(store, mint, endpoint),
    ]


def _sd(name: str) -> NamedNode:
    return NamedNode(SD + name)


def _service(service: NamedNode, settings: Settings) -> Iterator[Triple]:
    yield Triple(service, _TYPE, _sd("Service"))
    yield Triple(service, _sd("endpoint"), service)
    yield Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query"))
    for form in (*_RESULTS, *_GRAPHS):
        yield Triple(service, _sd("resultFormat"), NamedNode(form.iri))
    words = (
        f"Queries run for at most {settings.time_limit:g} seconds and give at most "
        f"{settings.row_limit} rows; SERVICE, LOAD and updates are refused."
    )
    yield Triple(service, NamedNode(f"{PREFIXES['rdfs']}comment"), Literal(words, language="en"))
    yield Triple(service, _sd("defaultDataset"), NamedNode(f"{service.value}#dataset"))


def _dataset(store: Store, mint: Mint, endpoint: str) -> Iterator[Triple]:
    dataset, merge = NamedNode(f"{endpoint}#dataset"), NamedNode(f"{endpoint}#merge")
    yield Triple(dataset, _TYPE, _sd("Dataset"))
    yield Triple(dataset, _sd("defaultGraph"), merge)
    yield Triple(merge, _TYPE, _sd("Graph"))
    yield Triple(
        merge, NamedNode(f"{PREFIXES['dcterms']}identifier"), Literal(mint.graph(MERGE).value)
    )
    for name in _NAMED:
        graph = mint.graph(name)
        if store.contains_named_graph(graph):
            node, content = NamedNode(f"{endpoint}#{name}"), NamedNode(f"{endpoint}#{name}-graph")
            yield Triple(dataset, _sd("namedGraph"), node)
            yield Triple(node, _TYPE, _sd("NamedGraph"))
            yield Triple(node, _sd("name"), graph)
            yield Triple(node, _sd("graph"), content)
            yield Triple(content, _TYPE, _sd("Graph"))
