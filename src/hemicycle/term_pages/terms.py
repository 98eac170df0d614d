"""The ontology's Turtle and its alignments to the terms that a page shows."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from rdflib import DCTERMS, OWL, RDF, RDFS, SDO, SKOS, Graph, Literal, Node, URIRef

from hemicycle.namespaces import HC, PREFIXES

LANGUAGES = ("en", "fr", "nl")
_NS = str(HC._NS)
_ALIGNED = (
    RDFS.subClassOf,
    RDFS.subPropertyOf,
    OWL.equivalentClass,
    OWL.equivalentProperty,
    SKOS.closeMatch,
    SKOS.broadMatch,
)


class Alignment(Struct, frozen=True):
    """One relation to a term of others, and the alignment file that states it (its stem)."""

    relation: str
    term: str
    file: str


class Term(Struct, frozen=True, kw_only=True):
    """One term of ours; texts are by language, terms of others are full IRIs.

    `included_in` are classes on which a property is met without being inferred.
    """

    name: str
    is_class: bool
    label: dict[str, str]
    definition: dict[str, str]
    above: tuple[str, ...]
    domain: tuple[str, ...]
    included_in: tuple[str, ...]
    range: tuple[str, ...]
    examples: tuple[str, ...]
    alignments: tuple[Alignment, ...]


class Ontology(Struct, frozen=True):
    """The header and the terms, in the order of the file."""

    title: dict[str, str]
    description: dict[str, str]
    version: str
    licence: str
    terms: tuple[Term, ...]


def read_ontology(file: Path, alignments: Sequence[Path]) -> Ontology:
    """The ontology of a Turtle file, with what alignment files say of its terms."""
    graph = Graph().parse(file)
    aligned = {path.stem: Graph().parse(path) for path in alignments}
    header = URIRef(_NS)
    names = (name for name in HC.__annotations__ if not name.startswith("_"))
    return Ontology(
        title=_texts(graph, header, DCTERMS.title),
        description=_texts(graph, header, DCTERMS.description),
        version=str(graph.value(header, OWL.versionInfo)),
        licence=str(graph.value(header, DCTERMS.license)),
        terms=tuple(_term(HC[name], graph, aligned) for name in names),
    )


def short(iri: str) -> str:
    """An IRI with a prefix of ours, where there is one.

    >>> short("https://w3id.org/hemicycle/ns#askedOn"), short("http://a.example/b")
    ('hc:askedOn', 'http://a.example/b')
    """
    cut = max(iri.rfind("#"), iri.rfind("/")) + 1
    for prefix, namespace in (*PREFIXES.items(), *_OTHERS.items()):
        if namespace == iri[:cut]:
            return f"{prefix}:{iri[cut:]}"
    return iri


_OTHERS = {
    "mandaat": "http://data.vlaanderen.be/ns/mandaat#",
    "pqa": "http://parliament.uk/ontologies/question-and-answer/",
    "sioc": "http://rdfs.org/sioc/ns#",
}


def _term(term: URIRef, graph: Graph, aligned: dict[str, Graph]) -> Term:
    return Term(
        name=term.removeprefix(_NS),
        is_class=(term, RDF.type, OWL.Class) in graph,
        label=_texts(graph, term, RDFS.label),
        definition=_texts(graph, term, SKOS.definition),
        above=_iris(graph, term, RDFS.subClassOf, RDFS.subPropertyOf),
        domain=_iris(graph, term, RDFS.domain),
        included_in=_iris(graph, term, SDO.domainIncludes),
        range=_iris(graph, term, RDFS.range, SDO.rangeIncludes),
        examples=tuple(sorted(str(value) for value in graph.objects(term, SKOS.example))),
        alignments=tuple(_alignments(term, aligned)),
    )


def _alignments(term: URIRef, aligned: dict[str, Graph]) -> Iterator[Alignment]:
    for file, graph in aligned.items():
        for relation in _ALIGNED:
            for other in sorted(graph.objects(term, relation), key=str):
                yield Alignment(str(relation), str(other), file)


def _iris(graph: Graph, term: Node, *said: URIRef) -> tuple[str, ...]:
    return tuple(sorted(str(value) for one in said for value in graph.objects(term, one)))


def _texts(graph: Graph, term: Node, said: URIRef) -> dict[str, str]:
    found = {v.language: str(v) for v in graph.objects(term, said) if isinstance(v, Literal)}
    return {language: found[language] for language in LANGUAGES}
