"""The files of a build and its counts to a catalogue: DCAT for the files, VoID for the graph."""

from msgspec import Struct
from rdflib import DCAT, DCTERMS, RDF, VOID, XSD, Graph, Literal, Namespace, URIRef

from hemicycle.manifest import FileFacts
from hemicycle.mint import Mint
from hemicycle.namespaces import HC, PREFIXES

LICENCE = URIRef("https://opensource.org/license/mit")
_TITLES = {
    "en": "The written questions of the Belgian Senate",
    "fr": "Les questions écrites du Sénat de Belgique",
    "nl": "De schriftelijke vragen van de Belgische Senaat",
}
_MEDIA_TYPES = {
    ".csv": "text/csv",
    ".gexf": "application/gexf+xml",
    ".graphml": "application/graphml+xml",
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".jsonld": "application/ld+json",
    ".nq": "application/n-quads",
    ".ttl": "text/turtle",
    ".txt": "text/plain",
}


class TermCount(Struct, frozen=True):
    """How many things a class has, or how many triples a property."""

    term: str
    count: int


class Counts(Struct, frozen=True):
    """What the merge holds: triples, and things by class and triples by property."""

    triples: int
    classes: tuple[TermCount, ...]
    properties: tuple[TermCount, ...]


def catalog_turtle(files: tuple[FileFacts, ...], counts: Counts, mint: Mint) -> str:
    """The catalogue as Turtle; it says nothing of when it was made."""
    graph = Graph(bind_namespaces="none")
    for prefix in ("dcat", "dcterms", "hc", "void", "xsd"):
        graph.bind(prefix, Namespace(PREFIXES[prefix]))
    dataset = URIRef(mint.thing("dataset/hemicycle").value)
    graph.add((dataset, RDF.type, DCAT.Dataset))
    graph.add((dataset, RDF.type, VOID.Dataset))
    for language, title in _TITLES.items():
        graph.add((dataset, DCTERMS.title, Literal(title, lang=language)))
    graph.add((dataset, DCTERMS.license, LICENCE))
    graph.add((dataset, VOID.triples, Literal(counts.triples)))
    for row in counts.classes:
        _partition(graph, dataset, VOID.classPartition, VOID["class"], VOID.entities, row, mint)
    for row in counts.properties:
        _partition(graph, dataset, VOID.propertyPartition, VOID.property, VOID.triples, row, mint)
    for facts in files:
        _distribution(graph, dataset, facts, mint)
    return graph.serialize(format="turtle")


def _partition(
    graph: Graph,
    dataset: URIRef,
    link: URIRef,
    names: URIRef,
    counts: URIRef,
    row: TermCount,
    mint: Mint,
) -> None:
    kind = str(link).rpartition("#")[2].removesuffix("Partition")
    name = row.term.replace("#", "/").rstrip("/").split("/")[-1]
    host = row.term.split("/")[2]
    part = URIRef(mint.thing(f"partition/{kind}-{host}-{name}").value)
    graph.add((dataset, link, part))
    graph.add((part, names, URIRef(row.term)))
    graph.add((part, counts, Literal(row.count)))


def _distribution(graph: Graph, dataset: URIRef, facts: FileFacts, mint: Mint) -> None:
    node = URIRef(mint.thing(f"distribution/{facts.name}").value)
    suffix = f".{facts.name.rpartition('.')[2]}"
    graph.add((dataset, DCAT.distribution, node))
    graph.add((node, RDF.type, DCAT.Distribution))
    graph.add((node, DCTERMS.title, Literal(facts.name)))
    graph.add((node, DCAT.byteSize, Literal(facts.size, datatype=XSD.nonNegativeInteger)))
    graph.add((node, HC.sha256, Literal(facts.sha256)))
    if suffix in _MEDIA_TYPES:
        media_type = f"https://www.iana.org/assignments/media-types/{_MEDIA_TYPES[suffix]}"
        graph.add((node, DCAT.mediaType, URIRef(media_type)))
