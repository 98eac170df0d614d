"""The files of a build and its counts to a catalogue: DCAT for the files, VoID for the graph.

What is counted comes as plain numbers, so that it can be gathered while a graph is written.
"""

from collections.abc import Iterable
from itertools import chain

from rdflib import (
    DCAT,
    DCTERMS,
    OWL,
    PROV,
    RDF,
    RDFS,
    SDO,
    VOID,
    XSD,
    Graph,
    Literal,
    Namespace,
    Node,
    URIRef,
)

from hemicycle import __version__
from hemicycle.catalog_counts import Counts, TermCount, counted
from hemicycle.catalog_words import (
    AUTHORITY,
    DESCRIPTIONS,
    FEATURES,
    LANGUAGES,
    MEDIA_TYPES,
    TITLES,
)
from hemicycle.manifest import READY_FILE, FileFacts
from hemicycle.mint import Mint
from hemicycle.namespaces import HC, PREFIXES

__all__ = ["Counts", "TermCount", "catalog_turtle"]

LICENCE = URIRef("https://opensource.org/license/mit")
SENATE = URIRef("https://www.senate.be/")
SPDX = Namespace("http://spdx.org/rdf/terms#")
"""DCAT 3 takes its checksums from there: https://www.w3.org/TR/vocab-dcat-3/#Class:Checksum."""

NOT_DISTRIBUTED = frozenset({"texts", READY_FILE})
"""What is no distribution of the data set: one file a page, and what the site keeps for itself.

The manifest has them.
"""

_PREFIXES = ("dcat", "dcterms", "owl", "prov", "rdfs", "schema", "void", "xsd")


def catalog_turtle(
    files: Iterable[FileFacts],
    counts: Counts,
    mint: Mint,
    published_at: str | None = None,
    eurovoc: str | None = None,
) -> str:
    """The catalogue as Turtle; it says nothing of when it was made, so builds are alike.

    `published_at` is the address of the folder that the files are published in, with a
    slash at its end; without it no distribution has an address. `eurovoc` is the edition
    of EuroVoc by which keywords were linked, where the build was given any.
    """
    graph = Graph(bind_namespaces="none")
    for prefix in _PREFIXES:
        graph.bind(prefix, Namespace(PREFIXES[prefix]))
    graph.bind("spdx", SPDX)
    dataset = _thing("dataset/hemicycle", mint)
    _describe_catalog(graph, dataset, mint)
    _describe_dataset(graph, dataset, mint)
    if eurovoc is not None:
        scheme = _thing("concept-scheme/eurovoc", mint)
        _say(graph, dataset, [(DCTERMS.source, scheme)])
        _say(graph, scheme, [(RDFS.label, Literal("EuroVoc")), (OWL.versionInfo, Literal(eurovoc))])
    for triple in counted(counts, dataset, mint):
        graph.add(triple)
    for facts in files:
        if facts.name.partition("/")[0] not in NOT_DISTRIBUTED:
            _distribution(graph, dataset, facts, mint, published_at)
    return graph.serialize(format="turtle")


def _thing(path: str, mint: Mint) -> URIRef:
    return URIRef(mint.thing(path).value)


def _say(graph: Graph, subject: URIRef, said: Iterable[tuple[URIRef, Node]]) -> None:
    for predicate, value in said:
        graph.add((subject, predicate, value))


def _in_languages(predicate: URIRef, texts: dict[str, str]) -> list[tuple[URIRef, Node]]:
    return [(predicate, Literal(text, lang=language)) for language, text in texts.items()]


def _describe_catalog(graph: Graph, dataset: URIRef, mint: Mint) -> None:
    said: list[tuple[URIRef, Node]] = [
        (RDF.type, DCAT.Catalog),
        (DCAT.dataset, dataset),
        (DCTERMS.license, LICENCE),
    ]
    _say(graph, _thing("catalog/hemicycle", mint), [*said, *_in_languages(DCTERMS.title, TITLES)])


def _describe_dataset(graph: Graph, dataset: URIRef, mint: Mint) -> None:
    """What it is, under which licence, in which terms, and from what it was made by what."""
    software = _thing(f"software/hemicycle-{__version__}", mint)
    activity = _thing("activity/build", mint)
    said: list[tuple[URIRef, Node]] = [
        (RDF.type, DCAT.Dataset),
        (RDF.type, VOID.Dataset),
        (RDF.type, PROV.Entity),
        (DCTERMS.license, LICENCE),
        (DCTERMS.source, SENATE),
        (DCTERMS.spatial, URIRef(f"{AUTHORITY}country/BEL")),
        (DCTERMS.conformsTo, URIRef(str(HC._NS))),
        (PROV.hadPrimarySource, SENATE),
        (PROV.wasGeneratedBy, activity),
        (VOID.uriSpace, Literal(mint.thing("").value)),
        (VOID.exampleResource, _thing("question/5-8906", mint)),
    ]
    languages = (URIRef(f"{AUTHORITY}language/{code}") for code in LANGUAGES)
    texts = chain(
        _in_languages(DCTERMS.title, TITLES), _in_languages(DCTERMS.description, DESCRIPTIONS)
    )
    _say(graph, dataset, [*said, *texts, *((DCTERMS.language, code) for code in languages)])
    _say(graph, activity, [(RDF.type, PROV.Activity), (PROV.wasAssociatedWith, software)])
    _say(
        graph,
        software,
        [
            (RDF.type, PROV.SoftwareAgent),
            (RDFS.label, Literal(f"hemicycle {__version__}")),
            (SDO.softwareVersion, Literal(__version__)),
        ],
    )


def _distribution(
    graph: Graph, dataset: URIRef, facts: FileFacts, mint: Mint, published_at: str | None
) -> None:
    node = _thing(f"distribution/{facts.name}", mint)
    checksum = _thing(f"checksum/{facts.sha256}", mint)
    suffix = f".{facts.name.rpartition('.')[2]}"
    said: list[tuple[URIRef, Node]] = [
        (RDF.type, DCAT.Distribution),
        (DCTERMS.title, Literal(facts.name)),
        (DCTERMS.license, LICENCE),
        (DCAT.byteSize, Literal(facts.size, datatype=XSD.nonNegativeInteger)),
        (SPDX.checksum, checksum),
    ]
    if suffix in MEDIA_TYPES:
        media_type = f"https://www.iana.org/assignments/media-types/{MEDIA_TYPES[suffix]}"
        said.append((DCAT.mediaType, URIRef(media_type)))
    if published_at is not None:
        address = URIRef(f"{published_at}{facts.name}")
        said += [(DCAT.downloadURL, address), (DCAT.accessURL, URIRef(published_at))]
        if suffix in FEATURES and facts.name.startswith("hemicycle."):
            graph.add((dataset, VOID.dataDump, address))
    if suffix in FEATURES and facts.name.startswith("hemicycle."):
        graph.add((dataset, VOID.feature, URIRef(FEATURES[suffix])))
    graph.add((dataset, DCAT.distribution, node))
    _say(graph, node, said)
    _say(
        graph,
        checksum,
        [
            (RDF.type, SPDX.Checksum),
            (SPDX.algorithm, SPDX.checksumAlgorithm_sha256),
            (SPDX.checksumValue, Literal(facts.sha256, datatype=XSD.hexBinary)),
        ],
    )
