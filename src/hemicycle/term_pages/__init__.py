"""The ontology's Turtle to what is published beside it: JSON-LD, a page and its diagram.

    python -m hemicycle.term_pages          writes them anew, into ontology/

A test holds the files fresh.
"""

from pathlib import Path

from hemicycle.term_pages.diagram import diagram
from hemicycle.term_pages.jsonld import as_jsonld
from hemicycle.term_pages.page import page
from hemicycle.term_pages.terms import Ontology, Term, read_ontology
from hemicycle.term_pages.xml import document

__all__ = ["Ontology", "Term", "published", "read_ontology"]

ONTOLOGY = "hemicycle.ttl"


def published(folder: Path) -> dict[str, str]:
    """The files that are made from the ontology and the alignments of a folder, by name."""
    ontology = read_ontology(folder / ONTOLOGY, sorted((folder / "alignments").glob("*.ttl")))
    drawing = diagram(ontology)
    return {
        "hemicycle.jsonld": as_jsonld(folder / ONTOLOGY),
        "hemicycle.html": page(ontology, drawing),
        "hemicycle.svg": document(drawing),
    }
