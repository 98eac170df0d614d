"""An IRI of a vocabulary that we know to what is wrong with it, if it has no such term.

pySHACL passes over terms that it does not know, and a query finds nothing by them: a slip in
a shape or a rule is never a new term.
"""

from msgspec import Struct
from rdflib import DCTERMS, FOAF, ORG, PROV, RDF, RDFS, SDO, SH, SKOS, XSD
from rdflib.namespace import DefinedNamespace
from rdflib.term import URIRef

from hemicycle.namespaces import HC

_KNOWN: tuple[tuple[str, type[DefinedNamespace], str], ...] = (
    ("hc", HC, "use a term of ontology/hemicycle.ttl"),
    ("sh", SH, "use a term of https://www.w3.org/TR/shacl/"),
    ("dcterms", DCTERMS, ""),
    ("foaf", FOAF, ""),
    ("org", ORG, ""),
    ("prov", PROV, ""),
    ("rdf", RDF, ""),
    ("rdfs", RDFS, ""),
    ("schema", SDO, ""),
    ("skos", SKOS, ""),
    ("xsd", XSD, ""),
)


class Slip(Struct, frozen=True):
    """A term that there is not: its local name, what is wrong, and what to do."""

    name: str
    problem: str
    remedy: str


def slip_of(iri: str) -> Slip | None:
    """What is wrong with an IRI; None for a term that there is, and for what we cannot know.

    >>> slip_of("https://w3id.org/hemicycle/ns#askedAt").problem
    'there is no term hc:askedAt'
    >>> slip_of("https://w3id.org/hemicycle/ns#askedOn") is slip_of("http://example.org/x")
    True
    """
    for prefix, terms, remedy in _KNOWN:
        space = str(terms._NS)
        if iri.startswith(space) and URIRef(iri) not in terms:
            name = iri.removeprefix(space)
            return Slip(
                name, f"there is no term {prefix}:{name}", remedy or f"use a term of {space}"
            )
    return None
