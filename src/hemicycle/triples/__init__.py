"""A linked record to RDF: one module a class, and the triples of a whole page.

`page_triples` gives what one page says, by graph; `source_triples` where another copy of
it came from, `older_triples` where the page it replaces did; `authority_quads` what the
authority files say.
docs/graph.md tells which graph holds what.
"""

from hemicycle.triples.authority import authority_quads
from hemicycle.triples.quads import (
    PageTriples,
    older_triples,
    page_quads,
    page_triples,
    placed,
    source_triples,
)
from hemicycle.triples.terms import Triple
from hemicycle.triples.vocabulary import used_concepts, vocabulary_classes, vocabulary_quads

__all__ = [
    "PageTriples",
    "Triple",
    "authority_quads",
    "older_triples",
    "page_quads",
    "page_triples",
    "placed",
    "source_triples",
    "used_concepts",
    "vocabulary_classes",
    "vocabulary_quads",
]
