"""SPARQL queries, named, in files or typed, to results, and results to text."""

from hemicycle.query.columns import Place, Quotes
from hemicycle.query.named import (
    QUERIES_FOLDER,
    NamedQuery,
    Parameter,
    find_query,
    internal_query,
    named_queries,
    parse_query,
    read_query,
)
from hemicycle.query.quotes import TEXTS_FOLDER, Passage, Texts
from hemicycle.query.render import RESULT_FORMS, render, write_rows
from hemicycle.query.results import Result, Rows, Triples, Truth, cut_note
from hemicycle.query.run import Asked, iterate_rows, run_query
from hemicycle.query.terms import Term, plain, resolve_iri, shorten

__all__ = [
    "QUERIES_FOLDER",
    "RESULT_FORMS",
    "TEXTS_FOLDER",
    "Asked",
    "NamedQuery",
    "Parameter",
    "Passage",
    "Place",
    "Quotes",
    "Result",
    "Rows",
    "Term",
    "Texts",
    "Triples",
    "Truth",
    "cut_note",
    "find_query",
    "internal_query",
    "iterate_rows",
    "named_queries",
    "parse_query",
    "plain",
    "read_query",
    "render",
    "resolve_iri",
    "run_query",
    "shorten",
    "write_rows",
]
