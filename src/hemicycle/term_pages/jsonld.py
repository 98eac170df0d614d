"""The ontology's Turtle to JSON-LD, the same bytes for the same triples."""

import json
from pathlib import Path

from rdflib import Graph

from hemicycle.namespaces import PREFIXES

_USED = ("hc", "dcterms", "foaf", "org", "owl", "prov", "rdf", "rdfs", "schema", "skos", "xsd")


def as_jsonld(file: Path) -> str:
    """The triples of a Turtle file, with our prefixes; nodes and values in order."""
    context = {prefix: PREFIXES[prefix] for prefix in _USED}
    text = Graph().parse(file).serialize(format="json-ld", context=context)
    return json.dumps(_ordered(json.loads(text)), ensure_ascii=False, indent=1) + "\n"


def _ordered(value: object) -> object:
    if isinstance(value, dict):
        return {key: _ordered(value[key]) for key in sorted(value)}
    if isinstance(value, list):
        return sorted(map(_ordered, value), key=lambda item: json.dumps(item, sort_keys=True))
    return value
